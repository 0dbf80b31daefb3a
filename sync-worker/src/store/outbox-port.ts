import type { DeliveryStatus, MemberId } from '@twenty-dialer/contract';
import type { KeptAttempt, NewAttempt } from '../outbox/attempt.ts';
import type { BudgetDecision, BudgetState } from '../outbox/budget.ts';
import type { DeliveryState, LeasedEntry, ObjectName, RecordToDeliver, Settlement } from '../outbox/entry.ts';
import type { LagCounts } from '../outbox/lag.ts';
import type { DeliveryPause } from './admin-port.ts';

export interface OutboxStore {
  /**
   * Puts the present state of records into the outbox, one entry per slot. New content raises the entry's version and
   * makes it pending again (a leased one keeps its holder, whose settlement for the older version will not count as
   * delivered); the same content changes nothing.
   */
  touch(records: readonly RecordToDeliver[]): Promise<void>;
  /**
   * Leases entries that are due and wait for nothing, the longest due first, skipping what others hold
   * (FOR UPDATE SKIP LOCKED). An expired lease is taken over and its entry marked as unanswered.
   */
  lease(request: { holder: string; leaseMs: number; perObject: number }): Promise<readonly LeasedEntry[]>;
  /** Prolongs what `holder` still holds; returns the slots it still holds. */
  renew(request: { holder: string; leaseMs: number; slots: readonly string[] }): Promise<readonly string[]>;
  /**
   * Settles what `holder` still holds; what it lost is left alone. Returns the slots that were settled. Keeps, with it, what
   * was tried; the settlements say which entries each attempt was about.
   */
  settle(
    holder: string,
    settlements: readonly Settlement[],
    attempts?: readonly NewAttempt[],
  ): Promise<readonly string[]>;
  /** Attempts that were about an entry, the newest first, as far as they are still kept: 50 at most. */
  attemptsOf(slot: string): Promise<readonly KeptAttempt[]>;
  /** All that is not in Twenty as it should be, by object and state. Entries that have arrived cost it nothing. */
  backlog(): Promise<readonly BacklogPart[]>;
  /** Milliseconds until the next entry is due or a lease runs out, 0 when one is due now, null when nothing waits. */
  msUntilNextDue(): Promise<number | null>;
  /** Entries by object and state, for metrics and tests. */
  count(): Promise<readonly { objectName: ObjectName; state: string; count: number }[]>;
}

export interface BacklogPart {
  readonly objectName: ObjectName;
  readonly state: DeliveryState;
  readonly count: number;
  /** How long the one that has been due the longest waits; null where none is due (dead, dismissed, held back by another). */
  readonly oldestWaitingMs: number | null;
}

export interface DeliveryStore {
  status(): Promise<DeliveryStatus>;
  /** The same state and message again keep `since`. */
  setStatus(status: { state: DeliveryStatus['state']; message: string }): Promise<void>;
  /** Null: no admin has stopped delivery. */
  pause(): Promise<DeliveryPause | null>;
  /** Stops delivery until it is resumed; a second stop replaces the words of the first. */
  setPause(pause: { memberId: MemberId; by: string; reason: string }): Promise<void>;
  /** False when nothing was stopped. */
  resume(): Promise<boolean>;
  /** Reads the shared budget row under a lock, lets `decide` (pure) choose, and writes what it says. Null: no row yet. */
  spendBudget(decide: (state: BudgetState | null, nowMs: number) => BudgetDecision): Promise<BudgetDecision>;
  /** The shared budget row as it is, without a lock, and the time by which it counts. Null: no row yet. */
  budget(): Promise<{ readonly state: BudgetState | null; readonly nowMs: number }>;
  /** How long records of calls that reached Twenty within so many milliseconds had been due. */
  lags(withinMs: number): Promise<LagCounts>;
  /** Removes attempts that are older, the oldest first, `limit` at most; answers how many. */
  forgetAttempts(olderThanMs: number, limit: number): Promise<number>;
}
