import type { WorkspaceId } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import { type BackgroundLoop, createLoop } from '../background-loop.ts';
import type { Store } from '../store/port.ts';

export interface JobRunnerDeps {
  readonly store: Store;
  readonly workspaceId: WorkspaceId;
  readonly log: Pick<Logger, 'error'>;
  /** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** So many records at a time: on the embedded store everybody else waits for a step. */
export const JOB_STEP = 200;
/** In case nobody heard that there is something to do. */
const LOOK_AGAIN_MS = 15_000;

/** Goes on with what admins began to do about many records, until each is done or cancelled. */
export const createJobRunner = ({ store, workspaceId, log, wait }: JobRunnerDeps): BackgroundLoop => {
  const loop = async (signal: AbortSignal): Promise<void> => {
    let news = new AbortController();
    const unsubscribe = store.onChange((change) => {
      if (change.topic === 'jobs' && change.workspaceId === workspaceId) news.abort();
    });
    const step = async (): Promise<boolean> => {
      try {
        const job = await store.transaction(workspaceId, (tx) => tx.deliveryJobs.advance(JOB_STEP));
        return job !== null;
      } catch (error) {
        log.error(
          { event: 'job-failed', workspaceId, err: error },
          'a step of a job failed; it is tried again',
        );
        return false;
      }
    };
    try {
      while (!signal.aborted) {
        news = new AbortController();
        if (await step()) continue;
        await wait(LOOK_AGAIN_MS, AbortSignal.any([signal, news.signal]));
      }
    } finally {
      unsubscribe();
    }
  };
  return createLoop(loop);
};
