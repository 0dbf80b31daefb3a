import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { aReport, wrappedUp } from '../../testing/store-fixtures.ts';
import { copyEmptyDatabase } from '../../testing/store-template.ts';
import { createWorld } from '../../testing/store-world.ts';
import { StoreStartError } from '../errors.ts';
import { openStoreAndDatabase } from '../open-store.ts';

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'dialer-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
const open = (dataDir: string) => openStoreAndDatabase({ dataDir, log: pino({ level: 'silent' }) });
const copyOf = (dataDir: string): string => {
  const copy = newFolder();
  cpSync(dataDir, copy, { recursive: true, preserveTimestamps: true });
  return copy;
};

test('the copy of a stopped worker’s folder holds every call', async () => {
  const dataDir = newFolder();
  await copyEmptyDatabase(dataDir);
  const original = await open(dataDir);
  const world = createWorld(original);
  const reports = Array.from({ length: 20 }, () => wrappedUp(aReport(world.memberId)));
  for (const report of reports) await world.tx((t) => t.calls.accept(report));
  await original.store.close();

  const { store } = await open(copyOf(dataDir));
  onTestFinished(() => store.close());
  for (const report of reports) {
    const held = await store.transaction(world.workspaceId, (t) => t.calls.get(report.callId));
    expect(held?.report).toEqual(report);
  }
});

test('a copy that was made while a worker had the folder open is no backup: it is refused, and told why', async () => {
  const dataDir = newFolder();
  await copyEmptyDatabase(dataDir);
  const { store } = await open(dataDir);
  const copy = copyOf(dataDir);
  await store.close();
  const opening = open(copy);
  await expect(opening).rejects.toThrow(StoreStartError);
  await expect(opening).rejects.toThrow(/copy that was made while a worker had it open.*stopped worker/s);
  // The way on for whoever has nothing better.
  rmSync(join(copy, 'pglite', 'OPENED'));
  await (await open(copy)).store.close();
});

test('a worker that stops in good order leaves a folder that may be copied', async () => {
  const dataDir = newFolder();
  await copyEmptyDatabase(dataDir);
  const { store } = await open(dataDir);
  expect(existsSync(join(dataDir, 'pglite', 'OPENED'))).toBe(true);
  await store.close();
  expect(existsSync(join(dataDir, 'pglite', 'OPENED'))).toBe(false);
});
