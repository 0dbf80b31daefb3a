import type { MirrorProgress } from '../store/mirror-port.ts';
import type { StoreTransaction } from '../store/port.ts';
import type { MirrorDeps } from './deps.ts';
import type { MirrorPurse } from './purse.ts';

export interface Due {
  readonly what: 'fill' | 'poll' | 'sweep';
  readonly inMs: number;
}

export interface Step {
  readonly progress: MirrorProgress;
  /** Milliseconds until the budget allows to go on; 0: it is done. */
  readonly waitMs: number;
}

/** What a webhook tells of one record. */
export interface MirrorEvent {
  readonly isDestroyed: boolean;
  readonly at: string;
  readonly record: unknown;
}

export interface StepContext extends Pick<MirrorDeps, 'settings' | 'clock' | 'log'> {
  readonly purse: MirrorPurse;
  read<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** Keeps rows and progress together, so that a killed worker goes on exactly where it was. */
  keep(progress: MirrorProgress, work: (tx: StoreTransaction) => Promise<void>): Promise<void>;
}
