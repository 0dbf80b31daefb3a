import { pino } from 'pino';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { ownPostgres, startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { aReport } from '../testing/store-fixtures.ts';
import { openServerStore } from '../testing/store-opened.ts';
import { createWorld } from '../testing/store-world.ts';
import { StoreStartError, StoreUnavailableError } from './errors.ts';
import { openStore } from './open-store.ts';
import { STORE_TOPICS } from './port.ts';

const log = pino({ level: 'silent' });
const open = (databaseUrl: string) => openStore({ databaseUrl, dataDir: '', log });

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

test('a database that cannot be reached stops the start, without its password in the message', async () => {
  const opening = open('postgres://dialer:top-secret@127.0.0.1:1/dialer');
  await expect(opening).rejects.toThrow(StoreStartError);
  await expect(opening).rejects.toThrow(/DATABASE_URL cannot be used: .*ECONNREFUSED/);
  await expect(opening).rejects.not.toThrow(/top-secret/);
});

test.each(['not an address', 'postgres://127.0.0.1:nonsense/x'])(
  'a malformed address stops the start: %s',
  async (databaseUrl) => {
    await expect(open(databaseUrl)).rejects.toThrow(StoreStartError);
  },
);

test('a user who may not create roles is told what an administrator has to run, and then it works', async () => {
  // Roles belong to a whole server, and other tests would have made them already.
  const own = await ownPostgres();
  onTestFinished(() => own.stop());
  const databaseUrl = await own.createDatabase();
  const user = new URL(databaseUrl).username;
  await own.administrate(`alter role ${user} nocreaterole`);
  const opening = open(databaseUrl);
  await expect(opening).rejects.toThrow(StoreStartError);
  await expect(opening).rejects.toThrow(
    /create role dialer_app nologin; create role dialer_platform nologin; create role dialer_keeper nologin; grant/,
  );
  await own.administrate(
    `create role dialer_app nologin; create role dialer_platform nologin; create role dialer_keeper nologin;
     grant dialer_app, dialer_platform, dialer_keeper to ${user}`,
  );
  const store = await open(databaseUrl);
  expect(await store.listWorkspaces()).toEqual([]);
  await store.close();
});

test('a worker that lost its connections says so, and works again when the server is back', async () => {
  const databaseUrl = await postgres.createDatabase();
  const { store, database, close } = await openServerStore(databaseUrl);
  onTestFinished(close);
  const { tx, memberId } = createWorld({ store, database });
  const report = aReport(memberId);
  const interrupted = tx(async (t) => {
    await t.calls.accept(report);
    await cutConnections(databaseUrl);
    return t.calls.get(report.callId);
  });
  await expect(interrupted).rejects.toThrow(StoreUnavailableError);
  await vi.waitFor(async () => expect(await tx((t) => t.calls.get(report.callId))).toBeNull());
});

test('a worker goes on hearing of changes after the connection that hears them was cut', async () => {
  const databaseUrl = await postgres.createDatabase();
  const [listening, writing] = [await openServerStore(databaseUrl), await openServerStore(databaseUrl)];
  onTestFinished(async () => {
    await listening.close();
    await writing.close();
  });
  const { workspaceId } = createWorld(writing);
  await writing.store.registerWorkspace({
    id: workspaceId,
    name: 'Acme',
    twentyUrl: 'https://acme.example.com',
  });
  const heard: string[] = [];
  listening.store.onChange(({ topic }) => heard.push(topic));
  await cutConnections(databaseUrl);
  // What happened while nobody listened is unknown, so everything is announced as changed.
  const everything = [...STORE_TOPICS].sort();
  await vi.waitFor(() => expect([...heard].sort()).toEqual(everything), { timeout: 10_000 });
  const setStatus = () =>
    writing.store.transaction(workspaceId, (t) => t.delivery.setStatus({ state: 'paused', message: 'no' }));
  await vi.waitFor(setStatus, { timeout: 10_000 });
  await vi.waitFor(() => expect(heard.slice(everything.length)).toEqual(['delivery']), { timeout: 10_000 });
});

const cutConnections = (databaseUrl: string) =>
  postgres.administrate(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
    databaseUrl,
  );

test('a statement that hangs is given up, so that it does not hang the worker', async () => {
  const databaseUrl = await postgres.createDatabase();
  const { database, close } = await openServerStore(databaseUrl);
  onTestFinished(close);
  const hanging = database.transaction({ statement_timeout: '50ms' }, (query) =>
    query('select pg_sleep(60)'),
  );
  await expect(hanging).rejects.toThrow(StoreUnavailableError);
});

test('the tables are seen by their owner only through the doors that Row Level Security leaves', async () => {
  const databaseUrl = await postgres.createDatabase();
  const { store, database, close } = await openServerStore(databaseUrl);
  onTestFinished(close);
  const { tx, memberId } = createWorld({ store, database });
  await tx((t) => t.calls.accept(aReport(memberId)));
  const seen = await database.transaction({}, (query) => query('select count(*) from dialer.call'));
  expect(z.array(z.object({ count: z.coerce.number() })).parse(seen)).toEqual([{ count: 0 }]);
});
