import type { Query } from '../database.ts';
import { StoreMoveError } from '../errors.ts';
import { type Checksum, checksumOf } from './checksum.ts';
import { copyTable } from './copy-table.ts';
import type { MoveStep } from './move-store.ts';
import { inSchema, readSequences, type Table } from './tables.ts';

export interface MovedTable extends Checksum {
  readonly table: string;
}

interface CopyDeps {
  readonly read: Query;
  readonly write: Query;
  readonly tell: (step: MoveStep) => void;
}

/**
 * Copies all tables, and where their numbering stands, and compares both sides.
 * @throws StoreMoveError when they differ.
 */
export const copyAll = async (deps: CopyDeps, tables: readonly Table[]): Promise<MovedTable[]> => {
  const { read, write, tell } = deps;
  for (const table of tables) {
    const tellRows = (rows: number) => tell({ kind: 'copying', table: table.name, rows });
    await copyTable({ read, write, tell: tellRows }, table);
  }
  await copySequences(deps);
  const moved: MovedTable[] = [];
  for (const table of tables) {
    const there = { table: table.name, ...(await compare(deps, table)) };
    moved.push(there);
    tell({ kind: 'compared', ...there });
  }
  return moved;
};

/** From the source's own state, not from the highest number: one that was given out and deleted is not given out again. */
const copySequences = async ({ read, write }: CopyDeps): Promise<void> => {
  for (const { name, lastValue, isCalled } of await readSequences(read)) {
    await write('select setval($1::text::regclass, $2::text::bigint, $3::boolean)', [
      inSchema(name),
      lastValue,
      isCalled,
    ]);
  }
};

const compare = async ({ read, write }: CopyDeps, table: Table): Promise<Checksum> => {
  const [here, there] = [await checksumOf(read, table), await checksumOf(write, table)];
  if (here.rows === there.rows && here.checksum === there.checksum) return there;
  throw new StoreMoveError(
    `The table "${table.name}" is not the same on both sides: ${here.rows} rows (${here.checksum}) in the folder, ` +
      `${there.rows} (${there.checksum}) in the database. Nothing was kept there, and the folder is as it was. ` +
      'Please report this with the versions of both.',
  );
};
