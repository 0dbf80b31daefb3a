import pg from 'pg';
import { z } from 'zod';
import type { Database, Listener, StoreLog } from '../database.ts';
import { StoreStartError } from '../errors.ts';
import { runTransaction } from '../run-transaction.ts';
import { borrowConnection } from './connection.ts';
import { listen } from './listen.ts';

export interface PostgresOptions {
  readonly databaseUrl: string;
  readonly log: StoreLog;
  readonly listener: Listener;
}

const OLDEST_SERVER = 15;

/**
 * A database on a Postgres server, shared by any number of workers.
 * @throws StoreStartError when it cannot be reached, or is too old.
 */
export const openPostgres = async (options: PostgresOptions): Promise<Database> => {
  const { databaseUrl, log } = options;
  const connect: pg.PoolConfig = {
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: 'twenty-dialer',
  };
  try {
    const pool = new pg.Pool({ ...connect, max: 10 });
    // A connection that breaks while nobody uses it is told here; without a listener the process would end.
    pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection broke'));
    const database = createDatabase(pool);
    try {
      await refuseOldServer(database);
      const stopListening = await listen(connect, options);
      return {
        ...database,
        close: async () => {
          await stopListening();
          await database.close();
        },
      };
    } catch (error) {
      await database.close();
      throw error;
    }
  } catch (error) {
    throw error instanceof StoreStartError ? error : unreachable(error);
  }
};

const createDatabase = (pool: pg.Pool): Database => ({
  kind: 'postgres',
  transaction: async (settings, work) => {
    const connection = await borrowConnection(pool);
    try {
      return await runTransaction(connection, settings, work);
    } finally {
      connection.giveBack();
    }
  },
  ping: async () => {
    const connection = await borrowConnection(pool);
    await connection.query('select 1', []).finally(() => connection.giveBack());
  },
  close: () => pool.end(),
});

const refuseOldServer = async (database: Database): Promise<void> => {
  const rows = await database.transaction({}, (query) =>
    query("select current_setting('server_version_num')::integer / 10000 as major"),
  );
  const [server] = z.array(z.object({ major: z.number() })).parse(rows);
  if (server !== undefined && server.major >= OLDEST_SERVER) return;
  throw new StoreStartError(
    `The server of DATABASE_URL is Postgres ${server?.major}. Use Postgres ${OLDEST_SERVER} or later.`,
  );
};

/** The address itself is not repeated: it holds a password. */
const unreachable = (error: unknown): StoreStartError =>
  new StoreStartError(
    `The database of DATABASE_URL cannot be used: ${error instanceof Error ? error.message : String(error)}. ` +
      'Check that the server runs, and the host, port, name, user and password in DATABASE_URL. ' +
      'Without DATABASE_URL the embedded database is used.',
    { cause: error },
  );
