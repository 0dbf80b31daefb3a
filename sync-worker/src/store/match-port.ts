import type { CallId, CallMatch, E164, Instant, MemberId, PersonId } from '@twenty-dialer/contract';
import type { Candidate } from '../outbox/match.ts';
import type { CallRecord } from './call-port.ts';
import type { MirroredPerson } from './mirror-port.ts';

/** What the worker found out about a call by its number. */
export interface HeldMatch extends CallMatch {
  readonly companyId: string | null;
}

/** Somebody with a number, with all that the mirror knows. */
export interface Owner extends Candidate {
  readonly person: MirroredPerson;
}

/** A call that names nobody, in the hands of whoever looks for its person. */
export interface OpenCall {
  readonly call: CallRecord;
  /** The rep's name, as the record of the call has it. */
  readonly memberName: string;
  /** It is not written to Twenty. */
  readonly isKeptHere: boolean;
}

/** Calls and the people behind their numbers. */
export interface MatchStore {
  /**
   * Everybody with the number, in one look, as a member sees them who called at that time. Null: the mirror of people is not
   * filled yet, so that nobody knows who else has it.
   */
  owners(query: { number: E164; memberId: MemberId; at: Instant }): Promise<readonly Owner[] | null>;
  /** Keeps who was called. The caller holds the call. What was kept before gives way. */
  keep(callId: CallId, match: Pick<CallMatch, 'personId' | 'how'>): Promise<void>;
  /** These numbers are news: they lead to others than before. Only those of calls without a person are noted. */
  mark(numbers: readonly E164[]): Promise<void>;
  /** Numbers that are news, with all their open calls. They stay news until `forget`. None while the mirror is not filled. */
  news(limit: number): Promise<{
    readonly marks: readonly string[];
    readonly calls: readonly {
      readonly callId: CallId;
      readonly memberId: MemberId;
      readonly number: E164;
    }[];
  }>;
  forget(marks: readonly string[]): Promise<void>;
  /** Takes hold of a call until the end of the transaction, as a report of it does; null: it is not open any more. */
  hold(call: { callId: CallId; memberId: MemberId }): Promise<OpenCall | null>;
  /** People whose do-not-call flag in Twenty should be other than we last told it. */
  peopleWithOtherFlag(limit: number): Promise<readonly PersonId[]>;
}
