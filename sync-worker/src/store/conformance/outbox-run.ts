import { expect } from 'vitest';
import { z } from 'zod';
import type { LeasedEntry, Settlement } from '../../outbox/entry.ts';
import { aRecord, delivered, refused, retried } from '../../testing/store-fixtures.ts';
import type { StoreWorld } from '../../testing/store-world.ts';
import { type Answer, createOutboxModel, LEASE_MS, SLOTS } from './outbox-model.ts';

/** What the third record points at. */
export const PARENTS: readonly (readonly string[])[] = [['note:1'], ['note:1', 'phoneCall:1']];
const POINTS_AT_OTHERS = 'noteTarget:1';

export type Step =
  | {
      readonly do: 'touch';
      readonly slot: string;
      readonly content: string;
      readonly parents: readonly string[];
    }
  | { readonly do: 'lease' | 'renew' | 'crash'; readonly worker: number }
  | ({ readonly do: 'settle'; readonly worker: number; readonly slot: string } & Omit<Answer, 'holder'>)
  | { readonly do: 'pass'; readonly leases: number }
  | { readonly do: 'redrive' | 'dismiss'; readonly slot: string };

/** The same steps done to the store and to the model; what the store answers is what the model expects. */
export const createOutboxRun = (world: StoreWorld) => {
  const model = createOutboxModel();
  /** What each worker believes to hold, also after it lost it. */
  const believed = new Map<string, LeasedEntry>();
  /** A worker that is started again has another name. */
  const lives = [1, 1];
  const nameOf = (worker: number) => `worker-${worker} in its life ${lives[worker]}`;

  const lease = async (holder: string) => {
    const leased = await world.tx((t) => t.outbox.lease({ holder, leaseMs: LEASE_MS, perObject: 200 }));
    expect(leased.map(({ slot }) => slot).sort()).toEqual(model.lease(holder).sort());
    for (const entry of leased) {
      expect(entry, 'what is sent is what was last touched').toMatchObject(model.leasedAs(entry.slot));
      believed.set(`${holder} ${entry.slot}`, entry);
    }
    return leased;
  };

  const settle = async (answer: Answer, slot: string): Promise<void> => {
    const entry = believed.get(`${answer.holder} ${slot}`);
    if (entry === undefined) return;
    const settled = await world.tx((t) => t.outbox.settle(answer.holder, [settlementOf(answer, entry)]));
    expect(settled).toEqual(model.settle(answer, entry) ? [slot] : []);
  };

  const touch = async (slot: string, content: string, wanted: readonly string[]): Promise<void> => {
    const parents = slot === POINTS_AT_OTHERS ? wanted : [];
    const links = Object.fromEntries(parents.map((parent, index) => [`parent${index}Id`, parent]));
    const payload = { content };
    await world.tx((t) => t.outbox.touch([aRecord(world.memberId, { slot, payload, links })]));
    model.touch(slot, content, parents);
  };

  const renew = async (holder: string): Promise<void> => {
    const kept = await world.tx((t) => t.outbox.renew({ holder, leaseMs: LEASE_MS, slots: SLOTS }));
    expect([...kept].sort()).toEqual(model.renew(holder).sort());
  };

  const redrive = async (slot: string): Promise<void> => {
    const tried = await world.tx((t) => t.deliveries.redrive([slot]));
    expect([...tried].sort()).toEqual(model.redrive(slot).sort());
  };

  const dismiss = async (slot: string): Promise<void> => {
    const given = await world.tx((t) => t.deliveries.dismiss([slot], 'Given up by an admin'));
    expect([...given].sort()).toEqual(model.dismiss(slot).sort());
  };

  const passTime = async (ms: number): Promise<void> => {
    // For the outbox alone, so that thousands of runs stay affordable.
    await world.rows(
      `update outbox_entry set due_at = due_at - $1 * interval '1 millisecond',
         lease_expires_at = lease_expires_at - $1 * interval '1 millisecond'`,
      [ms],
    );
    model.passTime(ms);
  };

  const take = async (step: Step): Promise<void> => {
    switch (step.do) {
      case 'touch':
        return touch(step.slot, step.content, step.parents);
      case 'lease':
        return void (await lease(nameOf(step.worker)));
      case 'renew':
        return renew(nameOf(step.worker));
      case 'settle':
        return settle({ ...step, holder: nameOf(step.worker) }, step.slot);
      case 'crash':
        lives[step.worker] = (lives[step.worker] ?? 1) + 1;
        return;
      case 'pass':
        return passTime(step.leases * LEASE_MS);
      case 'redrive':
        return redrive(step.slot);
      case 'dismiss':
        return dismiss(step.slot);
    }
  };

  return {
    model,
    take,
    entries: () => readEntries(world),
    /** An admin has everything tried again, and a worker that is never interrupted delivers what can be delivered. */
    drain: async () => {
      for (const slot of SLOTS) await redrive(slot);
      await passTime(LEASE_MS);
      const answer: Answer = { holder: 'drain', way: 'delivered', isUnanswered: false };
      for (let leased = await lease('drain'); leased.length > 0; leased = await lease('drain')) {
        for (const { slot } of leased) await settle(answer, slot);
      }
    },
  };
};

const settlementOf = (step: Answer, entry: LeasedEntry): Settlement => {
  if (step.way === 'delivered') return delivered(entry);
  if (step.way === 'retry') return retried(entry, { retryInMs: LEASE_MS, isUnanswered: step.isUnanswered });
  if (step.way === 'dead') return refused(entry);
  return { slot: entry.slot, version: entry.version, kind: 'released' };
};

const Entries = z.array(z.object({ slot: z.string(), state: z.string(), version: z.number() }).loose());

const readEntries = async (world: StoreWorld) =>
  Object.fromEntries(
    Entries.parse(
      await world.rows(
        `select slot, state, version, attempts, is_unanswered as "isUnanswered", is_waiting as "isWaiting",
           leased_by as holder, last_delivered ->> 'content' as "inTwenty"
         from outbox_entry`,
      ),
    ).map(({ slot, ...entry }) => [slot, entry]),
  );
