import type { DeliveryLogLine, Instant, MemberId, WorkspaceId } from '@twenty-dialer/contract';
import type { AccessStore } from './access-port.ts';
import type { AdminDeliveryStore, AuditStore, DeliveryJobStore, TrailKeeper } from './admin-port.ts';
import type { AlertStore } from './alert-port.ts';
import type { CallStore } from './call-port.ts';
import type { RequestCountStore } from './limit-port.ts';
import type { MatchStore } from './match-port.ts';
import type { DoNotCallStore, MirrorStateStore, PeopleStore } from './mirror-port.ts';
import type { DeliveryStore, OutboxStore } from './outbox-port.ts';
import type { ProgressionStore } from './progression-port.ts';
import type { ProjectionStore } from './projection-port.ts';
import type { ReconciliationStore } from './reconciliation-port.ts';
import type { DialTicketStore, SessionStore, SignInStore } from './session-port.ts';
import type { SettingsStore } from './settings-port.ts';
import type { TeamStore } from './team-port.ts';

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
  /** Opens the audit trail to what takes its old entries out by rule; there is no other way to. */
  keepTrail<T>(workspaceId: WorkspaceId, work: (trail: TrailKeeper) => Promise<T>): Promise<T>;
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

/** Of what a commit may tell; after a gap everybody looks at all of it. */
export const STORE_TOPICS = [
  'outbox',
  'calls',
  'delivery',
  'progression',
  'jobs',
  'settings',
  'sessions',
] as const;
export type StoreTopic = (typeof STORE_TOPICS)[number];

export interface StoreChange {
  readonly workspaceId: WorkspaceId;
  /**
   * `outbox`: something may be due; `calls`: a call or its sync state changed; `delivery`: the delivery status changed;
   * `progression`: a member's totals, or how far they have come, changed; `jobs`: there is something to do about many records;
   * `settings`: an admin set something for everybody; `sessions`: one of the member's ended.
   */
  readonly topic: StoreTopic;
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
  readonly settings: SettingsStore;
  readonly progression: ProgressionStore;
  readonly projections: ProjectionStore;
  readonly sessions: SessionStore;
  readonly signIns: SignInStore;
  readonly access: AccessStore;
  readonly teams: TeamStore;
  readonly dialTickets: DialTicketStore;
  readonly people: PeopleStore;
  readonly doNotCall: DoNotCallStore;
  readonly matching: MatchStore;
  readonly mirror: MirrorStateStore;
  readonly alerts: AlertStore;
  readonly retention: RetentionStore;
  readonly reconciliation: ReconciliationStore;
  readonly deliveryLog: DeliveryLogStore;
  readonly requestCounts: RequestCountStore;
}

/** What may be removed after a time: it has served, and nothing that is shown or counted rests on it. */
export type Forgettable =
  /** Sessions, sign-ins and tickets that expired longer ago. */
  | 'session'
  | 'sign-in'
  | 'dial-ticket'
  /** Requests that were counted longer ago. */
  | 'request-count'
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
