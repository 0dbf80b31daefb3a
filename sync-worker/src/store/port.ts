import type {
  CallEdit,
  CallId,
  CallMoment,
  CallReport,
  DeliveryLogLine,
  DeliveryStatus,
  E164,
  Instant,
  Member,
  MemberId,
  PersonId,
  WorkspaceId,
} from '@twenty-dialer/contract';
import type { KeptAttempt, NewAttempt } from '../outbox/attempt.ts';
import type { BudgetDecision, BudgetState } from '../outbox/budget.ts';
import type { SessionFigures } from '../outbox/call-session-record.ts';
import type { DayFigures } from '../outbox/daily-call-stats-record.ts';
import type {
  DeliveryState,
  EntrySummary,
  LeasedEntry,
  ObjectName,
  RecordToDeliver,
  Settlement,
} from '../outbox/entry.ts';
import type { LagCounts } from '../outbox/lag.ts';
import type { PersonFigures } from '../outbox/person-record.ts';
import type { LedgerEntry } from '../outbox/progression-entries.ts';
import type { ProgressionTotals } from '../outbox/progression-record.ts';
import type { SyncLogLine } from '../outbox/sync-log-record.ts';
import type { AdminDeliveryStore, AuditStore, DeliveryJobStore, DeliveryPause } from './admin-port.ts';
import type { AlertStore } from './alert-port.ts';
import type { HeldMatch, MatchStore } from './match-port.ts';
import type { DoNotCallStore, MirrorStateStore, PeopleStore } from './mirror-port.ts';
import type { ReconciliationStore } from './reconciliation-port.ts';

/**
 * The store: everything the worker must not forget, in the Postgres dialect, embedded (PGlite) or on a server.
 * One conformance suite holds for every implementation.
 */
export interface TransactionOptions {
  /**
   * Every statement finds its rows by key, never by reading on. The embedded store then plans each of them once, which is
   * half of what a report costs; a list has to be planned for the rows there are.
   */
  readonly findsByKey?: boolean;
}

export interface Store {
  readonly kind: 'pglite' | 'postgres';
  /**
   * The only way to read or write: one transaction, in which Row Level Security shows `workspaceId` and nothing else.
   * Commits when `work` resolves, rolls back when it throws. Do not start another one inside.
   * @throws StoreUnavailableError when the database cannot be reached.
   */
  transaction<T>(
    workspaceId: WorkspaceId,
    work: (tx: StoreTransaction) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>;
  /** The same store, for work that nobody waits for: its transactions let those go first that somebody does. */
  inBackground(): Store;
  /** Makes the workspace known; the same again changes its address and name. */
  registerWorkspace(workspace: Workspace): Promise<void>;
  /** All workspaces of this installation. */
  listWorkspaces(): Promise<readonly Workspace[]>;
  /** Hears of every commit that touched the outbox or a call, from every worker on this store. Returns how to stop. */
  onChange(listener: (change: StoreChange) => void): () => void;
  /** @throws StoreUnavailableError */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface Workspace {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly twentyUrl: string;
}

export interface StoreChange {
  readonly workspaceId: WorkspaceId;
  /**
   * `outbox`: something may be due; `calls`: a call or its sync state changed; `delivery`: the delivery status changed;
   * `progression`: a member's totals, or how far they have come, changed; `jobs`: there is something to do about many records.
   */
  readonly topic: 'outbox' | 'calls' | 'delivery' | 'progression' | 'jobs';
  /** Whose; null: it may be anybody's. */
  readonly memberId: MemberId | null;
}

export interface StoreTransaction {
  readonly calls: CallStore;
  readonly outbox: OutboxStore;
  readonly delivery: DeliveryStore;
  readonly deliveries: AdminDeliveryStore;
  readonly deliveryJobs: DeliveryJobStore;
  readonly audit: AuditStore;
  readonly progression: ProgressionStore;
  readonly projections: ProjectionStore;
  readonly sessions: SessionStore;
  readonly signIns: SignInStore;
  readonly dialTickets: DialTicketStore;
  readonly people: PeopleStore;
  readonly doNotCall: DoNotCallStore;
  readonly matching: MatchStore;
  readonly mirror: MirrorStateStore;
  readonly alerts: AlertStore;
  readonly retention: RetentionStore;
  readonly reconciliation: ReconciliationStore;
  readonly deliveryLog: DeliveryLogStore;
}

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

/** A member's own calls, as history looks for them. */
export interface CallSearchStore {
  /**
   * Calls behind `after`, in the order of `CallPosition`. `newer-here`: those that Twenty does not have, or may have in an
   * older state than the store; many calls that have arrived cost it nothing. `among`: only these calls.
   */
  search(query: {
    memberId: MemberId;
    which: 'all' | 'newer-here';
    filter: CallFilter;
    after: CallPosition | null;
    among: readonly CallId[] | null;
    limit: number;
  }): Promise<readonly CallRecord[]>;
  /** How many calls are meant for Twenty and never were there. */
  countNotInTwenty(query: { memberId: MemberId; filter: CallFilter }): Promise<number>;
  /** Those of the calls that are the member's own, in no order. */
  find(query: { memberId: MemberId; callIds: readonly CallId[] }): Promise<readonly CallRecord[]>;
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

export interface MemberTotals extends ProgressionTotals {
  readonly member: { readonly id: MemberId; readonly name: string };
  /** What Twenty had before is counted. Until then nothing of it may be written there. */
  readonly isOpened: boolean;
}

/** A member's totals, and how far they have come on their way to Twenty; `entry` is null while they are not written. */
export interface MemberProgression extends MemberTotals {
  readonly entry: {
    readonly state: DeliveryState;
    readonly isDue: boolean;
    readonly deliveredAt: Instant | null;
    /** The XP that Twenty was last given. */
    readonly deliveredXp: number | null;
  } | null;
}

/** The XP ledger, to which is only ever appended, and the totals that are kept up with it. */
export interface ProgressionStore {
  /**
   * Reads what the ledger holds about a call, appends what `missing` (pure) says that it lacks, and answers the totals
   * that come of it; null: it lacks nothing. Entries count once per call, revision and rule. Call it in the transaction
   * that accepts the report: the member's lock is held there.
   */
  append(
    call: {
      readonly callId: CallId;
      readonly revision: number;
      readonly member: { readonly id: MemberId; readonly name: string };
      /** Nothing was known of the call before, so the ledger holds nothing of it either. */
      readonly isFirst?: boolean;
    },
    missing: (held: readonly LedgerEntry[]) => readonly LedgerEntry[],
  ): Promise<MemberTotals | null>;
  /** Counts what Twenty had when we first met the member, once. Null: that was done before, and nothing changed. */
  open(
    member: { readonly id: MemberId; readonly name: string },
    found: ProgressionTotals | null,
  ): Promise<MemberTotals | null>;
  /** Null: the ledger knows nothing of the member. */
  get(memberId: MemberId): Promise<MemberProgression | null>;
  /** Everybody who has totals, or should have. */
  members(): Promise<readonly MemberId[]>;
  /** Works a member's totals and days out anew, from the ledger alone. */
  rebuild(
    memberId: MemberId,
  ): Promise<{ readonly before: MemberTotals | null; readonly after: MemberTotals }>;
}

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

/** A role of Twenty's that somebody holds. */
export interface TwentyRole {
  readonly id: string;
  readonly label: string;
  readonly canUpdateAllSettings: boolean;
}

/** A signed-in rep. The cookie's secret is stored only as a SHA-256 hash, Twenty's tokens only encrypted. */
export interface SessionRecord {
  readonly idHash: string;
  readonly member: Member;
  readonly encryptedTokens: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** The member's roles in Twenty, as it last said; null: they were never asked for. */
  readonly roles: { readonly roles: readonly TwentyRole[]; readonly askedAt: Date } | null;
  /** Whether the person's own token may read people, as Twenty last said; null: it was never asked. */
  readonly mayReadPeople: { readonly answer: boolean; readonly askedAt: Date } | null;
}

export interface SessionStore {
  create(session: {
    idHash: string;
    member: Member;
    encryptedTokens: string;
    /** As Twenty just said; left out: it was not asked. */
    roles?: readonly TwentyRole[];
    lifetimeMs: number;
  }): Promise<void>;
  /** Null when there is none or it has expired, by the store's clock. */
  find(idHash: string): Promise<SessionRecord | null>;
  updateTokens(idHash: string, encryptedTokens: string): Promise<void>;
  keepMayReadPeople(idHash: string, answer: boolean): Promise<void>;
  keepRoles(idHash: string, roles: readonly TwentyRole[]): Promise<void>;
  remove(idHash: string): Promise<void>;
}

export interface SignInStore {
  create(attempt: {
    stateHash: string;
    codeVerifier: string;
    returnTo: string;
    lifetimeMs: number;
  }): Promise<void>;
  /** Gives an attempt out once; null when unknown, used or expired. */
  consume(stateHash: string): Promise<{ codeVerifier: string; returnTo: string } | null>;
}

/** Links in Twenty that may dial by themselves. The ticket's secret is stored only as a SHA-256 hash. */
export interface DialTicketStore {
  create(ticket: { ticketHash: string; memberId: MemberId; number: E164; lifetimeMs: number }): Promise<void>;
  /** True once, for the member and the number that it was made for, in time by the store's clock. */
  redeem(ticket: { ticketHash: string; memberId: MemberId; number: E164 }): Promise<boolean>;
}

/** What may be removed after a time: it has served, and nothing that is shown or counted rests on it. */
export type Forgettable =
  /** Sessions, sign-ins and tickets that expired longer ago. */
  | 'session'
  | 'sign-in'
  | 'dial-ticket'
  /** Lines of the sync log that were put right, and days, that Twenty has as they are. */
  | 'log-line'
  | 'log-day'
  /** What the outbox holds of such lines. */
  | 'log-entry';

export interface RetentionStore {
  /** Removes what is older, the oldest first, `limit` at most; answers how many. */
  forget(what: Forgettable, olderThanMs: number, limit: number): Promise<number>;
}

/** What was delivered, tried and failed, to be taken away as a file. */
export interface DeliveryLogStore {
  /** The next lines of [from, to), perhaps none, and where to go on; null: that was all. */
  page(query: {
    from: Instant;
    to: Instant;
    after: string | null;
  }): Promise<{ readonly lines: readonly DeliveryLogLine[]; readonly through: string | null }>;
}
