import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type PostgresServer, type RestartKind, startServer } from './postgres-server.ts';

export interface TestPostgres {
  /** Makes an empty database and answers its address. Its user owns it and is no superuser, as in production. */
  createDatabase(): Promise<string>;
  /** Runs one statement as an administrator of the server; in `databaseUrl`, or in its own database. */
  administrate(sql: string, databaseUrl?: string): Promise<readonly unknown[]>;
  /** Only a server of its own can be restarted. */
  restart(how: RestartKind): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A Postgres server for tests: the one of DIALER_TEST_DATABASE_URL (its user must be a superuser), else one of its own,
 * started from the installed binaries in a folder that goes when it stops.
 * @throws Error saying what to install, when there is neither.
 */
export const startPostgres = async (options: { isDurable?: boolean } = {}): Promise<TestPostgres> => {
  const adminUrl = process.env.DIALER_TEST_DATABASE_URL;
  return adminUrl === undefined
    ? ownPostgres(options)
    : managePostgres({ adminUrl, isLent: true, stop: async () => {}, restart: notOurs });
};

const notOurs = async (): Promise<never> => {
  throw new Error('The server of DIALER_TEST_DATABASE_URL is somebody else’s: it is not restarted here.');
};

/** A server that nobody else uses, and on which nothing of ours was ever done. */
export const ownPostgres = async (options: { isDurable?: boolean } = {}): Promise<TestPostgres> =>
  managePostgres({ ...(await startServer(options)), isLent: false });

const managePostgres = async (server: PostgresServer & { isLent: boolean }): Promise<TestPostgres> => {
  const administrate = (sql: string, databaseUrl = server.adminUrl) =>
    asAdmin(server.adminUrl, databaseUrl, sql);
  const databases: string[] = [];
  const user = `dialer_test_${randomBytes(4).toString('hex')}`;
  await administrate(`create role ${user} login createrole password '${user}'`);
  // A server that was used before has the roles of the product already, made by somebody else.
  if (server.isLent) await administrate(grantRoles(user));

  return {
    administrate,
    restart: server.restart,
    createDatabase: async () => {
      const name = `dialer_test_${randomBytes(6).toString('hex')}`;
      await administrate(`create database ${name} owner ${user}`);
      databases.push(name);
      return withParts(server.adminUrl, { database: name, user, password: user });
    },
    stop: async () => {
      if (server.isLent) {
        for (const name of databases) await administrate(`drop database ${name} with (force)`);
        await administrate(`drop role ${user}`);
      }
      await server.stop();
    },
  };
};

const grantRoles = (user: string) => `
  do $$
  declare
    wanted text;
  begin
    foreach wanted in array array['dialer_app', 'dialer_platform', 'dialer_keeper'] loop
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
      execute format('grant %I to ${user}', wanted);
    end loop;
  end
  $$`;

const asAdmin = async (adminUrl: string, databaseUrl: string, sql: string): Promise<readonly unknown[]> => {
  const database = new URL(databaseUrl).pathname.slice(1);
  const client = new pg.Client({ connectionString: withParts(adminUrl, { database }) });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
};

const withParts = (
  address: string,
  { database, user, password }: { database: string; user?: string; password?: string },
): string => {
  const url = new URL(address);
  url.pathname = `/${database}`;
  if (user !== undefined) url.username = user;
  if (password !== undefined) url.password = password;
  return url.href;
};
