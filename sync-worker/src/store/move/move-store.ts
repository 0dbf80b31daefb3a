import { randomUUID } from 'node:crypto';
import type { Database, Listener, Query, StoreLog } from '../database.ts';
import { StoreMoveError } from '../errors.ts';
import { migrate } from '../migrate.ts';
import { hasDatabase } from '../pglite/data-folder.ts';
import { type MovedMark, movedMarkFile, readMovedMark, writeMovedMark } from '../pglite/moved-mark.ts';
import { openPglite } from '../pglite/open-pglite.ts';
import { openPostgres } from '../postgres/open-postgres.ts';
import { SqlError } from '../sql-error.ts';
import { copyAll, type MovedTable } from './copy-all.ts';
import { readTables } from './tables.ts';
import {
  heldMove,
  lift,
  putBack,
  refuseFull,
  refuseOtherRelease,
  refuseOtherTables,
  sign,
} from './target.ts';

export interface MoveOptions {
  /** The folder of the embedded store. Nothing in its database is changed. */
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly log: StoreLog;
  readonly now: () => Date;
  /** Hears how far it is. */
  readonly tell?: (step: MoveStep) => void;
}

export type MoveStep =
  | { readonly kind: 'copying'; readonly table: string; readonly rows: number }
  | ({ readonly kind: 'compared' } & MovedTable)
  /** The folder is marked, the database has yet to commit; then the other way round. */
  | { readonly kind: 'committing' }
  | { readonly kind: 'committed' };

export interface MoveResult {
  /** `finished`: an earlier run had brought everything there, and only the folder's mark was missing. */
  readonly kind: 'moved' | 'finished' | 'moved-before';
  /** Without user and password. */
  readonly target: string;
  readonly tables: readonly MovedTable[];
}

/**
 * Copies everything from the embedded store in `dataDir` to an empty Postgres database, and marks the folder as moved. One
 * transaction of the target: a move that is broken off leaves nothing there and is begun anew by the next run, and what
 * is there has been compared with the folder row by row.
 * @throws StoreMoveError, StoreStartError, StoreUnavailableError with words for people.
 */
export const moveStore = async (options: MoveOptions): Promise<MoveResult> => {
  const { dataDir, databaseUrl, log } = options;
  if (!hasDatabase(dataDir)) {
    throw new StoreMoveError(
      `There is no embedded store in the folder ${dataDir}. Set DIALER_DATA_DIR to the folder that the worker used.`,
    );
  }
  const source = await openPglite({ dataDir, log, listener: DEAF, opensMoved: true });
  try {
    const target = await openPostgres({ databaseUrl, log, listener: DEAF });
    try {
      await migrate(target, log);
      return await move({ source, target }, options);
    } finally {
      await target.close();
    }
  } catch (error) {
    throw error instanceof SqlError ? refused(error) : error;
  } finally {
    await source.close();
  }
};

const move = async (
  { source, target }: { source: Database; target: Database },
  { dataDir, databaseUrl, now, tell = () => undefined }: MoveOptions,
): Promise<MoveResult> => {
  const mark = readMovedMark(dataDir);
  const here = { moveId: randomUUID(), target: nameOf(databaseUrl), at: now().toISOString() };

  const inTarget = async (read: Query, write: Query): Promise<Omit<MoveResult, 'target'>> => {
    await refuseOtherRelease(read, write);
    const tables = await readTables(read);
    refuseOtherTables(tables, await readTables(write));
    if (mark?.state === 'moved') {
      if ((await heldMove(write)) !== mark.moveId) throw movedElsewhere(mark, dataDir);
      return { kind: 'moved-before', tables: [] };
    }
    // Waits for a commit that an earlier run may have left under way.
    await lift(write, tables);
    const isThere = mark !== null && (await heldMove(write)) === mark.moveId;
    if (mark !== null && !isThere && mark.target !== here.target) throw movedElsewhere(mark, dataDir);
    if (!isThere) await refuseFull(write, { tables, target: here.target });
    const moved = isThere ? [] : await copyAll({ read, write, tell }, tables);
    await putBack(write, tables);
    if (isThere) return { kind: 'finished', tables: [] };
    await sign(write, here.moveId);
    // From here on the folder is closed to workers: whether the database has committed may remain unknown.
    writeMovedMark(dataDir, { ...here, state: 'committing' });
    tell({ kind: 'committing' });
    return { kind: 'moved', tables: moved };
  };

  const result = await source.transaction({ ...SETTINGS, transaction_read_only: 'on' }, (read) =>
    target.transaction({ ...SETTINGS, lock_timeout: '30s' }, (write) => inTarget(read, write)),
  );
  tell({ kind: 'committed' });
  if (result.kind === 'moved') writeMovedMark(dataDir, { ...here, state: 'moved' });
  if (result.kind === 'finished' && mark) writeMovedMark(dataDir, { ...mark, state: 'moved' });
  return { ...result, target: here.target };
};

/** Values travel as text, which must read the same on both sides. Without `row_security` what is hidden is an error. */
const SETTINGS = {
  row_security: 'off',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  TimeZone: 'UTC',
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
};

const DEAF: Listener = { onNotification: () => undefined, onGap: () => undefined };

/** What people call the database: the address without its user and password. */
const nameOf = (databaseUrl: string): string => {
  const { host, pathname } = new URL(databaseUrl);
  return `"${decodeURIComponent(pathname.slice(1))}" on ${host}`;
};

const movedElsewhere = ({ target, at }: MovedMark, dataDir: string): StoreMoveError =>
  new StoreMoveError(
    `A move of the data folder ${dataDir} to the database ${target} was made, or begun, on ${at}, and the database that ` +
      'DATABASE_URL names now does not hold it. Name that one. If nobody has used it since, and the folder is to be ' +
      `moved anew, delete the file ${movedMarkFile(dataDir)} first.`,
  );

const refused = (error: SqlError): StoreMoveError =>
  new StoreMoveError(
    `The database refused the move, and kept nothing of it: ${error.message}. The data folder is as it was. Put right ` +
      'what it says, then run the command again.',
    { cause: error },
  );
