import type { Parameter, Query, Script, TransactionSettings } from './database.ts';
import { StoreUnavailableError } from './errors.ts';

/** One connection, as a driver hands it out for the length of a transaction. */
export interface Connection {
  query(sql: string, parameters: readonly Parameter[]): Promise<readonly unknown[]>;
  script(sql: string): Promise<void>;
}

/**
 * Begin, settings, work, commit; or rollback when `work` throws. Both drivers go through here.
 */
export const runTransaction = async <T>(
  connection: Connection,
  settings: TransactionSettings,
  work: (query: Query, script: Script) => Promise<T>,
): Promise<T> => {
  const refusals: unknown[] = [];
  const noting = <R>(answer: Promise<R>): Promise<R> =>
    answer.catch((error: unknown) => {
      refusals.push(error);
      throw error;
    });
  const query: Query = (sql, parameters = []) => noting(connection.query(sql, parameters));
  const script: Script = (sql) => noting(connection.script(sql));
  try {
    await script(`begin;${withSettings(settings)}`);
    const result = await work(query, script);
    // After a refused statement Postgres answers "commit" with a rollback and calls it a success.
    if (refusals.length > 0) throw refusals[0];
    await commit(script);
    return result;
  } catch (error) {
    // The error is what the caller must hear of, even when the connection is gone and cannot roll back.
    await connection.script('rollback').catch(() => undefined);
    // What follows a refused statement is refused for that reason alone; the first refusal is the one to hear of.
    throw refusals.includes(error) ? refusals[0] : error;
  }
};

const commit = async (script: Script): Promise<void> => {
  try {
    await script('commit');
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    throw new StoreUnavailableError(
      `The database was lost while it committed, so it is unknown whether the change was kept. ${error.message}`,
      { cause: error },
    );
  }
};

/**
 * Makes settings valid until the end of the transaction. `role` is one of them: Postgres' `set local role`. They go with
 * "begin", because every trip to the database counts: a report makes a dozen.
 */
const withSettings = (settings: TransactionSettings): string => {
  const entries = Object.entries(settings);
  if (entries.length === 0) return '';
  const calls = entries.map(([name, value]) => `set_config(${quoted(name)}, ${quoted(value)}, true)`);
  return ` select ${calls.join(', ')}`;
};

/** As the SQL standard has it, whatever `standard_conforming_strings` says about backslashes: there is none. */
const quoted = (value: string): string => {
  if (value.includes('\\')) throw new TypeError('A setting of a transaction cannot hold a backslash.');
  return `'${value.replaceAll("'", "''")}'`;
};
