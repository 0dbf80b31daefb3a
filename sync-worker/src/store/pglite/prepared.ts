import { type PGlite, parse, protocol } from '@electric-sql/pglite';
import type { Parameter } from '../database.ts';

/** The store's own texts are fewer; some more are put together from filters, and give way to what is used. */
const MOST_STATEMENTS = 300;

/**
 * Runs statements that are parsed and rewritten once, not each time: that took most of the time of a report. PGlite
 * offers this only on the level of Postgres' own protocol. (They are planned each time, see start-pglite.ts.)
 */
export const createPrepared = (pglite: PGlite, most = MOST_STATEMENTS) => {
  /** In the order of their last use. */
  const statements = new Map<string, Statement>();
  let names = 0;

  const send = async (...parts: Uint8Array[]) =>
    pglite.execProtocolStream(Buffer.concat(parts), { syncToFs: false });

  const prepare = async (sql: string): Promise<Statement> => {
    names += 1;
    const name = `s${names}`;
    const { serialize } = protocol;
    const described = await send(
      serialize.parse({ name, text: sql }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    );
    const statement = { name, types: parse.parseDescribeStatementResults(described) };
    return statement;
  };

  const closeOldest = async (): Promise<void> => {
    const [oldest] = statements;
    if (oldest === undefined || statements.size < most) return;
    const [sql, { name }] = oldest;
    statements.delete(sql);
    const { serialize } = protocol;
    await send(serialize.close({ type: 'S', name }), serialize.sync());
  };

  const use = async (sql: string): Promise<Statement> => {
    const known = statements.get(sql);
    if (known === undefined) await closeOldest();
    const statement = known ?? (await prepare(sql));
    statements.delete(sql);
    statements.set(sql, statement);
    return statement;
  };

  const run = async (sql: string, parameters: readonly Parameter[]): Promise<readonly unknown[]> => {
    const { serialize } = protocol;
    const { name, types } = await use(sql);
    const values = parameters.map((value, index) => textOf(pglite, value, types[index]));
    const answer = await send(
      serialize.bind({ statement: name, values }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
      serialize.sync(),
    );
    return parse.parseResults(answer, pglite.parsers)[0]?.rows ?? [];
  };

  return {
    query: (sql: string, parameters: readonly Parameter[]): Promise<readonly unknown[]> =>
      pglite.runExclusive(() => run(sql, parameters)),
  };
};

interface Statement {
  readonly name: string;
  readonly types: readonly number[];
}

const textOf = (pglite: PGlite, value: Parameter, type: number | undefined): string | null => {
  if (value === null) return null;
  const serialize = type === undefined ? undefined : pglite.serializers[type];
  return serialize === undefined ? String(value) : serialize(value);
};
