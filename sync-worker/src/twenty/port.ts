import type {
  CallId,
  CompanyList,
  E164,
  Instant,
  Member,
  MemberId,
  OpportunityList,
  OpportunityQuery,
  PersonId,
  PersonSummary,
  WorkspaceId,
} from '@twenty-dialer/contract';
import type { LedgerTotals } from '../outbox/compare-figures.ts';
import type { JsonObject, ObjectName, ReadName } from '../outbox/entry.ts';
import type { ProgressionTotals } from '../outbox/progression-record.ts';
import type { FoundRow } from '../outbox/reconciled.ts';
import type { CallFilter, CallPosition } from '../store/call-port.ts';
import type { TwentyRole } from '../store/session-port.ts';
import type { ManagedTeam } from '../store/team-port.ts';

/** Writes of the worker's own, with the app's token (or an API key). All GraphQL lives behind these ports. */
export interface TwentyRecords {
  /**
   * Upserts one batch per object in ONE document (root fields run in parallel in Twenty and are not atomic).
   * At most 200 records per object; records must not point at one another. One token of Twenty's budget per object.
   * Never throws for what Twenty answers; answers are paired by id, else by the unique field.
   */
  upsert(batches: ReadonlyMap<ObjectName, readonly TwentyRecord[]>): Promise<WriteAnswer>;
  /** Rows by id, deleted ones included. @throws TwentyError */
  read(objectName: ReadName, ids: readonly string[]): Promise<readonly TwentyRow[]>;
  /** Which of these ids exist (not deleted) among people and members. @throws TwentyError */
  existing(objectName: 'person' | 'workspaceMember', ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** What the worker needs and the workspace lacks, in words; empty when all is there. @throws TwentyError */
  missingFromSchema(): Promise<readonly string[]>;
  /** The workspace that the credentials belong to. @throws TwentyError */
  workspace(): Promise<{ id: WorkspaceId; name: string }>;
}

export interface TwentyRecord {
  readonly id: string;
  readonly fields: JsonObject;
}

export interface TwentyRow {
  readonly id: string;
  readonly fields: JsonObject;
  readonly isDeleted: boolean;
}

export type WriteAnswer =
  /** Twenty answered. `written`: our id → the id of the row in Twenty, per object that succeeded; the rest is in `refusals`. */
  | {
      readonly kind: 'answered';
      readonly written: ReadonlyMap<ObjectName, ReadonlyMap<string, string>>;
      readonly refusals: readonly TwentyRefusal[];
    }
  /** Nobody knows whether it was written: timeout, connection cut, 5xx, an answer that cannot be read. */
  | { readonly kind: 'unanswered'; readonly reason: string }
  /** It surely was not written: no connection stood, or no token could be had. A spent budget is an answer. */
  | { readonly kind: 'not-sent'; readonly reason: string };

/** One entry of Twenty's `errors`. They carry no path, so a refusal is not tied to a root field. */
export interface TwentyRefusal {
  readonly message: string;
  readonly code: string | null;
  readonly subCode: string | null;
  readonly userFriendlyMessage: string | null;
}

/**
 * What Twenty has, to be compared with what is held here: read with the worker's own token, each question one token of the
 * budget, at most 200 ids each. @throws TwentyError
 */
export interface TwentyReconciliation {
  /** Calls with one of these ids, or that bear one of these call ids, deleted ones included. */
  calls(which: { ids: readonly string[]; callIds: readonly CallId[] }): Promise<readonly FoundRow[]>;
  /** Calls that are not deleted and started in [from, to), by id. */
  callsBetween(query: {
    from: Instant;
    to: Instant;
    after: string | null;
    first: number;
  }): Promise<{ readonly rows: readonly FoundRow[]; readonly last: string | null; readonly isLast: boolean }>;
  /** Deleted ones included. */
  notes(ids: readonly string[]): Promise<readonly FoundRow[]>;
  /** Deleted ones included. */
  noteTargets(ids: readonly string[]): Promise<readonly FoundRow[]>;
  /** Records of reps' days that are not deleted. */
  days(ids: readonly string[]): Promise<readonly FoundRow[]>;
  /** By the member. */
  totals(memberIds: readonly MemberId[]): Promise<ReadonlyMap<string, LedgerTotals>>;
}

/** Reads with the person's own token: not throttled, and Twenty's permissions apply. */
export interface TwentyPeople {
  search(accessToken: string, search: string): Promise<readonly PersonSummary[]>;
  get(accessToken: string, personId: PersonId): Promise<PersonSummary | null>;
  /** Whether this person's role lets them read people, with all that is shown of them. @throws TwentyError */
  mayRead(accessToken: string): Promise<boolean>;
  /** Makes a person, with the rights of whoever asks; the same id again makes no second one. @throws TwentyError */
  create(
    accessToken: string,
    person: { id: PersonId; firstName: string; lastName: string; number: E164 },
  ): Promise<PersonSummary>;
}

/** What a call can be about, read with the person's own token. At most 25, the last changed first. @throws TwentyError */
export interface TwentyCallLinks {
  companies(accessToken: string, search: string): Promise<CompanyList['companies']>;
  /** Those that are not won or lost: the person's and the company's, or all that have the words in their names. */
  opportunities(accessToken: string, query: OpportunityQuery): Promise<OpportunityList['opportunities']>;
}

/** Calls as Twenty shows them to a person, read with their own token. @throws TwentyError */
export interface TwentyCalls {
  /** Calls behind `after` in the order of `CallPosition`, at most `limit`; `total` of all that the filter finds, if wanted. */
  list(
    accessToken: string,
    query: { filter: CallFilter; after: CallPosition | null; limit: number; withTotal: boolean },
  ): Promise<{ readonly calls: readonly ListedCall[]; readonly total: number | null }>;
  /** One call with its notes; null when there is none, or the person may not see it. */
  one(
    accessToken: string,
    callId: CallId,
  ): Promise<{ readonly call: TwentyCall; readonly notes: readonly TwentyNote[] } | null>;
  /** Everybody who makes calls in this workspace, by name. */
  members(accessToken: string): Promise<readonly { readonly id: MemberId; readonly name: string }[]>;
}

/** A call's record. Options of selects are keys, as everywhere: `no-answer`; empty texts are null. */
export interface TwentyCall {
  readonly recordId: string;
  /** Null also where somebody wrote something else there. */
  readonly callId: CallId | null;
  readonly member: { readonly id: MemberId; readonly name: string } | null;
  readonly person: { readonly id: PersonId; readonly name: string } | null;
  /** The other side's. */
  readonly number: string | null;
  readonly direction: string | null;
  /** Null: needs wrap-up. */
  readonly outcome: string | null;
  readonly line: string | null;
  readonly status: string | null;
  readonly disposition: string | null;
  readonly startedAt: Instant | null;
  readonly talkSeconds: number | null;
  readonly callSessionId: string | null;
}

/** A call with its place in the list. */
export interface ListedCall extends TwentyCall {
  readonly position: CallPosition;
}

export interface TwentyNote {
  readonly recordId: string;
  readonly markdown: string;
  readonly createdAt: Instant;
}

/** One record of ours as Twenty shows it to a person, read with their own token. */
export interface TwentyLook {
  /** Deleted ones included; null: there is none of that id. @throws TwentyError */
  at(accessToken: string, objectName: ObjectName, recordId: string): Promise<TwentyRow | null>;
}

/** A rep's row of progression, read with their own token. */
export interface TwentyProgression {
  /** Null: Twenty has none, or has it deleted. @throws TwentyError */
  of(accessToken: string, memberId: MemberId): Promise<ProgressionTotals | null>;
}

export interface TwentyTokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number;
}

/** Who may do what, and who leads whom, as Twenty says to a person's own token. @throws TwentyError */
export interface TwentyAccess {
  /** All roles that people can hold; refused where the person may not look after roles. */
  roles(accessToken: string): Promise<readonly (TwentyRole & { readonly members: number })[]>;
  /** The teams that name this member as their manager, with whose progression names the team. */
  teamsManagedBy(accessToken: string, managerId: MemberId): Promise<readonly ManagedTeam[]>;
}

/** Somebody as Twenty knows them now. */
export interface CurrentMember {
  readonly member: Member;
  readonly roles: readonly TwentyRole[];
  readonly workspaceId: WorkspaceId;
}

/** OAuth 2.0 authorization code with PKCE against Twenty, through the app's own registration. @throws TwentyError */
export interface TwentySignIn {
  authorizeUrl(request: { state: string; codeChallenge: string; redirectUri: string }): Promise<string>;
  exchange(request: { code: string; codeVerifier: string; redirectUri: string }): Promise<TwentyTokens>;
  refresh(refreshToken: string): Promise<TwentyTokens>;
  /** Best effort: the tokens are forgotten here in any case. */
  revoke(tokens: TwentyTokens): Promise<void>;
  /** Who the token belongs to, asked of Twenty itself. */
  currentMember(accessToken: string): Promise<CurrentMember>;
}
