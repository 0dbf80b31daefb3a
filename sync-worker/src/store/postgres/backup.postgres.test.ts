import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ownPostgres, type TestPostgres } from '../../testing/postgres.ts';
import { aReport, wrappedUp } from '../../testing/store-fixtures.ts';
import { openServerStore } from '../../testing/store-opened.ts';
import { createWorld } from '../../testing/store-world.ts';

// The commands of docs/operations.md, with the programs that come with the server.

const newServer = async (): Promise<TestPostgres> => {
  const server = await ownPostgres();
  onTestFinished(() => server.stop());
  return server;
};

const dumpFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'dialer-dump-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'dialer.dump');
};

const run = (program: string, ...args: string[]): void => {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
};
const dump = (address: string, file: string) =>
  run('pg_dump', '--format=custom', '--schema=dialer', `--file=${file}`, address);

/** The same database, opened by the administrator of the server. */
const asAdministrator = (databaseUrl: string): string => {
  const url = new URL(databaseUrl);
  url.username = 'admin';
  url.password = '';
  return url.href;
};

const filledDatabase = async (server: TestPostgres) => {
  const databaseUrl = await server.createDatabase();
  const opened = await openServerStore(databaseUrl);
  const world = createWorld(opened);
  const workspace = { id: world.workspaceId, name: 'Acme', twentyUrl: 'https://acme.example.com' };
  await opened.store.registerWorkspace(workspace);
  const reports = Array.from({ length: 20 }, () => wrappedUp(aReport(world.memberId)));
  for (const report of reports) await world.tx((t) => t.calls.accept(report));
  await opened.close();
  return { databaseUrl, workspace, reports };
};

test('a dump that is restored on another server holds every call, and is as closed as before', async () => {
  const { databaseUrl, workspace, reports } = await filledDatabase(await newServer());
  const file = dumpFile();
  dump(asAdministrator(databaseUrl), file);

  const other = await newServer();
  const restoredUrl = await other.createDatabase();
  const { username } = new URL(restoredUrl);
  await other.administrate(
    `create role dialer_app nologin; create role dialer_platform nologin; create role dialer_keeper nologin;
     grant dialer_app, dialer_platform, dialer_keeper to ${username}`,
  );
  run('pg_restore', '--no-owner', '--exit-on-error', '--single-transaction', `--dbname=${restoredUrl}`, file);
  const restored = await openServerStore(restoredUrl);
  onTestFinished(restored.close);
  expect(await restored.store.listWorkspaces()).toEqual([workspace]);
  for (const report of reports) {
    const held = await restored.store.transaction(workspace.id, (tx) => tx.calls.get(report.callId));
    expect(held?.report).toEqual(report);
  }
  const peek = await restored.database.transaction({}, (query) => query('select * from dialer.call'));
  expect(peek).toEqual([]);
});

test('the dialer’s own user cannot make a dump, and is told so instead of making an empty one', async () => {
  const { databaseUrl } = await filledDatabase(await newServer());
  expect(() => dump(databaseUrl, dumpFile())).toThrow(/row-level security/);
});
