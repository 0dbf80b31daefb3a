import type { DeliveryStatus, WorkspaceId } from '@twenty-dialer/contract';
import { type BudgetSettings, tokensLeft } from '../outbox/budget.ts';
import type { LagCounts } from '../outbox/lag.ts';
import type { BacklogPart } from '../store/outbox-port.ts';
import type { Store } from '../store/port.ts';

/** What the store knows of delivery at one moment; every worker on it says the same. */
export interface Figures {
  readonly backlog: readonly BacklogPart[];
  readonly lags: LagCounts;
  readonly budgetLeft: number;
  readonly status: DeliveryStatus;
}

/** Lags of so recent deliveries count. From the store: they outlive a restart, and those of all workers are in. */
export const LAG_WINDOW_MS = 15 * 60_000;

/** Whoever asks more often, or several at once, read the same figures: on the embedded store a look keeps others waiting. */
const FRESH_FOR_MS = 5_000;

/** Reads figures, no more often than is useful. @throws StoreUnavailableError */
export const createFigures = (deps: {
  readonly store: Store;
  readonly budget: BudgetSettings;
  readonly nowMs: () => number;
}) => {
  const store = deps.store.inBackground();
  let held: {
    readonly id: WorkspaceId;
    readonly atMs: number;
    readonly figures: Promise<Figures>;
  } | null = null;

  const read = (id: WorkspaceId): Promise<Figures> =>
    store.transaction(id, async (tx) => {
      const { state, nowMs } = await tx.delivery.budget();
      return {
        backlog: await tx.outbox.backlog(),
        lags: await tx.delivery.lags(LAG_WINDOW_MS),
        budgetLeft: tokensLeft(state, nowMs, deps.budget),
        status: await tx.delivery.status(),
      };
    });

  return async (id: WorkspaceId): Promise<Figures> => {
    const nowMs = deps.nowMs();
    // A clock that was put back does not make them any fresher.
    const isFresh = held !== null && nowMs >= held.atMs && nowMs < held.atMs + FRESH_FOR_MS;
    if (held?.id === id && isFresh) return held.figures;
    const figures = read(id);
    held = { id, atMs: nowMs, figures };
    return figures.catch((error: unknown) => {
      // The next one asks anew: the store may be back.
      held = null;
      throw error;
    });
  };
};
