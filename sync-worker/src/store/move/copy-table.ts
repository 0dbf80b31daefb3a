import { z } from 'zod';
import type { Query } from '../database.ts';
import { eachPage } from './pages.ts';
import { inSchema, quoted, type Table } from './tables.ts';

interface CopyDeps {
  readonly read: Query;
  readonly write: Query;
  /** Hears how many rows were copied so far. */
  readonly tell: (rows: number) => void;
}

/** A report can be three quarters of a megabyte, and both processes hold a page of them. */
const ROWS_AT_ONCE = 100;

/** Copies all rows of a table, each value as the text that Postgres itself writes and reads: no driver turns it into anything. */
export const copyTable = async ({ read, write, tell }: CopyDeps, { name, columns }: Table): Promise<void> => {
  const written = columns.filter(({ isGenerated }) => !isGenerated);
  const values = written.map(({ type }, index) => `(line ->> ${index})::${type}`);
  // "Overriding": identity columns keep their numbers.
  const insert = `insert into ${inSchema(name)} (${written.map((column) => quoted(column.name)).join(', ')})
    overriding system value select ${values.join(', ')} from json_array_elements($1::json) as line`;
  let rows = 0;
  await eachPage(
    read,
    {
      cursor: quoted(`copy_${name}`),
      select: `select ${lineOf(written)} as line from ${inSchema(name)}`,
      rowsAtOnce: ROWS_AT_ONCE,
    },
    async (page) => {
      const lines = Lines.parse(page).map(({ line }) => line);
      await write(insert, [`[${lines.join(',')}]`]);
      rows += lines.length;
      tell(rows);
    },
  );
};

/** A row as one JSON list of texts. A JSON null inside a column stays apart from no value at all. */
export const lineOf = (columns: Table['columns']): string =>
  `json_build_array(${columns.map(({ name }) => `${quoted(name)}::text`).join(', ')})::text`;

const Lines = z.array(z.object({ line: z.string() }));
