import pg from 'pg';
import type { Parameter } from '../database.ts';
import { StoreUnavailableError } from '../errors.ts';
import type { Connection } from '../run-transaction.ts';
import { SqlError, toStoreError } from '../sql-error.ts';

/** Longer than any statement_timeout of ours: only a network that swallows everything makes a query wait for it. */
const QUERY_TIMEOUT_MS = 45_000;

/**
 * One connection of the pool, until it is given back. A broken one is thrown away instead.
 * @throws StoreUnavailableError when none can be had.
 */
export const borrowConnection = async (pool: pg.Pool): Promise<Connection & { giveBack(): void }> => {
  const client = await pool.connect().catch((error: unknown) => {
    throw toError(error);
  });
  let broken: Error | null = null;
  // A connection that breaks between two statements tells so by an event; unheard, it would end the process.
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);

  const run = async (question: pg.QueryConfig): Promise<readonly unknown[]> => {
    // What is sent on a broken connection would never be answered.
    if (broken !== null) throw toError(broken);
    try {
      const answer = await client.query<Record<string, unknown>>(question);
      return answer.rows;
    } catch (error) {
      if (error instanceof Error && !(error instanceof pg.DatabaseError)) broken = error;
      throw toError(error);
    }
  };

  return {
    query: (text, parameters: readonly Parameter[]) => run(timed({ text, values: [...parameters] })),
    script: async (text) => {
      await run({ text });
    },
    giveBack: () => {
      client.off('error', onError);
      client.release(broken ?? false);
    },
  };
};

const timed = (question: pg.QueryConfig): pg.QueryConfig =>
  Object.assign(question, { query_timeout: QUERY_TIMEOUT_MS });

const toError = (error: unknown): Error =>
  error instanceof pg.DatabaseError
    ? toStoreError(new SqlError(error.code ?? null, error.message, { cause: error }))
    : new StoreUnavailableError(
        `The database cannot be reached: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
