import type { WorkspaceId } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import { type BackgroundLoop, createLoop } from '../background-loop.ts';
import type { Store } from '../store/port.ts';

export interface ForgettingDeps {
  readonly store: Store;
  readonly workspaceId: WorkspaceId;
  /** How long an attempt is kept. */
  readonly keepMs: number;
  readonly log: Pick<Logger, 'info' | 'error'>;
  /** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

const EVERY_MS = 3_600_000;
/** On the embedded store everybody else waits for a step, so it is a small one, and others go in between. */
const AT_ONCE = 200;
const BETWEEN_MS = 100;

/** Keeps the attempts of one workspace from growing for ever: looks for old ones now and once an hour. */
export const createForgetting = (deps: ForgettingDeps): BackgroundLoop => {
  const { store, workspaceId, keepMs, log, wait } = deps;

  const forgetAll = async (signal: AbortSignal): Promise<void> => {
    let forgotten = 0;
    for (let more = true; more && !signal.aborted; ) {
      const count = await store.transaction(workspaceId, (tx) => tx.delivery.forgetAttempts(keepMs, AT_ONCE));
      forgotten += count;
      more = count === AT_ONCE;
      if (more) await wait(BETWEEN_MS, signal);
    }
    if (forgotten > 0)
      log.info({ event: 'attempts-forgotten', workspaceId, forgotten }, 'old attempts removed');
  };

  const loop = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      await forgetAll(signal).catch((error: unknown) => {
        log.error(
          { event: 'forgetting-failed', workspaceId, err: error },
          'old attempts could not be removed',
        );
      });
      await wait(EVERY_MS, signal);
    }
  };

  return createLoop(loop);
};
