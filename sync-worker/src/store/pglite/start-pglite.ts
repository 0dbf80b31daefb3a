import { PGlite } from '@electric-sql/pglite';
import { StoreStartError } from '../errors.ts';
import type { DurableFs } from './durable-fs.ts';

/**
 * Opens (or, in an empty folder, makes) the database in the folder of `fs`, with commits that are on disk before they are answered.
 * @throws StoreStartError when that promise cannot be kept.
 */
export const startPglite = async (fs: DurableFs): Promise<PGlite> => {
  const pglite = await PGlite.create({ fs, startParams: START_PARAMETERS });
  const { rows } = await pglite.query<{ fsync: string; method: string }>(
    "select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method",
  );
  if (rows[0]?.fsync !== 'on' || rows[0]?.method !== 'fsync') {
    await pglite.close();
    throw new StoreStartError(
      'The embedded database would not sync to disk: use the pinned version of PGlite.',
    );
  }
  return pglite;
};

const START_PARAMETERS = [
  // `-F` switches fsync off.
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  // Emscripten's fdatasync does nothing at all; its fsync reaches ours.
  ...['-c', 'wal_sync_method=fsync'],
  // 128 MB by default, all of it resident.
  ...['-c', 'shared_buffers=16MB'],
  // A plan is made for the rows there are. One that is kept for good, as prepared statements get after five runs, was made
  // for an almost empty table and reads all of a large one: a store took 50 calls a second, and 2 after a thousand calls.
  // What finds all its rows by key says so, see create-store.ts.
  ...['-c', 'plan_cache_mode=force_custom_plan'],
  // Analysing reads 300 rows for each of these, and everybody waits meanwhile: 3,000 rows tell enough for lookups by key.
  ...['-c', 'default_statistics_target=10'],
];
