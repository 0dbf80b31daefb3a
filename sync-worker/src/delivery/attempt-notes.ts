import type { DeliveryAttempt, NewAttempt } from '../outbox/attempt.ts';
import type { Slot } from '../outbox/entry.ts';

/** What one round has tried: kept with the next settlement, because until then nothing has come of it. */
export interface AttemptNotes {
  note(attempt: DeliveryAttempt, startedAtMs: number, slots: readonly Slot[]): void;
  /** The newest first. */
  idsOf(slot: Slot): readonly string[];
  /** What no settlement has kept yet, the oldest first. */
  unkept(): readonly NewAttempt[];
  /** The first so many of them are kept now. */
  kept(count: number): void;
}

export const createAttemptNotes = (nowMs: () => number): AttemptNotes => {
  const idsBySlot = new Map<Slot, readonly string[]>();
  let waiting: readonly { readonly attempt: DeliveryAttempt; readonly startedAtMs: number }[] = [];
  return {
    note: (attempt, startedAtMs, slots) => {
      waiting = [...waiting, { attempt, startedAtMs }];
      for (const slot of slots) idsBySlot.set(slot, [attempt.id, ...(idsBySlot.get(slot) ?? [])]);
    },
    idsOf: (slot) => idsBySlot.get(slot) ?? [],
    unkept: () =>
      waiting.map(({ attempt, startedAtMs }) => ({ ...attempt, startedAgoMs: nowMs() - startedAtMs })),
    kept: (count) => {
      waiting = waiting.slice(count);
    },
  };
};
