import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { withoutSettings } from '../../../../scripts/lib/processes.mjs';
import { startPostgres, type TestPostgres } from '../../testing/postgres.ts';
import { aReport, wrappedUp } from '../../testing/store-fixtures.ts';
import { openServerStore } from '../../testing/store-opened.ts';
import { copyEmptyDatabase } from '../../testing/store-template.ts';
import { createWorld } from '../../testing/store-world.ts';
import { openStoreAndDatabase } from '../open-store.ts';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const CALLS = 250;

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** Runs the real command; kills it with -9 once it has printed so many lines. */
const runCommand = async (env: Record<string, string>, killAfter = Number.POSITIVE_INFINITY) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/store-move.ts'], {
    cwd: ROOT,
    env: { ...withoutSettings(process.env), NODE_OPTIONS: '', DIALER_ENV_FILE: devNull, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.split('\n').length > killAfter) child.kill('SIGKILL');
  });
  const [code] = await once(child, 'close');
  return { code, printed };
};

test('a move that is killed with -9 again and again loses no call, and the next run makes it', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'dialer-moved-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  await copyEmptyDatabase(dataDir);
  const embedded = await openStoreAndDatabase({ dataDir, log: pino({ level: 'silent' }) });
  const world = createWorld(embedded);
  const reports = Array.from({ length: CALLS }, () => wrappedUp(aReport(world.memberId)));
  await world.tx(async (t) => {
    for (const report of reports) await t.calls.accept(report);
  });
  await embedded.store.close();

  const env = { DIALER_DATA_DIR: dataDir, DATABASE_URL: await postgres.createDatabase() };
  for (const lines of [1, 2, 6, 14]) await runCommand(env, lines);
  const last = await runCommand(env);
  expect(last.printed).toMatch(/Moved|An earlier run had moved|was moved to the database/);
  expect(last.printed).toContain('Set DATABASE_URL for the worker');
  expect(last.code).toBe(0);

  const { store, close } = await openServerStore(env.DATABASE_URL);
  onTestFinished(close);
  for (const report of reports) {
    const held = await store.transaction(world.workspaceId, (tx) => tx.calls.get(report.callId));
    expect(held?.report).toEqual(report);
  }
}, 120_000);
