import { PGlite } from '@electric-sql/pglite';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { startMaintenance, TABLES_IN_NEED } from './maintenance.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const IN_NEED = { name: 'dialer.call', is_unknown: false, has_dead_rows: false };

const start = () => {
  const state = { isIdle: true, commits: 0, hasRoom: true, tables: [IN_NEED] };
  const ran: string[] = [];
  const stop = startMaintenance(
    {
      run: async (sql) => {
        if (sql === TABLES_IN_NEED) return state.tables;
        ran.push(sql);
        return [];
      },
      isIdle: () => state.isIdle,
      hasRoom: () => state.hasRoom,
      commits: () => state.commits,
      log: pino({ level: 'silent' }),
    },
    { checkpointEveryMs: 1_000, tidyEveryMs: 700 },
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

test('what is looked up is known to the planner also while the store never rests', async () => {
  const { state, ran, pass } = start();
  state.isIdle = false;
  state.tables = [
    { ...IN_NEED, has_dead_rows: true },
    { ...IN_NEED, name: 'dialer.outbox_entry', is_unknown: true },
  ];
  await pass(700);
  expect(ran).toEqual(['analyze dialer.outbox_entry']);
});

test('a vacuum waits for a quiet moment, but not for ever', async () => {
  const { state, ran, pass } = start();
  Object.assign(state, { isIdle: false, tables: [{ ...IN_NEED, has_dead_rows: true }] });
  await pass(700 * 14);
  expect(ran).toEqual([]);
  await pass(700);
  expect(ran).toEqual(['vacuum dialer.call']);
  state.isIdle = true;
  await pass(700);
  expect(ran).toEqual(['vacuum dialer.call', 'vacuum dialer.call']);
});

test('on a disk without room nothing is tidied up: a checkpoint that finds none would end the database', async () => {
  const { state, ran, pass } = start();
  Object.assign(state, { hasRoom: false, commits: 1, tables: [{ ...IN_NEED, has_dead_rows: true }] });
  await pass(3_000);
  expect(ran).toEqual([]);
  state.hasRoom = true;
  await pass(1_000);
  expect(ran).toEqual(expect.arrayContaining(['checkpoint', 'vacuum dialer.call']));
});

test('a table asks for what it needs, and for nothing once it has it', async () => {
  vi.useRealTimers();
  const pglite = await PGlite.create();
  onTestFinished(() => pglite.close());
  await pglite.exec('create schema dialer; create table dialer.call (id integer primary key, text text)');
  const inNeed = async () => {
    // Else it may tell a second later.
    await pglite.exec('select pg_stat_force_next_flush()');
    return (await pglite.query(TABLES_IN_NEED)).rows;
  };
  expect(await inNeed()).toEqual([]);
  await pglite.exec(`insert into dialer.call select n, 'rep' from generate_series(1, 900) n`);
  expect(await inNeed()).toEqual([{ ...IN_NEED, is_unknown: true }]);
  await pglite.exec('analyze dialer.call');
  expect(await inNeed()).toEqual([]);
  await pglite.exec(`update dialer.call set text = 'other' where id <= 400`);
  expect(await inNeed()).toEqual([{ ...IN_NEED, is_unknown: true, has_dead_rows: true }]);
  await pglite.exec('analyze dialer.call');
  await pglite.exec('vacuum dialer.call');
  expect(await inNeed()).toEqual([]);
});
