import type { Instant } from '@twenty-dialer/contract';
import type { FailureClass, JsonObject, ObjectName, Slot } from './entry.ts';

/** One document that was sent to Twenty about entries of the outbox, and what came of it. */
export interface DeliveryAttempt {
  /** Made by the worker, so that its log line and the entries can name it. */
  readonly id: string;
  readonly action: AttemptAction;
  /** The worker's process, as it signs its leases. */
  readonly holder: string;
  /** Until Twenty's answer was there, or given up. */
  readonly ms: number;
  readonly answer: AttemptAnswer;
  /** Null: all of it was taken. */
  readonly failure: FailureClass | null;
  /** Twenty's own words and codes, of the refusal that decided what was done. */
  readonly code: string | null;
  readonly subCode: string | null;
  readonly message: string | null;
  readonly field: string | null;
  readonly rowCounts: Readonly<Partial<Record<ObjectName, number>>>;
  /** The first of the entries that it was about. Each entry names all attempts that were about it. */
  readonly slots: readonly Slot[];
  /** What was asked and answered, as far as it failed: bounded, without tokens and without a person's own words. */
  readonly request: JsonObject | null;
  readonly response: JsonObject | null;
}

/** `read`: rows were looked at before they are written. */
export type AttemptAction = (typeof ATTEMPT_ACTIONS)[number];
export const ATTEMPT_ACTIONS = ['read', 'write'] as const;

/**
 * `taken`: Twenty did all that was asked; `taken-in-part`: some objects of the document, not others; `unanswered`: nobody
 * knows; `not-sent`: it surely did nothing.
 */
export type AttemptAnswer = (typeof ATTEMPT_ANSWERS)[number];
export const ATTEMPT_ANSWERS = ['taken', 'taken-in-part', 'refused', 'unanswered', 'not-sent'] as const;

/** An attempt that is to be kept: when it began, counted back from now, because the store's clock is the one that counts. */
export interface NewAttempt extends DeliveryAttempt {
  readonly startedAgoMs: number;
}

export interface KeptAttempt extends DeliveryAttempt {
  readonly startedAt: Instant;
}

/** An entry names so many of its newest attempts. */
export const ATTEMPTS_PER_ENTRY = 50;
