import type { AlertChannel, AlertKind, AlertNotice, Instant } from '@twenty-dialer/contract';
import type { JsonObject } from '../outbox/entry.ts';

export type AlertEvent = AlertNotice['event'];

/** An alert that lasts, as far as the rules need to know. */
export interface PresentAlert {
  readonly id: string;
  readonly kind: AlertKind;
  /** As they were when it was last told. */
  readonly figures: JsonObject;
  /** For how long nothing has been wrong any more, in milliseconds; null: it still is. */
  readonly fineForMs: number | null;
}

export interface KeptAlert {
  readonly id: string;
  readonly kind: AlertKind;
  readonly figures: JsonObject;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly notices: readonly AlertNotice[];
}

/** One thing to tell by one channel, in the hands of one worker until its lease runs out. */
export interface DueNotice {
  readonly alertId: string;
  readonly event: AlertEvent;
  readonly channel: AlertChannel;
  readonly kind: AlertKind;
  readonly figures: JsonObject;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  /** This one included. */
  readonly attempts: number;
  readonly madeAgoMs: number;
}

export type NoticeOutcome =
  | { readonly kind: 'told' }
  | { readonly kind: 'again'; readonly inMs: number; readonly fault: string }
  /** Nobody tries any more, and what would follow by this channel is not sent either. */
  | { readonly kind: 'given-up'; readonly fault: string };

/** What admins are to know, and whether they were told. Several workers that see the same open, tell and close it once. */
export interface AlertStore {
  /** Those that last. */
  present(): Promise<readonly PresentAlert[]>;
  /** Opens one with a notice for each channel; false: one of the kind is open already, and nothing changed. */
  open(alert: {
    id: string;
    kind: AlertKind;
    figures: JsonObject;
    channels: readonly AlertChannel[];
  }): Promise<boolean>;
  /** It is much worse than what was last told: whoever was told is told again, with these figures. */
  raise(alert: { id: string; figures: JsonObject }): Promise<boolean>;
  /** Nothing is wrong any more, or is again. What was said before keeps its time. */
  markFine(kind: AlertKind, isFine: boolean): Promise<void>;
  /** Closes one that has been fine for so long, with a notice for whoever was told of it; false: there is none. */
  close(kind: AlertKind, fineForMs: number): Promise<boolean>;
  /** Those that last, the newest first, then those that ended last. */
  list(limit: number): Promise<readonly KeptAlert[]>;
  /** Takes the notice that has been due the longest, for `leaseMs`. What follows the beginning of an alert waits for that to be told, and its end for all else. */
  takeNotice(request: { channels: readonly AlertChannel[]; leaseMs: number }): Promise<DueNotice | null>;
  /** Does nothing when somebody else has taken it since. */
  settleNotice(notice: DueNotice, outcome: NoticeOutcome): Promise<void>;
  /** Removes those that ended longer ago, `limit` at most; answers how many. */
  forget(olderThanMs: number, limit: number): Promise<number>;
}
