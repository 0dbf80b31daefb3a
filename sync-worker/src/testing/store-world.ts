import { randomUUID } from 'node:crypto';
import { MemberId, WorkspaceId } from '@twenty-dialer/contract';
import { APP_ROLE, type Database, type Query, SCHEMA } from '../store/database.ts';
import type { Store, StoreTransaction } from '../store/port.ts';

/** An open store and the database below it, as conformance tests need both. */
export interface OpenedStore {
  readonly store: Store;
  readonly database: Database;
  close(): Promise<void>;
}

/** One workspace of a test's own, in a store that other tests use as well. */
export interface StoreWorld {
  readonly store: Store;
  readonly database: Database;
  readonly workspaceId: WorkspaceId;
  readonly memberId: MemberId;
  tx<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** Looks at rows of the workspace, with the rights of the product. */
  rows(sql: string, parameters?: Parameters<Query>[1]): Promise<readonly unknown[]>;
  /** Moves everything that waits for a time that much closer. Tests do not sleep. */
  passTime(ms: number): Promise<void>;
}

export const createWorld = ({ store, database }: Pick<OpenedStore, 'store' | 'database'>): StoreWorld => {
  const workspaceId = WorkspaceId.parse(randomUUID());
  const settings = { role: APP_ROLE, 'dialer.workspace_id': workspaceId, search_path: SCHEMA };
  return {
    store,
    database,
    workspaceId,
    memberId: MemberId.parse(randomUUID()),
    tx: (work) => store.transaction(workspaceId, work),
    rows: (sql, parameters = []) => database.transaction(settings, (query) => query(sql, parameters)),
    passTime: (ms) =>
      database.transaction(settings, async (query) => {
        for (const statement of PASS_TIME) await query(statement, [ms]);
      }),
  };
};

const earlier = (column: string) => `${column} = ${column} - $1 * interval '1 millisecond'`;
const PASS_TIME = [
  `update outbox_entry set ${earlier('due_at')}, ${earlier('lease_expires_at')}, ${earlier('delivered_at')},
     ${earlier('waiting_since')}`,
  `update delivery_attempt set ${earlier('started_at')}`,
  `update projection_turn set ${earlier('next_at')}`,
  `update session set ${earlier('expires_at')}, ${earlier('earlier_until')}, ${earlier('cookie_at')}`,
  `update sign_in set ${earlier('expires_at')}`,
  `update dial_ticket set ${earlier('expires_at')}`,
  `update mirror_state set ${earlier('held_until')}`,
  `update reconciliation set ${earlier('held_until')}`,
  `update do_not_call set ${earlier('expires_at')}`,
  `update alert set ${earlier('opened_at')}, ${earlier('fine_since')}, ${earlier('closed_at')}`,
  `update alert_notice set ${earlier('made_at')}, ${earlier('due_at')}`,
  `update delivery_pause set ${earlier('since')}`,
  `update sync_failure set ${earlier('at')}`,
  `update sync_day set ${earlier('last_at')}`,
  'update delivery_budget set allowed_at_ms = allowed_at_ms - $1',
];
