import type { WorkspaceId } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import type { DeliveryAttempt } from '../outbox/attempt.ts';
import type { Store } from '../store/port.ts';
import type { TwentyRecords } from '../twenty/port.ts';
import type { DeliverySettings } from './settings.ts';

/** What delivery uses. `start-worker.ts` hands in the real things, tests theirs. */
export interface DeliveryDeps {
  readonly store: Store;
  readonly workspaceId: WorkspaceId;
  readonly twenty: TwentyRecords;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly clock: DeliveryClock;
  /** Gives a number in [0, 1). */
  readonly random: () => number;
  /** The name under which leases are held: one per process, never the same again after a restart. */
  readonly holder: string;
  readonly settings: DeliverySettings;
  /** Hears of every attempt, when it is over. */
  readonly onAttempt?: (attempt: DeliveryAttempt) => void;
}

export interface DeliveryClock {
  /** Milliseconds that only ever go forward. */
  nowMs(): number;
  /** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: DeliveryClock = {
  nowMs: () => performance.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
    }),
};
