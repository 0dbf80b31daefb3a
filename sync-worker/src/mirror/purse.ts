import { drainTokens, spareBudget, takeTokens } from '../outbox/budget.ts';
import type { MirrorDeps } from './deps.ts';

/** The budget that the mirror shares with delivery. One token is one question to Twenty. */
export interface MirrorPurse {
  /** Takes a token for what must be known soon, or says how many milliseconds to wait; 0 means taken. */
  take(): Promise<number>;
  /**
   * Takes a token for what has time: never more than half of what Twenty allows in a window, and never from the half of
   * the bucket that delivery may need at once.
   */
  takeOfHalf(): Promise<number>;
  /** The same, waiting a little, for a question that belongs to one already asked. */
  takeOfHalfSoon(): Promise<number>;
  /** Twenty said that the limit is reached. */
  drain(): Promise<void>;
}

/** So long a question waits that belongs to one already asked. Polls of other objects wait as long. */
const PATIENCE_MS = 5_000;

export const createMirrorPurse = (
  { store, workspaceId, settings, clock }: Pick<MirrorDeps, 'store' | 'workspaceId' | 'settings' | 'clock'>,
  stopping: AbortSignal,
): MirrorPurse => {
  const { budget } = settings;
  const msPerToken = budget.windowMs / budget.capacity;
  const half = spareBudget(budget);
  let nextOfHalfAtMs = 0;

  const spend = async (from: typeof budget): Promise<number> => {
    const decision = await store.transaction(workspaceId, (tx) =>
      tx.delivery.spendBudget((state, nowMs) => takeTokens(state, nowMs, 1, from)),
    );
    return decision.waitMs;
  };

  const takeOfHalf = async (): Promise<number> => {
    const nowMs = clock.nowMs();
    const earlyMs = Math.min(nextOfHalfAtMs - nowMs, 2 * msPerToken);
    if (earlyMs > 0) return earlyMs;
    const waitMs = await spend(half);
    if (waitMs === 0) nextOfHalfAtMs = nowMs + 2 * msPerToken;
    return waitMs;
  };

  return {
    take: () => spend(budget),
    takeOfHalf,
    takeOfHalfSoon: async () => {
      const untilMs = clock.nowMs() + PATIENCE_MS;
      for (;;) {
        const waitMs = await takeOfHalf();
        if (waitMs === 0 || stopping.aborted || clock.nowMs() + waitMs > untilMs) return waitMs;
        await clock.wait(waitMs, stopping);
      }
    },
    drain: async () => {
      await store.transaction(workspaceId, (tx) =>
        tx.delivery.spendBudget((_state, nowMs) => drainTokens(nowMs)),
      );
    },
  };
};
