import type { DeliveryStatus, Health, Readiness, StorageRoom } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import type { Store, Workspace } from '../store/port.ts';
import { open, type RouteHandlers } from './route.ts';

interface HealthDeps {
  readonly store: Store;
  readonly workspace: () => { workspace: Workspace | null; reason: string; since: Date };
  readonly version: string;
  readonly room: () => Promise<StorageRoom>;
  readonly stopping: AbortSignal;
  readonly log: Pick<Logger, 'error'>;
}

/** `/healthz`: the process lives. `/readyz`: calls can be taken in, and whether they reach Twenty. */
export const healthRoutes = (deps: HealthDeps): Pick<RouteHandlers, 'health' | 'readiness'> => ({
  health: open((c) =>
    c.json({
      status: deps.stopping.aborted ? 'stopping' : 'ok',
      version: deps.version,
    } satisfies Health),
  ),
  readiness: open(async (c) => {
    const readiness = await readinessOf(deps);
    return c.json(readiness, readiness.status === 'ready' ? 200 : 503);
  }),
});

const readinessOf = async ({
  store,
  workspace,
  room: roomNow,
  stopping,
  log,
}: HealthDeps): Promise<Readiness> => {
  const { workspace: current, reason, since } = workspace();
  const unknown: DeliveryStatus = {
    state: 'waiting-for-twenty',
    since: since.toISOString(),
    message: reason,
  };
  const room = await roomNow();
  try {
    await store.ping();
    if (current === null) return { status: 'not-ready', store: 'up', room, delivery: unknown };
    const delivery = await store.transaction(current.id, (tx) => tx.delivery.status());
    const isReady = !stopping.aborted && room !== 'none';
    return { status: isReady ? 'ready' : 'not-ready', store: 'up', room, delivery };
  } catch (error) {
    // Anybody may ask: what the driver says (hosts, users) is for the log.
    log.error({ err: error }, 'the database does not answer');
    const message = 'The database does not answer. The log of the worker says why.';
    return { status: 'not-ready', store: 'down', room, delivery: { ...unknown, state: 'paused', message } };
  }
};
