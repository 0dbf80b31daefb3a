import type { CallEdit, CallId, CallMoment, CallReport, Instant, MemberId } from '@twenty-dialer/contract';
import type { EntrySummary } from '../outbox/entry.ts';
import type { HeldMatch } from './match-port.ts';

export interface CallRecord {
  /** As it was last reported, with every further note that was ever heard, the oldest first, and nothing seen in Twenty. */
  readonly report: CallReport;
  /** Who was called, as far as the report leaves it open and the number tells. */
  readonly match: HeldMatch | null;
  readonly memberId: MemberId;
  readonly acceptedAt: Instant;
  readonly changeSeq: number;
  readonly entries: readonly EntrySummary[];
  /** XP that the ledger holds for the call. */
  readonly points: number;
}

/** A call whose report, or a note of it, was just stored. */
export interface CallNews {
  /** As the store holds it now, with every further note that was ever heard. */
  readonly report: CallReport;
  /** Whom its number led to before. */
  readonly match: HeldMatch | null;
  /** The call's entries in the outbox. */
  readonly knownSlots: readonly string[];
  /** Nothing was known of the call before. */
  readonly isFirst: boolean;
  /** The news came with a report that is older than the present one. */
  readonly isLate: boolean;
}

export type Acceptance =
  | {
      readonly result: 'accepted' | 'unchanged' | 'superseded' | 'conflict' | 'too-many-notes';
      /** Something was stored that Twenty does not have: the report, or a note that a late report carried. */
      readonly isNews: boolean;
      /** It is the first that was heard of the call, and the do-not-call list has its number. */
      readonly isBlocked?: boolean;
      readonly call: CallRecord;
    }
  /** The call exists and is another member's: nothing of it is shown. */
  | { readonly result: 'not-yours' };

/** What calls must have in common; null asks for nothing. The same filter goes to the store and to Twenty. */
export interface CallFilter {
  readonly from: Instant | null;
  /** Not itself. */
  readonly to: Instant | null;
  readonly memberIds: readonly MemberId[] | null;
  /** Keys; null among them are calls that nobody has wrapped up. */
  readonly outcomes: readonly (string | null)[] | null;
  readonly lines: readonly string[] | null;
  readonly direction: 'outbound' | 'inbound' | null;
  readonly callSessionId: string | null;
  /** Only calls that are linked to nobody. */
  readonly isUnmatched: boolean;
  readonly search: TypedSearch | null;
}

/** A search as it was typed: all words must be found, or one of the numbers. At least one word. */
export interface TypedSearch {
  /** Found in the title of the call's record, or, where a word is written like a number, its digits in a number. */
  readonly words: readonly { readonly text: string; readonly digits: string | null }[];
  /** When all of it together reads like a number: digits, any of which are enough. */
  readonly numbers: readonly string[];
}

/**
 * A place in a list of calls, the newest first: by time, then by call id, the higher one first, then those without a
 * call id (made by hand in Twenty) by record id.
 */
export interface CallPosition {
  readonly startedAt: Instant;
  readonly callId: string | null;
  /** Only where there is no call id. */
  readonly recordId: string | null;
}

/** Calls of one member, or of several, as history looks for them. */
export interface CallSearchStore {
  /**
   * Calls behind `after`, in the order of `CallPosition`. `newer-here`: those that Twenty does not have, or may have in an
   * older state than the store; many calls that have arrived cost it nothing. `among`: only these calls.
   */
  search(query: {
    memberIds: readonly MemberId[];
    which: 'all' | 'newer-here';
    filter: CallFilter;
    after: CallPosition | null;
    among: readonly CallId[] | null;
    limit: number;
  }): Promise<readonly CallRecord[]>;
  /** How many calls are meant for Twenty and never were there. */
  countNotInTwenty(query: { memberIds: readonly MemberId[]; filter: CallFilter }): Promise<number>;
  /** Those of the calls that are one of these members' own, in no order. */
  find(query: { memberIds: readonly MemberId[]; callIds: readonly CallId[] }): Promise<readonly CallRecord[]>;
  /** Notes that nothing of this call goes to Twenty, so that it is found without being looked for there. */
  keepHere(callId: CallId): Promise<void>;
}

export interface CallStore extends CallSearchStore {
  /**
   * Takes a report by the rule of revisions: higher than ours is accepted, the same content again is unchanged,
   * lower is superseded, the same revision with other content is a conflict.
   *
   * Further notes are a set that only grows, whatever report they come with: a new one in a report that we have makes it
   * accepted, one in a late report is kept all the same. A known note with other words is a conflict; more notes than
   * the contract lets a call hold are too many. In both cases nothing is stored.
   *
   * Keeps what a correction of a wrapped-up call replaces, for `edits`.
   * Serialises reports of one call by a row lock.
   *
   * `onNews` hears of what Twenty does not have yet, before the call is read and gets its change number. Whatever of the
   * outbox and the ledger follows from the report is written there, so that locks are taken in the one order that is safe.
   */
  accept(report: CallReport, onNews?: (news: CallNews) => Promise<void>): Promise<Acceptance>;
  get(callId: CallId): Promise<CallRecord | null>;
  /** Calls of one member that started in [from, to), newest first. */
  list(query: {
    memberId: MemberId;
    from: Instant;
    to: Instant;
    limit: number;
  }): Promise<readonly CallRecord[]>;
  /** Calls of one member that changed after `changeSeq`, oldest change first. Never skips a change that commits late. */
  changedAfter(query: {
    memberId: MemberId;
    changeSeq: number;
    limit: number;
  }): Promise<readonly CallRecord[]>;
  /** Calls of one member that nobody has wrapped up, newest first. */
  unwrapped(query: { memberId: MemberId; limit: number }): Promise<readonly CallRecord[]>;
  /** A call's moments as their witnesses saw them, in order of time; none where the call is not known. */
  moments(callId: CallId): Promise<readonly CallMoment[]>;
  /**
   * What changed from one wrapped-up revision to the next (outcome, note, person), and every further note. One edit per
   * revision, the newest first; empty texts are null.
   */
  edits(callId: CallId): Promise<readonly CallEdit[]>;
  /** The newest `changeSeq` of the workspace: where a fresh event stream starts. */
  latestChangeSeq(): Promise<number>;
}
