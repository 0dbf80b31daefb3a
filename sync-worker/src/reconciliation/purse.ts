import { drainTokens, spareBudget, takeTokens } from '../outbox/budget.ts';
import type { ReconciliationDeps } from './deps.ts';

/** There is no budget for it now: delivery comes first. */
export class NoBudgetNow extends Error {
  override readonly name = 'NoBudgetNow';
  readonly waitMs: number;
  constructor(waitMs: number) {
    super('The budget is needed for deliveries.');
    this.waitMs = waitMs;
  }
}

/** The part of the budget that comparing may spend: what delivery may need at once is left to it. */
export interface SparePurse {
  /** Takes a token for one question, waiting a little. @throws NoBudgetNow */
  take(): Promise<void>;
  /** Twenty said that the limit is reached. */
  drain(): Promise<void>;
}

export const createSparePurse = (
  {
    store,
    workspaceId,
    settings,
    clock,
  }: Pick<ReconciliationDeps, 'store' | 'workspaceId' | 'settings' | 'clock'>,
  stopping: AbortSignal,
): SparePurse => {
  const spare = spareBudget(settings.budget);
  const everyMs = (2 * settings.budget.windowMs) / settings.budget.capacity;
  let nextAtMs = 0;

  const takeNow = async (): Promise<number> => {
    const earlyMs = nextAtMs - clock.nowMs();
    if (earlyMs > 0) return earlyMs;
    const { waitMs } = await store.transaction(workspaceId, (tx) =>
      tx.delivery.spendBudget((state, nowMs) => takeTokens(state, nowMs, 1, spare)),
    );
    if (waitMs === 0) nextAtMs = clock.nowMs() + everyMs;
    return waitMs;
  };

  return {
    take: async () => {
      const untilMs = clock.nowMs() + settings.patienceMs;
      for (;;) {
        const waitMs = await takeNow();
        if (waitMs === 0) return;
        if (stopping.aborted || clock.nowMs() + waitMs > untilMs) throw new NoBudgetNow(waitMs);
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
