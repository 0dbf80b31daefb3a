import type { Logger } from 'pino';
import { type KeepUpDeps, keepUp } from './keep-up.ts';

export interface ProjectionDeps extends KeepUpDeps {
  readonly log: Pick<Logger, 'error'>;
  /** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface Projections {
  /** Keeps figures and log up until the signal aborts or `stop` is called. Never rejects. */
  run(signal: AbortSignal): Promise<void>;
  /** Resolves when the store is not used any more. */
  stop(): Promise<void>;
}

/** So often at least somebody looks, should a wake-up ever be missed. */
const LOOK_MS = 60_000;
/** After a fault of ours, a store that is away for example. What was not counted stays marked. */
const AFTER_FAULT_MS = 5_000;

/** Keeps what Twenty is to hold of sittings, days, people and the log up with the calls of one workspace. */
export const createProjections = (deps: ProjectionDeps): Projections => {
  const { store, workspaceId, log, wait } = deps;
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();

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
      if (waitMs !== 0) await wait(waitMs ?? LOOK_MS, waitMs === null ? any(signal, changed.signal) : signal);
    }
    unsubscribe();
  };

  return {
    run: (signal) => {
      running = loop(any(signal, stopping.signal));
      return running;
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};

const any = (...signals: AbortSignal[]): AbortSignal => AbortSignal.any(signals);
