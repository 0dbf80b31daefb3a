import { cp } from 'node:fs/promises';
import type { Database } from '../../sync-worker/src/store/database.ts';
import { openStoreAndDatabase } from '../../sync-worker/src/store/open-store.ts';
import type { Store } from '../../sync-worker/src/store/port.ts';
import type { Bench } from '../bench.ts';

/** A store that was filled once. Every run works on a copy of its own, so that all begin with the same. */
export interface PreparedStore {
  /** Copies it, and answers what a worker must be told to use the copy. */
  copy(): Promise<Readonly<Record<string, string>>>;
}

/** Opens an empty store as the worker does, lets `fill` write into it, and closes it again. */
export const prepareStore = async (
  bench: Bench,
  fill: (opened: { readonly store: Store; readonly database: Database }) => Promise<void>,
): Promise<PreparedStore> => {
  const databaseUrl = await bench.database();
  const dataDir = await bench.folder();
  const opened = await openStoreAndDatabase({ databaseUrl, dataDir, log: SILENT });
  try {
    await fill(opened);
  } finally {
    await opened.store.close();
  }
  return {
    copy: async () => {
      const folder = await bench.folder();
      if (databaseUrl !== null) {
        return { DIALER_DATA_DIR: folder, DATABASE_URL: await copyDatabase(bench, databaseUrl) };
      }
      await cp(dataDir, folder, { recursive: true });
      return { DIALER_DATA_DIR: folder };
    },
  };
};

const SILENT = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };

/** In place of an empty one, which is removed at the end as every database of the bench is. */
const copyDatabase = async (bench: Bench, from: string): Promise<string> => {
  const address = await bench.database();
  if (address === null) throw new Error('There is no Postgres server to copy a database on.');
  const { pathname, username } = new URL(address);
  const name = pathname.slice(1);
  const template = new URL(from).pathname.slice(1);
  // Neither is being used while it is dropped or copied.
  const elsewhere = new URL(address);
  elsewhere.pathname = '/postgres';
  await bench.administrate(`drop database ${name}`, elsewhere.href);
  await bench.administrate(`create database ${name} template ${template} owner ${username}`, elsewhere.href);
  return address;
};
