import type { WorkspaceId } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import type { DoNotCallFromTwenty, PersonChange } from '../store/mirror-port.ts';
import type { Store, StoreTransaction } from '../store/port.ts';
import type { TwentyMirror } from '../twenty/mirror-port.ts';
import type { MirrorSettings } from './settings.ts';

/** What the mirror uses. `start-worker.ts` hands in the real things, tests theirs. */
export interface MirrorDeps {
  readonly store: Pick<Store, 'transaction'>;
  readonly workspaceId: WorkspaceId;
  readonly twenty: TwentyMirror;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly clock: MirrorClock;
  /** Gives a number in [0, 1). */
  readonly random: () => number;
  /** The name under which objects are held: one per process, never the same again after a restart. */
  readonly holder: string;
  readonly settings: MirrorSettings;
  readonly listeners: MirrorListeners;
}

/**
 * Who must hear of news, in the transaction that brings it: both are kept, or neither. Our own writes come back as records
 * whose content is the same as before: they are no news, and nobody hears of them.
 */
export interface MirrorListeners {
  people?(tx: StoreTransaction, changes: readonly PersonChange[]): Promise<void>;
  doNotCall?(tx: StoreTransaction, entries: readonly DoNotCallFromTwenty[]): Promise<void>;
}

export interface MirrorClock {
  /** Wall-clock milliseconds. */
  nowMs(): number;
  /** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}
