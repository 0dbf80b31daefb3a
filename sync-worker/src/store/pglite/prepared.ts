import { type PGlite, parse, protocol } from '@electric-sql/pglite';
import type { Parameter } from '../database.ts';

/** Texts are the store's own, so there are few; more than that means that some are put together from filters. */
const MOST_STATEMENTS = 300;

/**
 * Runs statements that are parsed and rewritten once, not each time: that took most of the time of a report. PGlite
 * offers this only on the level of Postgres' own protocol. (They are planned each time, see start-pglite.ts.)
 */
export const createPrepared = (pglite: PGlite, most = MOST_STATEMENTS) => {
  const statements = new Map<string, Statement>();

  const send = async (...parts: Uint8Array[]) =>
    pglite.execProtocolStream(Buffer.concat(parts), { syncToFs: false });

  const prepare = async (sql: string): Promise<Statement> => {
    const name = `s${statements.size}`;
    const { serialize } = protocol;
    const described = await send(
      serialize.parse({ name, text: sql }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    );
    const statement = { name, types: parse.parseDescribeStatementResults(described) };
    statements.set(sql, statement);
    return statement;
  };

  const run = async (sql: string, parameters: readonly Parameter[]): Promise<readonly unknown[]> => {
    const { serialize } = protocol;
    const { name, types } = statements.get(sql) ?? (await prepare(sql));
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
    /** Whether another text can still be prepared; one that was prepared before always runs. */
    takes: (sql: string): boolean => statements.has(sql) || statements.size < most,
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
