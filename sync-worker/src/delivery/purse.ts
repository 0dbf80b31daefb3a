import { drainTokens, returnTokens, takeTokens } from '../outbox/budget.ts';
import type { DeliveryDeps } from './deps.ts';

/** The budget that all workers of the workspace share. One token is one root field sent to Twenty. */
export interface Purse {
  /** Takes tokens now, or says how many milliseconds to wait for them; 0 means taken. */
  take(tokens: number): Promise<number>;
  /** Puts back what was taken and not sent. */
  giveBack(tokens: number): Promise<void>;
  /** Twenty said that the limit is reached. */
  drain(): Promise<void>;
}

export const createPurse = ({ store, workspaceId, settings }: DeliveryDeps): Purse => ({
  take: async (tokens) => {
    const decision = await store.transaction(workspaceId, (tx) =>
      tx.delivery.spendBudget((state, nowMs) => takeTokens(state, nowMs, tokens, settings.budget)),
    );
    return decision.waitMs;
  },
  giveBack: async (tokens) => {
    if (tokens === 0) return;
    await store.transaction(workspaceId, (tx) =>
      tx.delivery.spendBudget((state, nowMs) => returnTokens(state, nowMs, tokens, settings.budget)),
    );
  },
  drain: async () => {
    await store.transaction(workspaceId, (tx) =>
      tx.delivery.spendBudget((_state, nowMs) => drainTokens(nowMs)),
    );
  },
});
