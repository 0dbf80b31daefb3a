import { z } from 'zod';
import { type Query, SCHEMA } from '../database.ts';

/** A table of the store's, as far as copying it needs to know. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Whether its owner is held to Row Level Security as well. */
  readonly isForced: boolean;
}

interface Column {
  readonly name: string;
  readonly type: string;
  /** Worked out by the database from the other columns: read, never written. */
  readonly isGenerated: boolean;
}

export interface Sequence {
  readonly name: string;
  /** As text: it may be larger than a number here holds. */
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/**
 * All tables that hold data, those that others point at first. Read from the database itself, so that a table of a later
 * migration is never forgotten.
 */
export const readTables = async (query: Query): Promise<Table[]> => {
  const columns = Columns.parse(await query(COLUMNS, [SCHEMA, LIST_OF_MIGRATIONS]));
  const names = [...new Set(columns.map(({ table }) => table))];
  const tables = names.map((name) => {
    const own = columns.filter(({ table }) => table === name);
    return {
      name,
      isForced: own.some(({ isForced }) => isForced),
      columns: own.map(({ column, type, isGenerated }) => ({ name: column, type, isGenerated })),
    };
  });
  return parentsFirst(tables, References.parse(await query(REFERENCES, [SCHEMA])));
};

/** Where the numbers of identity columns stand. */
export const readSequences = async (query: Query): Promise<Sequence[]> => {
  const found = Names.parse(
    await query(
      `select relname as name from pg_class where relnamespace = $1::regnamespace and relkind = 'S' order by relname`,
      [SCHEMA],
    ),
  );
  const sequences: Sequence[] = [];
  for (const { name } of found) {
    const rows = await query(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${inSchema(name)}`,
    );
    sequences.push(...States.parse(rows).map((state) => ({ name, ...state })));
  }
  return sequences;
};

/** The full name of a table or sequence, quoted. */
export const inSchema = (name: string): string => `${quoted(SCHEMA)}.${quoted(name)}`;
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Written by the migrations that ran on each side. */
const LIST_OF_MIGRATIONS = 'schema_migration';

const COLUMNS = `
  select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type,
    a.attgenerated <> '' as "isGenerated", c.relforcerowsecurity as "isForced"
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = $1::regnamespace and c.relkind = 'r' and c.relname <> $2
    and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`;
const Columns = z.array(
  z.object({
    table: z.string(),
    column: z.string(),
    type: z.string(),
    isGenerated: z.boolean(),
    isForced: z.boolean(),
  }),
);

const REFERENCES = `
  select child.relname as child, parent.relname as parent
  from pg_constraint k join pg_class child on child.oid = k.conrelid join pg_class parent on parent.oid = k.confrelid
  where k.contype = 'f' and k.connamespace = $1::regnamespace and child.oid <> parent.oid`;
const References = z.array(z.object({ child: z.string(), parent: z.string() }));
const Names = z.array(z.object({ name: z.string() }));
const States = z.array(z.object({ lastValue: z.string(), isCalled: z.boolean() }));

const parentsFirst = (tables: readonly Table[], references: z.infer<typeof References>): Table[] => {
  const placed: Table[] = [];
  let left = tables;
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name));
    const isReady = ({ name }: Table) =>
      !references.some(({ child, parent }) => child === name && waiting.has(parent));
    const ready = left.filter(isReady);
    if (ready.length === 0) throw new Error(`These tables point at one another: ${[...waiting].join(', ')}.`);
    placed.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return placed;
};
