import type {
  CallId,
  CallReport,
  DeliveryStatus,
  Instant,
  Member,
  MemberId,
  WorkspaceId,
} from '@twenty-dialer/contract';
import type { BudgetDecision, BudgetState } from '../outbox/budget.ts';
import type { EntrySummary, LeasedEntry, ObjectName, RecordToDeliver, Settlement } from '../outbox/entry.ts';

/**
 * The store: everything the worker must not forget, in the Postgres dialect, embedded (PGlite) or on a server.
 * One conformance suite holds for every implementation.
 */
export interface Store {
  readonly kind: 'pglite' | 'postgres';
  /**
   * The only way to read or write: one transaction, in which Row Level Security shows `workspaceId` and nothing else.
   * Commits when `work` resolves, rolls back when it throws. Do not start another one inside.
   * @throws StoreUnavailableError when the database cannot be reached.
   */
  transaction<T>(workspaceId: WorkspaceId, work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
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
  /** `outbox`: something may be due; `calls`: a call or its sync state changed; `delivery`: the delivery status changed. */
  readonly topic: 'outbox' | 'calls' | 'delivery';
}

export interface StoreTransaction {
  readonly calls: CallStore;
  readonly outbox: OutboxStore;
  readonly delivery: DeliveryStore;
  readonly sessions: SessionStore;
  readonly signIns: SignInStore;
}

export interface CallRecord {
  readonly report: CallReport;
  readonly memberId: MemberId;
  readonly acceptedAt: Instant;
  readonly changeSeq: number;
  readonly entries: readonly EntrySummary[];
}

export type Acceptance =
  | { readonly result: 'accepted' | 'unchanged' | 'superseded' | 'conflict'; readonly call: CallRecord }
  /** The call exists and is another member's: nothing of it is shown. */
  | { readonly result: 'not-yours' };

export interface CallStore {
  /**
   * Takes a report by the rule of revisions: higher than ours is accepted, the same content again is unchanged,
   * lower is superseded, the same revision with other content is a conflict. Only `accepted` writes.
   * Serialises reports of one call by a row lock.
   */
  accept(report: CallReport): Promise<Acceptance>;
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
  /** Settles what `holder` still holds; what it lost is left alone. Returns the slots that were settled. */
  settle(holder: string, settlements: readonly Settlement[]): Promise<readonly string[]>;
  /** Milliseconds until the next entry is due or a lease runs out, 0 when one is due now, null when nothing waits. */
  msUntilNextDue(): Promise<number | null>;
  /** Entries by object and state, for metrics and tests. */
  count(): Promise<readonly { objectName: ObjectName; state: string; count: number }[]>;
}

export interface DeliveryStore {
  status(): Promise<DeliveryStatus>;
  /** The same state and message again keep `since`. */
  setStatus(status: { state: DeliveryStatus['state']; message: string }): Promise<void>;
  /** Reads the shared budget row under a lock, lets `decide` (pure) choose, and writes what it says. Null: no row yet. */
  spendBudget(decide: (state: BudgetState | null, nowMs: number) => BudgetDecision): Promise<BudgetDecision>;
}

/** A signed-in rep. The cookie's secret is stored only as a SHA-256 hash, Twenty's tokens only encrypted. */
export interface SessionRecord {
  readonly idHash: string;
  readonly member: Member;
  readonly encryptedTokens: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface SessionStore {
  create(session: {
    idHash: string;
    member: Member;
    encryptedTokens: string;
    lifetimeMs: number;
  }): Promise<void>;
  /** Null when there is none or it has expired, by the store's clock. */
  find(idHash: string): Promise<SessionRecord | null>;
  updateTokens(idHash: string, encryptedTokens: string): Promise<void>;
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
