import { pino } from 'pino';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { startMaintenance } from './maintenance.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const start = () => {
  const state = { isIdle: true, commits: 0, hasRoom: true };
  const ran: string[] = [];
  const stop = startMaintenance(
    {
      run: async (sql) => {
        if (sql.startsWith('select')) return [{ name: 'dialer.call' }, { name: 'dialer.outbox_entry' }];
        ran.push(sql);
        return [];
      },
      isIdle: () => state.isIdle,
      hasRoom: () => state.hasRoom,
      commits: () => state.commits,
      log: pino({ level: 'silent' }),
    },
    { checkpointEveryMs: 1_000, vacuumEveryMs: 700 },
  );
  onTestFinished(stop);
  return { state, ran, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
};

test('the write-ahead log is cut after commits, and left alone when nothing was written', async () => {
  const { state, ran, pass } = start();
  state.isIdle = false;
  await pass(3_000);
  expect(ran).toEqual([]);
  state.commits = 5;
  await pass(3_000);
  expect(ran).toEqual(['checkpoint']);
});

test('one table after the other is vacuumed, each once per change', async () => {
  const { state, ran, pass } = start();
  state.commits = 1;
  await pass(7_000);
  expect(ran.filter((sql) => sql !== 'checkpoint')).toEqual([
    'vacuum dialer.call',
    'analyze dialer.call',
    'vacuum dialer.outbox_entry',
    'analyze dialer.outbox_entry',
  ]);
});

test('a vacuum waits for a quiet moment, but not for ever', async () => {
  const { state, ran, pass } = start();
  const vacuums = () => ran.filter((sql) => sql.startsWith('vacuum'));
  Object.assign(state, { commits: 1, isIdle: false });
  await pass(700 * 14);
  expect(vacuums()).toEqual([]);
  await pass(700);
  expect(vacuums()).toHaveLength(1);
});

test('on a disk without room nothing is tidied up: a checkpoint that finds none would end the database', async () => {
  const { state, ran, pass } = start();
  state.hasRoom = false;
  state.commits = 1;
  await pass(3_000);
  expect(ran).toEqual([]);
  state.hasRoom = true;
  await pass(1_000);
  expect(ran).toContain('checkpoint');
});
