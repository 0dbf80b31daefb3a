import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbeddedStore } from '../testing/store-opened.ts';
import type { OpenedStore } from '../testing/store-world.ts';
import { SCHEMA } from './database.ts';
import { StoreStartError } from './errors.ts';
import { migrate } from './migrate.ts';

const log = pino({ level: 'silent' });
let opened: OpenedStore;
let folder: string;

beforeAll(async () => {
  opened = await openEmbeddedStore();
  folder = mkdtempSync(join(tmpdir(), 'dialer-migrations-'));
  await owner(`truncate schema_migration`);
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const owner = (sql: string) => opened.database.transaction({ search_path: SCHEMA }, (query) => query(sql));
const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
const run = () => migrate(opened.database, log, folder);

test('migrations are applied once, in their order', async () => {
  write('0001_one.sql', 'create table one (n int); insert into one values (1);');
  write('0002_two.sql', 'update one set n = n + 1;');
  await run();
  await run();
  expect(await owner('select n from one')).toEqual([{ n: 2 }]);
});

test('other line ends are no change', async () => {
  write('0002_two.sql', 'update one set n = n + 1;');
  await run();
  write('0001_one.sql', 'create table one (n int); insert into one values (1);');
  await run();
});

test('a migration that fails leaves nothing behind', async () => {
  write('0003_three.sql', 'create table three (n int);');
  write('0004_four.sql', 'create table four (n int); select no_such_function();');
  await expect(run()).rejects.toThrow(
    /0004_four\.sql failed, and nothing of it was kept: .*no_such_function/,
  );
  expect(await owner("select to_regclass('three') as three, to_regclass('four') as four")).toEqual([
    { three: null, four: null },
  ]);
  rmSync(join(folder, '0003_three.sql'));
  rmSync(join(folder, '0004_four.sql'));
});

test('a migration that was changed after it was applied stops the start, and says which', async () => {
  write('0002_two.sql', 'update one set n = n + 2;');
  await expect(run()).rejects.toThrow(StoreStartError);
  await expect(run()).rejects.toThrow(/0002_two\.sql was changed .* Bring the file back/s);
  write('0002_two.sql', 'update one set n = n + 1;');
});

test('a database that a newer release has used is not opened by an older one', async () => {
  rmSync(join(folder, '0002_two.sql'));
  await expect(run()).rejects.toThrow(/has migration 0002_two\.sql, which this release does not know/);
});
