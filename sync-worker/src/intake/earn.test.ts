import { type CallReport, Progression, ReportReceipt } from '@twenty-dialer/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StoreUnavailableError } from '../store/errors.ts';
import type { Store } from '../store/port.ts';
import { openTestStore } from '../testing/test-store.ts';
import { createTestWorker, type Rep, reportOf, type TestWorker } from '../testing/test-worker.ts';

let store: Store;
let worker: TestWorker;
beforeAll(async () => {
  store = await openTestStore();
  worker = await createTestWorker(store);
});
afterAll(() => store.close());

const post = async (rep: Rep, report: CallReport, to = worker) => {
  const response = await to.ask('/api/call-reports', { as: rep, body: report });
  expect(response.status).toBe(202);
  return ReportReceipt.parse(await response.json());
};
const progressionOf = async (rep: Rep, at = worker) =>
  Progression.parse(await (await at.ask('/api/progression', { as: rep })).json());

const manual = (rep: Rep, fields: Partial<CallReport> = {}) =>
  reportOf(rep, { line: 'manual', outcome: 'interested', startedAt: '2026-11-20T15:04:00.000Z', ...fields });

test('the points of a call are in its receipt, and in the progression of its rep', async () => {
  const rep = await worker.signIn();
  const { call } = await post(rep, manual(rep));
  expect(call.points).toBe(5);
  expect(await progressionOf(rep)).toMatchObject({
    totalXp: 5,
    rank: 'rookie-1',
    totalCalls: 1,
    lastCallAt: '2026-11-20T15:04:00.000Z',
    streakDays: 1,
    streakThrough: '2026-11-20',
    sync: { state: 'on-its-way', deliveredAt: null, totalXpInTwenty: null },
  });
});

test('a report that comes late, or twice, earns nothing', async () => {
  const rep = await worker.signIn();
  const report = manual(rep, { outcome: 'no-answer', revision: 3 });
  await post(rep, report);
  await post(rep, report);
  await post(rep, { ...report, revision: 2, outcome: 'interested' });
  expect(await progressionOf(rep)).toMatchObject({ totalXp: 2, totalCalls: 1 });
});

test('a corrected outcome corrects the points', async () => {
  const rep = await worker.signIn();
  const report = manual(rep);
  await post(rep, report);
  const { call } = await post(rep, { ...report, revision: report.revision + 1, outcome: 'voicemail' });
  expect(call.points).toBe(2);
  expect(await progressionOf(rep)).toMatchObject({ totalXp: 2, totalCalls: 1 });
});

test('a call that is not kept earns nothing', async () => {
  const failing: Store = {
    ...store,
    transaction: (workspaceId, work) =>
      store.transaction(workspaceId, (tx) =>
        work({
          ...tx,
          outbox: {
            ...tx.outbox,
            touch: async (records) => {
              if (records.some(({ objectName }) => objectName === 'phoneCall')) {
                throw new StoreUnavailableError('the disk is full');
              }
              await tx.outbox.touch(records);
            },
          },
        }),
      ),
  };
  const other = await createTestWorker(failing);
  const rep = await other.signIn();
  const response = await other.ask('/api/call-reports', { as: rep, body: manual(rep) });
  expect(response.status).toBe(503);
  expect(await progressionOf(rep, other)).toMatchObject({ totalXp: 0, totalCalls: 0, streakDays: 0 });
});

test('reps who call at the same time each have their own points, and all of them', async () => {
  const reps = [await worker.signIn(), await worker.signIn()];
  await Promise.all(
    reps.flatMap((rep) => Array.from({ length: 10 }, () => post(rep, manual(rep, { outcome: 'no-answer' })))),
  );
  for (const rep of reps) expect(await progressionOf(rep)).toMatchObject({ totalXp: 20, totalCalls: 10 });
});

describe('practice calls', () => {
  test('that are not written to Twenty do not count at all', async () => {
    const real = await createTestWorker(store, { config: { practiceCallsToTwenty: false } });
    const rep = await real.signIn();
    const { call } = await post(rep, manual(rep, { line: 'practice' }), real);
    expect(call.points).toBe(0);
    expect(await progressionOf(rep, real)).toMatchObject({ totalXp: 0, totalCalls: 0, streakDays: 0 });
  });

  test('that are written there count as calls, and earn by a setting only', async () => {
    const real = await createTestWorker(store, {
      usual: { xp: { manual: true, entered: true, practice: false } },
    });
    const rep = await real.signIn();
    await post(rep, manual(rep, { line: 'practice' }), real);
    expect(await progressionOf(rep, real)).toMatchObject({ totalXp: 0, totalCalls: 1, streakDays: 1 });
  });
});
