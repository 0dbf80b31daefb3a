import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PostgresServer, startServer } from '../testing/postgres-server.ts';
import { openStore } from './open-store.ts';

// The script that docker-compose.twenty.yml runs on Twenty's Postgres, on a server of this test's own.

const SCRIPT = fileURLToPath(new URL('../../../scripts/docker/dialer-database.sql', import.meta.url));

let server: PostgresServer;

const runScript = (password: string): void => {
  execFileSync('psql', ['--no-psqlrc', '--quiet', '--file', SCRIPT, server.adminUrl], {
    env: { ...process.env, DIALER_DATABASE_PASSWORD: password },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
};

const addressOf = (database: string, user: string): string => {
  const url = new URL(server.adminUrl);
  url.pathname = `/${database}`;
  url.username = user;
  return url.href;
};

const ask = async (address: string, sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

const openDialerStore = () =>
  openStore({
    databaseUrl: addressOf('dialer', 'dialer'),
    dataDir: '/nowhere',
    log: pino({ level: 'silent' }),
  });

beforeAll(async () => {
  server = await startServer();
  await ask(server.adminUrl, 'create database "default"');
  runScript("it's the first");
});
afterAll(() => server.stop());

test('the worker finds all that it needs in its own database, with a user that may make no roles', async () => {
  await (await openDialerStore()).close();
  const roles = await ask(
    server.adminUrl,
    "select rolname from pg_roles where rolname like 'dialer%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)",
  );
  expect(roles).toEqual([]);
});

test('the same script at the next start keeps the data and takes a new password', async () => {
  await (await openDialerStore()).close();
  const secretOf = () => ask(server.adminUrl, "select rolpassword from pg_authid where rolname = 'dialer'");
  const before = await secretOf();
  runScript('the second');
  const [tables] = await ask(
    addressOf('dialer', 'dialer'),
    'select count(*)::integer as applied from dialer.schema_migration',
  );
  expect(tables?.applied).toBeGreaterThan(0);
  expect(await secretOf()).not.toEqual(before);
});

test("a dialer that was broken into cannot open Twenty's database", async () => {
  await expect(ask(addressOf('default', 'dialer'), 'select 1')).rejects.toThrow(
    'permission denied for database',
  );
});
