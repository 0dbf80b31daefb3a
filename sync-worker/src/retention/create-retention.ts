import type { WorkspaceId } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import { type BackgroundLoop, createLoop } from '../background-loop.ts';
import type { Store } from '../store/port.ts';
import type { Kept } from './kept.ts';

export interface RetentionDeps {
  readonly store: Store;
  readonly workspaceId: WorkspaceId;
  readonly kept: readonly Kept[];
  readonly log: Pick<Logger, 'info' | 'error'>;
  /** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

const EVERY_MS = 3_600_000;
/** On the embedded store everybody else waits for a step, so it is a small one, and others go in between. */
const AT_ONCE = 200;
const BETWEEN_MS = 100;

/** Keeps what one workspace has behind it from growing for ever: looks for what is old now and once an hour. */
export const createRetention = (deps: RetentionDeps): BackgroundLoop => {
  const { store, workspaceId, log, wait } = deps;

  const forgetAll = async ({ what, forget }: Kept, signal: AbortSignal): Promise<void> => {
    let forgotten = 0;
    for (let more = true; more && !signal.aborted; ) {
      const count = await forget({ store, workspaceId }, AT_ONCE);
      forgotten += count;
      more = count === AT_ONCE;
      if (more) await wait(BETWEEN_MS, signal);
    }
    if (forgotten > 0)
      log.info({ event: 'forgotten', workspaceId, what, forgotten }, 'old rows were removed');
  };

  return createLoop(async (signal) => {
    while (!signal.aborted) {
      for (const each of deps.kept) {
        // One that cannot be tidied up keeps no other from being.
        await forgetAll(each, signal).catch((error: unknown) => {
          const line = { event: 'forgetting-failed', workspaceId, what: each.what, err: error };
          log.error(line, 'old rows could not be removed');
        });
      }
      await wait(EVERY_MS, signal);
    }
  });
};
