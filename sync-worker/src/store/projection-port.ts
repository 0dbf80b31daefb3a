import type { CallId, PersonId } from '@twenty-dialer/contract';
import type { SessionFigures } from '../outbox/call-session-record.ts';
import type { DayFigures } from '../outbox/daily-call-stats-record.ts';
import type { PersonFigures } from '../outbox/person-record.ts';
import type { SyncLogLine } from '../outbox/sync-log-record.ts';

/** Whether figures may be counted. Workers of one workspace take turns. */
export type ProjectionTurn =
  /** The caller holds the turn until its transaction ends. */
  | { readonly kind: 'now' }
  | { readonly kind: 'later'; readonly waitMs: number }
  /** Nothing has changed since the last count. */
  | { readonly kind: 'nothing-new' };

/** What calls add up to now, for every sitting, day and person that the calls counted for before or count for now. */
export interface ChangedFigures {
  readonly sessions: readonly SessionFigures[];
  readonly days: readonly DayFigures[];
  readonly people: readonly PersonFigures[];
  /** More calls wait to be counted. */
  readonly hasMore: boolean;
}

/** A line of the log, and which state of it this is. */
export interface UntoldLine {
  readonly line: SyncLogLine;
  readonly revision: number;
}

/**
 * Figures that are worked out from calls, and the log of deliveries. Each report marks its call; whoever has the turn
 * counts marked calls, so that a report waits for nothing of this.
 */
export interface ProjectionStore {
  takeTurn(): Promise<ProjectionTurn>;
  /**
   * Nobody counts for so many milliseconds, and entries of figures and of the log that were held back while a backlog was
   * counted are due now. Only for whoever holds the turn.
   */
  endTurn(intervalMs: number): Promise<void>;
  /**
   * Counts the calls that were marked first, `limit` marks at most. A call is counted as its present report has it, in
   * whatever order its reports came; practice calls that are kept here are not counted.
   */
  countCalls(limit: number): Promise<ChangedFigures>;
  /** Marks calls whose figures changed otherwise than by a report. */
  markCalls(callIds: readonly CallId[]): Promise<void>;
  /** Marks people of whom something other than a call changed. */
  markPeople(personIds: readonly PersonId[]): Promise<void>;
  /** Marks all calls of the workspace, and says how many: their figures are worked out anew. */
  markAllCalls(): Promise<number>;
  /** Lines of the log that the outbox does not know yet as they are. */
  untoldLog(limit: number): Promise<readonly UntoldLine[]>;
  /** The outbox knows these now. Call it after they were touched, in the same transaction. */
  markTold(lines: readonly UntoldLine[]): Promise<void>;
  /**
   * Keeps, for people whom nothing was written to yet, how many calls Twenty had counted; what is kept stays. Answers
   * what is kept of each.
   */
  openPeople(
    found: readonly { readonly personId: string; readonly callsBefore: number }[],
  ): Promise<ReadonlyMap<string, number>>;
}
