import type { DeliveryAttempt } from '../outbox/attempt.ts';
import type { LeasedEntry, Settlement } from '../outbox/entry.ts';
import { createAttemptNotes } from './attempt-notes.ts';
import type { DeliveryDeps } from './deps.ts';

export interface Tally {
  readonly delivered: number;
  readonly retried: number;
  readonly dead: number;
  readonly released: number;
  /** Leases that ran out or were taken over: whoever holds them now settles them. */
  readonly lost: number;
}

/** The entries that one round holds, until each is settled, given back or lost. */
export interface HeldLeases {
  isHeld(slot: string): boolean;
  /** Prolongs the leases when a good part of them has passed, and forgets those that were lost. */
  keep(): Promise<void>;
  /** Something was tried about these entries: kept with what is settled next. */
  tried(attempt: DeliveryAttempt, startedAtMs: number, entries: readonly LeasedEntry[]): void;
  settle(settlements: readonly Settlement[]): Promise<void>;
  /** Gives back, untouched, all that is still held, and keeps what was tried since the last settlement. */
  releaseRest(): Promise<void>;
  tally(): Tally;
}

const COUNTED_AS = { delivered: 'delivered', retry: 'retried', dead: 'dead', released: 'released' } as const;

export const holdLeases = (
  deps: Pick<DeliveryDeps, 'store' | 'workspaceId' | 'holder' | 'clock' | 'settings'>,
  entries: readonly LeasedEntry[],
): HeldLeases => {
  const { store, workspaceId, holder, clock, settings } = deps;
  const held = new Map(entries.map((entry) => [entry.slot, entry]));
  const counts = { delivered: 0, retried: 0, dead: 0, released: 0, lost: 0 };
  const notes = createAttemptNotes(clock.nowMs);
  let renewedAtMs = clock.nowMs();

  const settleAndKeep = async (settlements: readonly Settlement[]): Promise<void> => {
    const ours = settlements
      .filter(({ slot }) => held.has(slot))
      .map((settlement) => ({ ...settlement, attemptIds: notes.idsOf(settlement.slot) }));
    const attempts = notes.unkept();
    if (ours.length === 0 && attempts.length === 0) return;
    const settled = new Set(
      await store.transaction(workspaceId, (tx) => tx.outbox.settle(holder, ours, attempts)),
    );
    notes.kept(attempts.length);
    for (const { slot, kind } of ours) {
      held.delete(slot);
      counts[settled.has(slot) ? COUNTED_AS[kind] : 'lost'] += 1;
    }
  };

  return {
    isHeld: (slot) => held.has(slot),
    keep: async () => {
      if (held.size === 0 || clock.nowMs() - renewedAtMs < settings.leaseMs / 4) return;
      const slots = [...held.keys()];
      const kept = new Set(
        await store.transaction(workspaceId, (tx) =>
          tx.outbox.renew({ holder, leaseMs: settings.leaseMs, slots }),
        ),
      );
      renewedAtMs = clock.nowMs();
      for (const slot of slots.filter((each) => !kept.has(each))) {
        held.delete(slot);
        counts.lost += 1;
      }
    },
    tried: (attempt, startedAtMs, about) =>
      notes.note(
        attempt,
        startedAtMs,
        about.map(({ slot }) => slot),
      ),
    // With nothing to settle, what was tried waits: it would cost a transaction of its own.
    settle: async (settlements) => {
      if (settlements.some(({ slot }) => held.has(slot))) await settleAndKeep(settlements);
    },
    releaseRest: () =>
      settleAndKeep([...held.values()].map(({ slot, version }) => ({ kind: 'released', slot, version }))),
    tally: () => ({ ...counts }),
  };
};
