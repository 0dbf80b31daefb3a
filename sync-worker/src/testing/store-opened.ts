import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openStoreAndDatabase } from '../store/open-store.ts';
import type { MaintenanceTimes } from '../store/pglite/maintenance.ts';
import { copyEmptyDatabase } from './store-template.ts';
import type { OpenedStore } from './store-world.ts';

const log = pino({ level: 'silent' });

/** A real embedded store in a folder that goes when it is closed. */
export const openEmbeddedStore = async (maintenance?: Partial<MaintenanceTimes>): Promise<OpenedStore> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'dialer-store-'));
  await copyEmptyDatabase(dataDir);
  const { store, database } = await openStoreAndDatabase({ dataDir, log, maintenance });
  return {
    store,
    database,
    close: async () => {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** A store on the server at `databaseUrl`. */
export const openServerStore = async (databaseUrl: string): Promise<OpenedStore> => {
  const { store, database } = await openStoreAndDatabase({ databaseUrl, dataDir: tmpdir(), log });
  return { store, database, close: () => store.close() };
};
