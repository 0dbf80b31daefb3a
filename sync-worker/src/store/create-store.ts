import { AsyncLocalStorage } from 'node:async_hooks';
import type { WorkspaceId } from '@twenty-dialer/contract';
import { createAccessStore } from './access-store.ts';
import { actorSettings } from './actor.ts';
import { createAdminDeliveryStore } from './admin-delivery-store.ts';
import { createAlertStore } from './alert-store.ts';
import { createAuditStore, createTrailKeeper } from './audit-store.ts';
import { createChanges } from './call-changes.ts';
import { createCallStore } from './call-store.ts';
import type { ChangeHub } from './change-hub.ts';
import { APP_ROLE, type Database, KEEPER_ROLE, type Query, SCHEMA, type Urgency } from './database.ts';
import { createDeliveryJobStore } from './delivery-job-store.ts';
import { createDeliveryLog } from './delivery-log.ts';
import { createDeliveryStore } from './delivery-store.ts';
import { createDialTicketStore } from './dial-ticket-store.ts';
import { createDoNotCallStore } from './do-not-call-store.ts';
import { createMatchStore } from './match-store.ts';
import { createMirrorStateStore } from './mirror-state-store.ts';
import { createOutboxStore } from './outbox-store.ts';
import { createPeopleStore } from './people-store.ts';
import type { Store, StoreTransaction } from './port.ts';
import { createProgressionStore } from './progression-store.ts';
import { createProjectionStore } from './projection-store.ts';
import { createReconciliationStore } from './reconciliation-store.ts';
import { createRequestCountStore } from './request-count-store.ts';
import { createRetentionStore } from './retention-store.ts';
import { createSessionStore } from './session-store.ts';
import { createSettingsStore } from './settings-store.ts';
import { createSignInStore } from './sign-in-store.ts';
import { createTeamStore } from './team-store.ts';
import { listWorkspaces, registerWorkspace } from './workspaces.ts';

/** The store over an open database whose tables are in place. */
export const createStore = (database: Database, hub: ChangeHub): Store => {
  const inside = new AsyncLocalStorage<{ isOpen: boolean }>();

  /** On the embedded database, which has one connection, the inner one would wait for the outer one for ever. */
  const refuseInside = () => {
    if (inside.getStore()?.isOpen) throw new Error('A store transaction was started inside another one.');
  };

  const transaction =
    (urgency: Urgency): Store['transaction'] =>
    async (workspaceId, work, { findsByKey = false } = {}) => {
      refuseInside();
      const mark = { isOpen: true };
      const run = async (query: Query) => {
        const { tx, tell } = openTransaction(query, workspaceId);
        const result = await inside.run(mark, () => work(tx));
        await tell();
        return result;
      };
      const planning = database.kind === 'postgres' ? ONE_CORE : findsByKey ? PLANNED_ONCE : {};
      return database
        .transaction({ ...settingsFor(workspaceId), ...actorSettings(), ...planning }, run, urgency)
        .finally(() => {
          mark.isOpen = false;
        });
    };

  const storeFor = (urgency: Urgency): Store => ({
    kind: database.kind,
    transaction: transaction(urgency),
    inBackground: () => storeFor('background'),
    keepTrail: async (workspaceId, work) => {
      refuseInside();
      const settings = { ...settingsFor(workspaceId), role: KEEPER_ROLE };
      return database.transaction(settings, (query) => work(createTrailKeeper(query)), 'background');
    },
    registerWorkspace: async (workspace) => {
      refuseInside();
      await registerWorkspace(database, workspace);
    },
    listWorkspaces: async () => {
      refuseInside();
      return listWorkspaces(database);
    },
    onChange: (listener) => hub.subscribe(listener),
    ping: () => database.ping(),
    close: () => database.close(),
  });

  return storeFor('waited-for');
};

/** Settings rather than options of the connection, so that it also works through a pooler such as PgBouncer. */
const settingsFor = (workspaceId: WorkspaceId) => ({
  role: APP_ROLE,
  'dialer.workspace_id': workspaceId,
  search_path: SCHEMA,
  statement_timeout: '30s',
  idle_in_transaction_session_timeout: '60s',
});

/**
 * A plan that is kept must be right for a table of any size: one made while it was almost empty would read all of it, or
 * join by reading all of it. It is made anew whenever a table is analysed.
 */
const PLANNED_ONCE = {
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
};

/** Nobody's look at a hundred thousand records is worth all cores of a server that takes in reports meanwhile. */
const ONE_CORE = { max_parallel_workers_per_gather: '0' };

const openTransaction = (query: Query, workspaceId: WorkspaceId) => {
  const changes = createChanges(query, workspaceId);
  const tx: StoreTransaction = {
    calls: createCallStore(query, changes),
    outbox: createOutboxStore(query, changes),
    delivery: createDeliveryStore(query, changes),
    deliveries: createAdminDeliveryStore(query, changes),
    deliveryJobs: createDeliveryJobStore(query, changes),
    audit: createAuditStore(query),
    settings: createSettingsStore(query, changes),
    progression: createProgressionStore(query, changes),
    projections: createProjectionStore(query, changes),
    sessions: createSessionStore(query, changes),
    signIns: createSignInStore(query),
    access: createAccessStore(query),
    teams: createTeamStore(query),
    dialTickets: createDialTicketStore(query),
    people: createPeopleStore(query),
    doNotCall: createDoNotCallStore(query),
    matching: createMatchStore(query, changes),
    mirror: createMirrorStateStore(query),
    alerts: createAlertStore(query),
    retention: createRetentionStore(query),
    reconciliation: createReconciliationStore(query, changes),
    deliveryLog: createDeliveryLog(query),
    requestCounts: createRequestCountStore(query),
  };
  return { tx, tell: changes.tell };
};
