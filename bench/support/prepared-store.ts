import { cp } from 'node:fs/promises';
import type { Database } from '../../sync-worker/src/store/database.ts';
import { openStoreAndDatabase } from '../../sync-worker/src/store/open-store.ts';
import type { Store } from '../../sync-worker/src/store/port.ts';
import type { Bench } from '../bench.ts';
import { newPlace, type StorePlace } from './worker.ts';

/** A store that was filled once. Every run works on a copy of its own, so that all begin with the same. */
export interface PreparedStore {
  copy(): Promise<StorePlace>;
}

/** Opens an empty store as the worker does, lets `fill` write into it, and closes it again. */
export const prepareStore = async (
  bench: Bench,
  fill: (opened: { readonly store: Store; readonly database: Database }) => Promise<void>,
): Promise<PreparedStore> => {
  const place = await newPlace(bench);
  const opened = await openStoreAndDatabase({ ...place, log: SILENT });
  try {
    await fill(opened);
  } finally {
    await opened.store.close();
  }
  return { copy: () => copyPlace(bench, place) };
};

/** Copies a store that nobody has open. */
export const copyPlace = async (bench: Bench, place: StorePlace): Promise<StorePlace> => {
  const copy = await newPlace(bench);
  await cp(place.dataDir, copy.dataDir, { recursive: true });
  if (place.databaseUrl !== null && copy.databaseUrl !== null) {
    await copyDatabase(bench, { from: place.databaseUrl, to: copy.databaseUrl });
  }
  return copy;
};

const SILENT = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };

/** In place of the empty one that is there, so that it is removed at the end as every database of the bench is. */
const copyDatabase = async (bench: Bench, { from, to }: { from: string; to: string }): Promise<void> => {
  const { pathname, username } = new URL(to);
  const name = pathname.slice(1);
  const template = new URL(from).pathname.slice(1);
  // Neither is being used while it is dropped or copied.
  const elsewhere = new URL(to);
  elsewhere.pathname = '/postgres';
  await bench.administrate(`drop database ${name}`, elsewhere.href);
  await bench.administrate(`create database ${name} template ${template} owner ${username}`, elsewhere.href);
};
