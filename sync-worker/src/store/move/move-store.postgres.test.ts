import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { createDeliveryTrial } from '../../testing/delivery-trial.ts';
import { startPostgres, type TestPostgres } from '../../testing/postgres.ts';
import { aCallThatEarns, aReport, countedOn } from '../../testing/store-fixtures.ts';
import { openServerStore } from '../../testing/store-opened.ts';
import { copyEmptyDatabase } from '../../testing/store-template.ts';
import { createWorld, type OpenedStore } from '../../testing/store-world.ts';
import { fillEveryTable } from '../conformance/isolation.conformance.ts';
import { StoreMoveError, StoreStartError } from '../errors.ts';
import { openStoreAndDatabase } from '../open-store.ts';
import { movedMarkFile, readMovedMark } from '../pglite/moved-mark.ts';
import { type MoveStep, moveStore } from './move-store.ts';

const log = pino({ level: 'silent' });
// An embedded store is opened several times in each.
vi.setConfig({ testTimeout: 120_000 });

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const newFolder = async (): Promise<string> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'dialer-moved-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  await copyEmptyDatabase(dataDir);
  return dataDir;
};

const openEmbedded = async (dataDir: string): Promise<OpenedStore> => {
  const { store, database } = await openStoreAndDatabase({ dataDir, log });
  return { store, database, close: () => store.close() };
};

const openServer = async (databaseUrl: string): Promise<OpenedStore> => {
  const opened = await openServerStore(databaseUrl);
  onTestFinished(opened.close);
  return opened;
};

/** Two workspaces with rows in every table. */
const filledFolder = async (): Promise<string> => {
  const dataDir = await newFolder();
  const opened = await openEmbedded(dataDir);
  await fillEveryTable(createWorld(opened));
  await fillEveryTable(createWorld(opened));
  await opened.close();
  return dataDir;
};

const move = (dataDir: string, databaseUrl: string, tell: (step: MoveStep) => void = () => undefined) =>
  moveStore({ dataDir, databaseUrl, log, now: () => new Date('2026-11-21T09:00:00Z'), tell });

/** Every row of every table as JSON, as an administrator sees it, whom nothing is hidden from. */
const everyRow = async (ask: (sql: string) => Promise<readonly unknown[]>) => {
  const names = await ask(
    `select relname as name from pg_class where relnamespace = 'dialer'::regnamespace and relkind = 'r'
       and relname <> 'schema_migration' order by relname collate "C"`,
  );
  const rows: Record<string, unknown> = {};
  for (const name of names.map((row) => String(Object(row).name))) {
    rows[name] = await ask(`select to_jsonb(t)::text as row from dialer."${name}" t order by 1`);
  }
  return rows;
};
const rowsOfFolder = async (dataDir: string) => {
  const opened = await openEmbedded(dataDir);
  const rows = await everyRow((sql) => opened.database.transaction({}, (query) => query(sql)));
  await opened.close();
  return rows;
};
const rowsOfServer = (databaseUrl: string) => everyRow((sql) => postgres.administrate(sql, databaseUrl));

test('everything in the embedded store is in Postgres after a move, table by table and row by row', async () => {
  const dataDir = await filledFolder();
  const databaseUrl = await postgres.createDatabase();
  const before = await rowsOfFolder(dataDir);
  const moved = await move(dataDir, databaseUrl);
  expect(moved.kind).toBe('moved');
  const after = await rowsOfServer(databaseUrl);
  expect(after).toEqual(before);
  expect(moved.tables.map(({ table }) => table).sort()).toEqual(Object.keys(before).sort());
  for (const { table, rows } of moved.tables) expect(rows, table).toBe(Object(before[table]).length);
  expect(moved.tables.every(({ rows }) => rows > 0)).toBe(true);
});

test('after a move delivery goes on where it stood, and new calls follow the old ones', async () => {
  const dataDir = await newFolder();
  const source = await openEmbedded(dataDir);
  const trial = createDeliveryTrial(source.store);
  await trial.start();
  const arrived = await trial.report({ note: 'arrived before the move' });
  await trial.deliver();
  const waiting = await trial.report({ note: 'waits during the move' });
  await source.close();
  const databaseUrl = await postgres.createDatabase();
  await move(dataDir, databaseUrl);
  const { store } = await openServer(databaseUrl);
  const worker = trial.worker({ store });
  await trial.deliver(worker);
  const inTwenty = (await trial.rows('phoneCall')).map((row) => row.callId);
  expect(inTwenty).toEqual(expect.arrayContaining([arrived.callId, waiting.callId]));
  expect(new Set(inTwenty).size).toBe(inTwenty.length);
  const held = await store.transaction(trial.workspaceId, (tx) => tx.calls.get(waiting.callId));
  expect(held?.entries.every(({ state }) => state === 'delivered')).toBe(true);
});

test('numbers that were given out before the move are not given out again', async () => {
  const dataDir = await newFolder();
  const source = await openEmbedded(dataDir);
  const world = createWorld(source);
  await world.tx((t) => t.progression.append(aCallThatEarns(world.memberId), countedOn('2026-11-20')));
  await source.close();
  const databaseUrl = await postgres.createDatabase();
  await move(dataDir, databaseUrl);
  const { store } = await openServer(databaseUrl);
  await store.transaction(world.workspaceId, (t) =>
    t.progression.append(aCallThatEarns(world.memberId), countedOn('2026-11-21')),
  );
  const ids = await postgres.administrate(
    'select id::integer from dialer.progression_entry order by id',
    databaseUrl,
  );
  expect(ids).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }]);
});

test('the tables of the target are as closed after a move as they were before', async () => {
  const dataDir = await filledFolder();
  const databaseUrl = await postgres.createDatabase();
  await move(dataDir, databaseUrl);
  const open = await postgres.administrate(
    `select relname from pg_class where relnamespace = 'dialer'::regnamespace and relkind = 'r'
       and not (relrowsecurity and relforcerowsecurity)`,
    databaseUrl,
  );
  expect(open).toEqual([{ relname: 'schema_migration' }]);
  const { database } = await openServer(databaseUrl);
  expect(await database.transaction({}, (query) => query('select * from dialer.call'))).toEqual([]);
});

test('a worker that is started by mistake on a folder that was moved stops, and tells the way back', async () => {
  const dataDir = await filledFolder();
  const databaseUrl = await postgres.createDatabase();
  const before = await rowsOfFolder(dataDir);
  await move(dataDir, databaseUrl);
  const starting = openEmbedded(dataDir);
  await expect(starting).rejects.toThrow(StoreStartError);
  await expect(starting).rejects.toThrow(
    /was moved to the database ".*" on .*DATABASE_URL.*To go back.*delete/s,
  );
  await expect(starting).rejects.not.toThrow(new RegExp(new URL(databaseUrl).password));
  expect(await move(dataDir, databaseUrl)).toMatchObject({ kind: 'moved-before' });
  await expect(move(dataDir, await postgres.createDatabase())).rejects.toThrow(/does not hold it/);
  rmSync(movedMarkFile(dataDir));
  expect(await rowsOfFolder(dataDir)).toEqual(before);
});

test('a database that holds anything is not moved into, and nothing of it is touched', async () => {
  const dataDir = await filledFolder();
  const databaseUrl = await postgres.createDatabase();
  const other = await openServer(databaseUrl);
  const world = createWorld(other);
  await world.tx((t) => t.calls.accept(aReport(world.memberId)));
  const before = await rowsOfServer(databaseUrl);
  const moving = move(dataDir, databaseUrl);
  await expect(moving).rejects.toThrow(StoreMoveError);
  await expect(moving).rejects.toThrow(/holds data already \(.*call.*\).*empty/s);
  expect(await rowsOfServer(databaseUrl)).toEqual(before);
  expect(existsSync(movedMarkFile(dataDir))).toBe(false);
  await (await openEmbedded(dataDir)).close();
});

test('a move that is broken off while it copies leaves both sides as they were, and is begun anew', async () => {
  const dataDir = await filledFolder();
  const databaseUrl = await postgres.createDatabase();
  const before = await rowsOfFolder(dataDir);
  const breaking = (at: MoveStep['kind']) => (step: MoveStep) => {
    if (step.kind === at) throw new Error('The power went.');
  };
  for (const at of ['copying', 'compared'] as const) {
    await expect(move(dataDir, databaseUrl, breaking(at))).rejects.toThrow('The power went.');
    expect(Object.values(await rowsOfServer(databaseUrl)).flat()).toEqual([]);
    expect(await rowsOfFolder(dataDir)).toEqual(before);
  }
  expect(await move(dataDir, databaseUrl)).toMatchObject({ kind: 'moved' });
  expect(await rowsOfServer(databaseUrl)).toEqual(before);
});

test('a move that is broken off at its last step keeps workers off the folder until it is known what became of it', async () => {
  const dataDir = await filledFolder();
  const databaseUrl = await postgres.createDatabase();
  const before = await rowsOfFolder(dataDir);
  const breakAt = (at: MoveStep['kind']) =>
    move(dataDir, databaseUrl, (step) => {
      if (step.kind === at) throw new Error('The power went.');
    });
  const expectClosed = () =>
    expect(openEmbedded(dataDir)).rejects.toThrow(
      /broken off at its very end.*npm run store:move.*same DATABASE_URL/s,
    );

  // Before the database committed: nothing is there, so it is copied anew.
  await expect(breakAt('committing')).rejects.toThrow('The power went.');
  expect(readMovedMark(dataDir)).toMatchObject({ state: 'committing' });
  await expectClosed();
  await expect(move(dataDir, await postgres.createDatabase())).rejects.toThrow(/does not hold it/);
  // After it: everything is there, and only the mark is missing.
  await expect(breakAt('committed')).rejects.toThrow('The power went.');
  await expectClosed();
  expect(await rowsOfServer(databaseUrl)).toEqual(before);
  expect(await move(dataDir, databaseUrl)).toMatchObject({ kind: 'finished', tables: [] });
  expect(readMovedMark(dataDir)).toMatchObject({ state: 'moved', at: '2026-11-21T09:00:00.000Z' });
  expect(await rowsOfServer(databaseUrl)).toEqual(before);
});

test('a folder of an older release is not moved half-understood', async () => {
  const dataDir = await newFolder();
  const opened = await openEmbedded(dataDir);
  await opened.database.transaction({}, (query) =>
    query('delete from dialer.schema_migration where name = (select max(name) from dialer.schema_migration)'),
  );
  await opened.close();
  await expect(move(dataDir, await postgres.createDatabase())).rejects.toThrow(
    /older release.*Start the worker/s,
  );
});
