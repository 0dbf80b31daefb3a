import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { copyEmptyDatabase } from '../../testing/store-template.ts';
import { createWorld } from '../../testing/store-world.ts';
import { StoreStartError } from '../errors.ts';
import { openStore, openStoreAndDatabase } from '../open-store.ts';
import { FORMAT_FILE, formatOf, installedVersion, prepareDataFolder } from './data-folder.ts';
import { DurableFs } from './durable-fs.ts';
import { TYPESCRIPT_ARGUMENTS } from './run-typescript.ts';
import { startPglite } from './start-pglite.ts';

const log = pino({ level: 'silent' });

const emptyDatabase = async (): Promise<string> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'dialer-folder-'));
  await copyEmptyDatabase(dataDir);
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
};

test('a worker killed with -9 frees its folder and loses nothing that it had answered for', async () => {
  const dataDir = await emptyDatabase();
  const holder = startHolder(dataDir);
  const workspaces = await answeredFor(holder, 20);
  await expect(openStore({ dataDir, log })).rejects.toThrow(
    new RegExp(`Another worker \\(process ${holder.pid}\\) is using the data folder`),
  );
  holder.kill('SIGKILL');
  await once(holder, 'close');
  const { store, database } = await openStoreAndDatabase({ dataDir, log });
  const kept = (await store.listWorkspaces()).map(({ id }) => id as string);
  expect(kept).toEqual(expect.arrayContaining(workspaces));
  expect(await createWorld({ store, database }).tx((t) => t.outbox.count())).toEqual([]);
  await store.close();
});

/** A process that opens the store, writes without a break, and tells each write once it is committed. */
const startHolder = (dataDir: string): ChildProcess => {
  const script = fileURLToPath(new URL('../../testing/store-holder.ts', import.meta.url));
  return fork(script, [dataDir], {
    execArgv: TYPESCRIPT_ARGUMENTS,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
};

const answeredFor = (holder: ChildProcess, enough: number): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const answered: string[] = [];
    holder.on('message', (id) => {
      answered.push(String(id));
      if (answered.length === enough) resolve(answered);
    });
    holder.once('exit', (code) => reject(new Error(`The holder ended with ${code}.`)));
  });

test('a folder of another PGlite is refused before anything touches it', async () => {
  const dataDir = await emptyDatabase();
  const file = join(dataDir, 'pglite', FORMAT_FILE);
  writeFileSync(file, '0.4.9\n');
  await expect(openStore({ dataDir, log })).rejects.toThrow(/version 0\.4\.9 .* DIALER_DATA_DIR/s);
  rmSync(file);
  await expect(openStore({ dataDir, log })).rejects.toThrow(StoreStartError);
  writeFileSync(file, installedVersion());
  await expect(prepareDataFolder(dataDir)).resolves.toBe(join(dataDir, 'pglite'));
});

test.each([
  ['0.5.16', '0.5'],
  ['0.6.0', '0.6'],
  ['1.4.2', '1'],
])('folders of %s belong to format %s', (version, format) => {
  expect(formatOf(version)).toBe(format);
});

test('a commit is on disk before it is answered', async () => {
  const dataDir = await emptyDatabase();
  let syncs = 0;
  const pglite = await startPglite(
    new DurableFs(join(dataDir, 'pglite'), () => {
      syncs += 1;
    }),
  );
  await pglite.exec('create table kept (n int)');
  const before = syncs;
  await pglite.exec('insert into kept values (1)');
  expect(syncs).toBeGreaterThan(before);
  await pglite.close();
});

test('a damaged folder stops the start with a readable message', async () => {
  const dataDir = await emptyDatabase();
  writeFileSync(join(dataDir, 'pglite', 'global', 'pg_control'), 'not a control file');
  const opening = openStore({ dataDir, log });
  await expect(opening).rejects.toThrow(StoreStartError);
  await expect(opening).rejects.toThrow(/cannot be opened/);
});
