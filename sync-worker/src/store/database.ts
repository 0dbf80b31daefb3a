import type { Logger } from 'pino';

/**
 * What the store needs of a database in Postgres' dialect. Two drivers: PGlite in a thread and a Postgres server.
 * Internal to the store; everybody else uses `Store`.
 */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /**
   * Runs `work` between begin and commit, with `settings` valid until its end. Rolls back when `work` throws.
   * @throws StoreUnavailableError when the database cannot be reached or gave up.
   */
  transaction<T>(
    settings: TransactionSettings,
    work: (query: Query, script: Script) => Promise<T>,
    urgency?: Urgency,
  ): Promise<T>;
  /** @throws StoreUnavailableError */
  ping(): Promise<void>;
  /** Lets running transactions end, then gives everything back. */
  close(): Promise<void>;
}

/** Where everybody shares one connection, what is done in the background lets go first what somebody waits for. */
export type Urgency = 'waited-for' | 'background';

/** Parameters valid in one transaction: the role it takes on, the workspace it sees, … */
export type TransactionSettings = Readonly<Record<string, string>>;

/** Rows are unknown until a schema has read them: the drivers do not agree on what a count is. */
export type Query = (sql: string, parameters?: readonly Parameter[]) => Promise<readonly unknown[]>;

/** Several statements without parameters, as a migration holds them. */
export type Script = (sql: string) => Promise<void>;

/** What both drivers write the same way. Objects go as JSON text, cast `::text::jsonb`; times as ISO text. */
export type Parameter = string | number | boolean | null | readonly string[];

/** Hears what commits say on the channel, from this process and from others. */
export interface Listener {
  onNotification(payload: string): void;
  /** Notifications may have been missed, because the connection that hears them was gone for a while. */
  onGap(): void;
}

export type StoreLog = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** The one channel on which commits are told. */
export const CHANGE_CHANNEL = 'dialer_change';

/** The schema that holds all tables, so that nothing of ours mixes with other software in the same database. */
export const SCHEMA = 'dialer';

/** Sees the rows of one workspace. */
export const APP_ROLE = 'dialer_app';
/** Sees the list of workspaces and nothing else. */
export const PLATFORM_ROLE = 'dialer_platform';
/** Removes and rewrites, under rules, what the worker's own role cannot: the audit trail. */
export const KEEPER_ROLE = 'dialer_keeper';
