import type { WorkspaceId } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import { forScraper, type RouteHandlers } from '../http/route.ts';
import type { BudgetSettings } from '../outbox/budget.ts';
import type { Store } from '../store/port.ts';
import type { AttemptCounts } from './attempt-counts.ts';
import { EXPOSITION_MEDIA_TYPE, exposition } from './exposition.ts';
import { createFigures, type Figures } from './figures.ts';
import { metricsOf } from './metrics-of.ts';

interface MetricsDeps {
  readonly store: Store;
  readonly workspace: () => { readonly workspace: { readonly id: WorkspaceId } | null };
  readonly attempts: AttemptCounts;
  readonly budget: BudgetSettings;
  readonly version: string;
  readonly nowMs: () => number;
  readonly log: Pick<Logger, 'error'>;
}

/** `/metrics`: how delivery does, for Prometheus. It answers while the store is away, or nobody could tell that it is. */
export const metricsRoutes = (deps: MetricsDeps): Pick<RouteHandlers, 'metrics'> => {
  const figuresOf = createFigures(deps);

  const look = async (): Promise<{ figures: Figures | null; isStoreUp: boolean }> => {
    const { workspace } = deps.workspace();
    try {
      if (workspace !== null) return { figures: await figuresOf(workspace.id), isStoreUp: true };
      await deps.store.ping();
      return { figures: null, isStoreUp: true };
    } catch (error) {
      deps.log.error({ err: error }, 'the database does not answer');
      return { figures: null, isStoreUp: false };
    }
  };

  return {
    metrics: forScraper(async () => {
      const metrics = metricsOf({
        ...(await look()),
        version: deps.version,
        budgetCapacity: deps.budget.capacity - deps.budget.reserve,
        attempts: deps.attempts.samples(),
      });
      return new Response(exposition(metrics), {
        headers: { 'Content-Type': EXPOSITION_MEDIA_TYPE, 'Cache-Control': 'no-store' },
      });
    }),
  };
};
