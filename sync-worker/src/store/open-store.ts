import { createChangeHub } from './change-hub.ts';
import { createStore } from './create-store.ts';
import type { Database, Listener, StoreLog } from './database.ts';
import { migrate } from './migrate.ts';
import type { MaintenanceTimes } from './pglite/maintenance.ts';
import { openPglite } from './pglite/open-pglite.ts';
import type { Store } from './port.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import { listWorkspaces } from './workspaces.ts';

export interface StoreOptions {
  /** A Postgres server (15 or later); without it the embedded database in `dataDir` is used. */
  readonly databaseUrl?: string | null | undefined;
  readonly dataDir: string;
  readonly log: StoreLog;
  /** Hears that the embedded database has ended by itself: only a new process brings it back. */
  readonly onLost?: ((error: Error) => void) | undefined;
  /** How often the embedded database is tidied up. */
  readonly maintenance?: Partial<MaintenanceTimes> | undefined;
}

/**
 * Opens the store and brings its tables up to date.
 * @throws StoreStartError saying what to do, when the store cannot be opened.
 */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  const { store } = await openStoreAndDatabase(options);
  return store;
};

/** As `openStore`, with the database below it: for tests that must look at rows or let time pass. */
export const openStoreAndDatabase = async (
  options: StoreOptions,
): Promise<{ store: Store; database: Database }> => {
  const { databaseUrl, log } = options;
  const hub = createChangeHub(log, () => listWorkspaces(database));
  const listener: Listener = hub;
  const database = databaseUrl
    ? await openPostgres({ databaseUrl, log, listener })
    : await openPglite({ ...options, listener });
  try {
    await migrate(database, log);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { store: createStore(database, hub), database };
};
