import type { AlertKind } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import { type BackgroundLoop, createLoop } from '../background-loop.ts';
import { type TellDeps, tellDue } from './tell.ts';
import { type WatchDeps, watchOnce } from './watch.ts';

export interface AlertsDeps extends Omit<WatchDeps, 'channels'>, TellDeps {
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Whoever looks at the screen reads it at once; nobody else is in such a hurry, and a look costs a count. */
const LOOK_MS = 15_000;

/** Watches over one workspace, and tells admins what they must know. */
export const createAlerts = (deps: AlertsDeps): BackgroundLoop => {
  const { workspaceId, log, wait } = deps;
  const channels = [...deps.senders.keys()];
  let bad: ReadonlySet<AlertKind> = new Set();

  const lookAndTell = async (signal: AbortSignal): Promise<void> => {
    bad = await watchOnce({ ...deps, channels }, bad);
    await tellDue(deps, signal);
  };

  return createLoop(async (signal) => {
    // A worker that was stopped for long has a moment to deliver what became due meanwhile.
    await wait(LOOK_MS, signal);
    while (!signal.aborted) {
      await lookAndTell(signal).catch((error: unknown) => {
        log.error({ event: 'alerts-failed', workspaceId, err: error }, 'alerts could not be looked after');
      });
      await wait(LOOK_MS, signal);
    }
  });
};
