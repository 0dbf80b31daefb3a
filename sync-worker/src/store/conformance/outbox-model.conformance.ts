import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { LeasedEntry, Settlement } from '../../outbox/entry.ts';
import { aRecord, delivered, refused, retried } from '../../testing/store-fixtures.ts';
import type { StoreWorld } from '../../testing/store-world.ts';
import type { NewWorld } from '../conformance.ts';
import { type Answer, createOutboxModel, LEASE_MS, PARENT_OF, SLOTS } from './outbox-model.ts';

const slotIndex = fc.nat({ max: SLOTS.length - 1 });
const content = fc.constantFrom('a', 'b', 'c');
const holder = fc.constantFrom('worker-1', 'worker-2');

/** One step in the life of an outbox with two workers and a Twenty that remembers what it was sent. */
const Step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('touch' as const), slot: slotIndex, content: content }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('lease' as const), holder: holder }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      holder: holder,
      slot: slotIndex,
      way: fc.constantFrom('delivered' as const, 'retry' as const, 'dead' as const, 'released' as const),
      isUnanswered: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('expire' as const) }) },
);
type Step = typeof Step extends fc.Arbitrary<infer S> ? S : never;

export const outboxModelConformance = (newWorld: NewWorld): void => {
  test('whatever the order of changes, leases, answers and crashes, Twenty ends up with the newest content', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const run = createRun(newWorld());
        for (const step of steps) {
          await run.take(step);
          expect(await run.entries()).toEqual(run.model.entries());
        }
        await run.drain();
        expect(run.model.behind()).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
};

const createRun = (world: StoreWorld) => {
  const model = createOutboxModel();
  /** What each worker believes to hold, also after it lost it. */
  const believed = new Map<string, LeasedEntry>();

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

  const touch = async (slot: string, content: string): Promise<void> => {
    const parent = PARENT_OF[slot];
    const links = parent === undefined ? {} : { parentId: parent };
    const payload = { content };
    await world.tx((t) => t.outbox.touch([aRecord(world.memberId, { slot, payload, links })]));
    model.touch(slot, content);
  };

  const passTime = async (): Promise<void> => {
    await world.passTime(LEASE_MS);
    model.passTime(LEASE_MS);
  };

  return {
    model,
    take: async (step: Step): Promise<void> => {
      if (step.do === 'touch') await touch(slotAt(step.slot), step.content);
      else if (step.do === 'lease') await lease(step.holder);
      else if (step.do === 'expire') await passTime();
      else await settle(step, slotAt(step.slot));
    },
    entries: () => readEntries(world),
    /** Everything that can still be delivered is, by a worker that is never interrupted. */
    drain: async () => {
      await passTime();
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

const slotAt = (index: number): string => SLOTS[index] ?? 'phoneCall:1';
