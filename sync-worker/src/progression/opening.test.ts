import { Progression } from '@twenty-dialer/contract';
import { exampleReport } from '@twenty-dialer/contract/examples';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProgressionTotals } from '../outbox/progression-record.ts';
import type { Store } from '../store/port.ts';
import { openTestStore } from '../testing/test-store.ts';
import { createTestWorker, type Rep, reportOf, type TestWorker } from '../testing/test-worker.ts';
import { TwentyError } from '../twenty/errors.ts';
import { createOpening } from './opening.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const IN_TWENTY: ProgressionTotals = {
  totalXp: 430,
  totalCalls: 150,
  totalTalkSeconds: 9_120,
  lastCallAt: '2026-11-19T15:04:00.000Z',
  streakDays: 4,
  streakThrough: '2026-11-19',
};

/** A Twenty that counts how often it is asked, and may be away. */
const twentyWith = (found: ProgressionTotals | null) => {
  const twenty = {
    asked: 0,
    isAway: false,
    of: async () => {
      twenty.asked += 1;
      if (twenty.isAway) throw new TwentyError('unreachable', 'Twenty cannot be reached.');
      return found;
    },
  };
  return twenty;
};
const progressionOf = async (worker: TestWorker, rep: Rep) =>
  Progression.parse(await (await worker.ask('/api/progression', { as: rep })).json());
const rowsToDeliver = (worker: TestWorker) =>
  store.transaction(worker.workspaceId, (tx) => tx.outbox.lease({ holder: 'w', leaseMs: 1, perObject: 9 }));

test('a worker with a new store goes on where Twenty stands', async () => {
  const worker = await createTestWorker(store, { progression: twentyWith(IN_TWENTY) });
  const rep = await worker.signIn();
  expect(await progressionOf(worker, rep)).toMatchObject({
    totalXp: 430,
    rank: 'caller-2',
    totalCalls: 150,
    streakDays: 4,
  });
});

test('whoever has no row in Twenty yet gets one, before the first call', async () => {
  const worker = await createTestWorker(store, { progression: twentyWith(null) });
  const rep = await worker.signIn({ firstName: 'Ada', lastName: 'Bell' });
  await progressionOf(worker, rep);
  const [row] = await rowsToDeliver(worker);
  expect(row).toMatchObject({
    slot: `repProgression:${rep.member.id}`,
    payload: { name: 'Ada Bell', workspaceMemberId: rep.member.id, totalXp: 0, rank: 'ROOKIE_1' },
  });
});

test('nothing is written over what Twenty has while nobody could read it, and no point is lost', async () => {
  const twenty = twentyWith(IN_TWENTY);
  twenty.isAway = true;
  const worker = await createTestWorker(store, { progression: twenty });
  const rep = await worker.signIn();
  const report = reportOf(rep, { ...exampleReport, workspaceMemberId: rep.member.id, outcome: 'interested' });
  expect((await worker.ask('/api/call-reports', { as: rep, body: report })).status).toBe(202);
  expect(await progressionOf(worker, rep)).toMatchObject({ totalXp: 5, sync: { state: 'saved' } });
  expect((await rowsToDeliver(worker)).filter(({ objectName }) => objectName === 'repProgression')).toEqual(
    [],
  );

  twenty.isAway = false;
  expect(await progressionOf(worker, rep)).toMatchObject({
    totalXp: 435,
    totalCalls: 151,
    sync: { state: 'on-its-way' },
  });
});

test('two windows that open at once count it once, and ask Twenty once', async () => {
  const twenty = twentyWith(IN_TWENTY);
  const worker = await createTestWorker(store, { progression: twenty });
  const rep = await worker.signIn();
  const both = await Promise.all([progressionOf(worker, rep), progressionOf(worker, rep)]);
  expect(both.map(({ totalXp }) => totalXp)).toEqual([430, 430]);
  await progressionOf(worker, rep);
  expect(twenty.asked).toBe(1);
});

test('two workers that open at once count it once', async () => {
  const twenty = twentyWith(IN_TWENTY);
  const worker = await createTestWorker(store, { progression: twenty });
  const { member } = await worker.signIn();
  const { workspaceId } = worker;
  const open = () => createOpening({ store, twenty, log: pino({ level: 'silent' }) });
  const unopened = { workspaceId, member, accessToken: async () => 'token' };
  await Promise.all([open()(unopened), open()(unopened)]);
  expect(twenty.asked).toBe(2);
  const held = await store.transaction(workspaceId, (tx) => tx.progression.get(member.id));
  expect(held).toMatchObject({ totalXp: 430, totalCalls: 150, isOpened: true });
});
