import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../sync-worker/src/store/open-store.ts';
import { copyEmptyDatabase } from '../../sync-worker/src/testing/store-template.ts';
import { moveCommand } from './command.ts';

const root = mkdtempSync(join(tmpdir(), 'dialer-move-'));
const dataDir = join(root, 'data');
beforeAll(() => copyEmptyDatabase(dataDir));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const NOBODY_THERE = 'postgres://dialer:top-secret@127.0.0.1:1/dialer';
const run = (env: Record<string, string>) =>
  moveCommand({
    root,
    env: { DIALER_DATA_DIR: dataDir, ...env },
    now: () => new Date(),
    say: () => undefined,
  });
const openEmbedded = () => openStore({ dataDir, log: pino({ level: 'silent' }) });

test('without a target nothing is done, and it is said how to name one', async () => {
  await expect(run({})).rejects.toThrow(/DATABASE_URL is missing.*npm run store:move/);
});

test('a folder that holds no store is refused, and none is made', async () => {
  const nothing = join(root, 'nothing');
  await expect(run({ DIALER_DATA_DIR: nothing, DATABASE_URL: NOBODY_THERE })).rejects.toThrow(
    /no embedded store in the folder .*DIALER_DATA_DIR/,
  );
  expect(existsSync(nothing)).toBe(false);
});

test('while a worker holds the folder, a move is refused', async () => {
  const store = await openEmbedded();
  try {
    await expect(run({ DATABASE_URL: NOBODY_THERE })).rejects.toThrow(
      /Another worker .* is using the data folder .*Stop it/,
    );
  } finally {
    await store.close();
  }
});

test('a target that cannot be reached leaves the folder as it was, and keeps the password to itself', async () => {
  const moving = run({ DATABASE_URL: NOBODY_THERE });
  await expect(moving).rejects.toThrow(/DATABASE_URL cannot be used/);
  await expect(moving).rejects.not.toThrow(/top-secret/);
  await (await openEmbedded()).close();
});
