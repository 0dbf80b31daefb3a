import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Query, SCHEMA } from '../database.ts';
import { StoreMoveError } from '../errors.ts';
import { inSchema, type Table } from './tables.ts';

/**
 * Opens the tables to their owner, and closes them to everybody else until the end of the transaction. Row Level Security
 * would hide and refuse rows, and triggers would make more of what they made of the same rows before. Both are back
 * when the transaction ends, however it does.
 */
export const lift = async (write: Query, tables: readonly Table[]): Promise<void> => {
  for (const { name } of tables) {
    await write(`alter table ${inSchema(name)} no force row level security, disable trigger user`);
  }
};

/** Undoes `lift`, and lets the planner know what is in the tables now. */
export const putBack = async (write: Query, tables: readonly Table[]): Promise<void> => {
  for (const { name, isForced } of tables) {
    const force = isForced ? 'force row level security, ' : '';
    await write(`alter table ${inSchema(name)} ${force}enable trigger user`);
    await write(`analyze ${inSchema(name)}`);
  }
};

/** @throws StoreMoveError when the two sides are not of the same release. */
export const refuseOtherRelease = async (read: Query, write: Query): Promise<void> => {
  const [held] = Found.parse(await read(`select to_regclass('${LIST}')::text as found`));
  const source = held?.found == null ? [] : Applied.parse(await read(APPLIED));
  const target = Applied.parse(await write(APPLIED));
  if (isDeepStrictEqual(source, target)) return;
  throw new StoreMoveError(
    source.length < target.length
      ? 'The data folder was last used by an older release than this one. Start the worker of this release once on the ' +
          'folder, stop it, and run the command again.'
      : 'The data folder was last used by another release than this one. Run the command of that release.',
  );
};

/** @throws Error: with the same migrations on both sides, other tables are a fault of this program. */
export const refuseOtherTables = (source: readonly Table[], target: readonly Table[]): void => {
  const byName = (tables: readonly Table[]) => [...tables].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (!isDeepStrictEqual(byName(source), byName(target))) {
    throw new Error('The tables of the database are not those of the data folder.');
  }
};

/** @throws StoreMoveError when the target holds anything: two stores must not be mixed. */
export const refuseFull = async (
  write: Query,
  { tables, target }: { tables: readonly Table[]; target: string },
): Promise<void> => {
  const full: string[] = [];
  for (const { name } of tables) {
    const rows = await write(`select 1 from ${inSchema(name)} limit 1`);
    if (rows.length > 0) full.push(name);
  }
  if (full.length === 0) return;
  throw new StoreMoveError(
    `The database ${target} holds data already (${full.join(', ')}), and a move must not mix two stores. Make an empty ` +
      `database and name it in DATABASE_URL. If what this one holds may go for good: drop schema ${SCHEMA} cascade;`,
  );
};

/** The move that the database holds, if any. It is kept as a comment, which commits with everything else. */
export const heldMove = async (write: Query): Promise<string | null> => {
  const [row] = Found.parse(await write(`select obj_description('${LIST}'::regclass, 'pg_class') as found`));
  return row?.found?.startsWith(SIGNATURE) ? row.found.slice(SIGNATURE.length) : null;
};

export const sign = async (write: Query, moveId: string): Promise<void> => {
  await write(`comment on table ${LIST} is '${SIGNATURE}${moveId}'`);
};

const LIST = `${SCHEMA}.schema_migration`;
const SIGNATURE = 'Moved here from an embedded store: ';
const APPLIED = `select name, checksum from ${LIST} order by name`;
const Applied = z.array(z.object({ name: z.string(), checksum: z.string() }));
const Found = z.array(z.object({ found: z.string().nullable() }));
