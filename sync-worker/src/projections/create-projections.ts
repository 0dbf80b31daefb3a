import type { Logger } from 'pino';
import { type BackgroundLoop, createLoop } from '../background-loop.ts';
import { type KeepUpDeps, keepUp } from './keep-up.ts';

export interface ProjectionDeps extends KeepUpDeps {
  readonly log: Pick<Logger, 'error'>;
  /** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** So often at least somebody looks, should a wake-up ever be missed. */
const LOOK_MS = 60_000;
/** After a fault of ours, a store that is away for example. What was not counted stays marked. */
const AFTER_FAULT_MS = 5_000;

/** Keeps what Twenty is to hold of sittings, days, people and the log up with the calls of one workspace. */
export const createProjections = (deps: ProjectionDeps): BackgroundLoop => {
  const { store, workspaceId, log, wait } = deps;

  const keepUpOrExplain = async (): Promise<number | null> => {
    try {
      return await keepUp(deps);
    } catch (error) {
      log.error({ event: 'counting-failed', workspaceId, err: error }, 'calls could not be counted');
      return AFTER_FAULT_MS;
    }
  };

  const loop = async (signal: AbortSignal): Promise<void> => {
    let changed = new AbortController();
    const unsubscribe = store.onChange((change) => {
      if (change.workspaceId === workspaceId) changed.abort();
    });
    while (!signal.aborted) {
      // Before looking: what changes while we look is worth another look.
      changed = new AbortController();
      const waitMs = await keepUpOrExplain();
      // Between two counts nothing that is heard can hurry the next one.
      if (waitMs !== 0)
        await wait(waitMs ?? LOOK_MS, waitMs === null ? AbortSignal.any([signal, changed.signal]) : signal);
    }
    unsubscribe();
  };

  return createLoop(loop);
};
