import { CallId, type CallReport, type HistoryPage } from '@twenty-dialer/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { createHistoryTrial, type HistoryTrial } from '../testing/history-trial.ts';
import { openTestStore } from '../testing/test-store.ts';
import type { Rep } from '../testing/test-worker.ts';

let store: Store;
let trial: HistoryTrial;
let maya: Rep;
let tomas: Rep;

beforeAll(async () => {
  store = await openTestStore();
  trial = await createHistoryTrial(store);
  maya = await trial.signIn(0);
  tomas = await trial.signIn(1);
});
afterAll(() => store.close());

const at = (minute: number): Partial<CallReport> => {
  const time = (second: number) => `2026-11-20T10:${String(minute).padStart(2, '0')}:0${second}.000Z`;
  return {
    startedAt: time(0),
    ringingAt: time(1),
    answeredAt: time(2),
    endedAt: time(5),
    wrappedUpAt: time(7),
  };
};
const idsOf = (pages: readonly HistoryPage[]) =>
  pages.flatMap(({ calls }) => calls.map(({ callId }) => callId));
const session = () => CallId.parse(crypto.randomUUID()) as unknown as CallReport['callSessionId'];

test('a call is there at once, and stays there once Twenty has it', async () => {
  const callSessionId = session();
  const report = await trial.reportBy(maya, { callSessionId, outcome: 'callback' });
  const waiting = await trial.historyOf(maya, { callSessionId });
  expect(waiting).toMatchObject({
    calls: [{ callId: report.callId, isMine: true, outcome: 'callback', sync: { state: 'on-its-way' } }],
    counts: { inTwenty: 0, onTheWay: 1 },
    twenty: { state: 'read' },
  });
  await trial.deliver();
  const arrived = await trial.historyOf(maya, { callSessionId });
  expect(arrived.counts).toEqual({ inTwenty: 1, onTheWay: 0 });
  const [before, after] = [waiting.calls[0], arrived.calls[0]];
  expect(after?.sync).toMatchObject({ state: 'in-twenty', deliveredAt: expect.any(String) });
  expect({ ...after, sync: null }).toEqual({ ...before, sync: null });
});

test('an incoming call that was entered afterwards shows the number it came from, waiting and arrived', async () => {
  const callSessionId = session();
  const entered = { line: 'entered', direction: 'inbound', from: null } as const;
  const { to } = await trial.reportBy(maya, { callSessionId, ...entered });
  expect((await trial.historyOf(maya, { callSessionId })).calls).toMatchObject([{ number: to }]);
  await trial.deliver();
  expect((await trial.historyOf(maya, { callSessionId })).calls).toMatchObject([{ number: to }]);
});

test('everybody’s calls are shown once they are in Twenty, and nobody else’s before', async () => {
  const callSessionId = session();
  const report = await trial.reportBy(tomas, { callSessionId });
  expect((await trial.historyOf(maya, { callSessionId })).calls).toEqual([]);
  trial.setMood('away');
  expect((await trial.historyOf(maya, { callSessionId })).calls).toEqual([]);
  trial.setMood('there');
  await trial.deliver();
  const { calls } = await trial.historyOf(maya, { callSessionId });
  expect(calls).toMatchObject([
    {
      callId: report.callId,
      isMine: false,
      member: { id: tomas.member.id, name: 'Tomás Okafor' },
      points: null,
      sync: { state: 'in-twenty', twentyUrl: expect.stringMatching(/\/object\/phoneCall\/[0-9a-f-]{36}$/) },
    },
  ]);
});

describe('every call appears exactly once', () => {
  test('though it reaches Twenty between the worker’s look and Twenty’s answer', async () => {
    const callSessionId = session();
    const report = await trial.reportBy(maya, { callSessionId });
    trial.meanwhile(() => trial.deliver());
    expect(idsOf([await trial.historyOf(maya, { callSessionId })])).toEqual([report.callId]);
  });

  test('though calls reach Twenty between two pages', async () => {
    const callSessionId = session();
    const reports: CallReport[] = [];
    for (const minute of [1, 2, 3, 4, 5, 6]) {
      reports.push(await trial.reportBy(maya, { ...at(minute), callSessionId }));
      if (minute % 3 === 0) await trial.reportBy(tomas, { ...at(minute + 10), callSessionId });
    }
    const pages = await trial.allPages(maya, { callSessionId, limit: '2' }, () => trial.deliver());
    const own = idsOf(pages).filter((id) => reports.some(({ callId }) => callId === id));
    expect(own).toEqual(reports.map(({ callId }) => callId).reverse());
  });

  test('with an edit that waits, as it was edited and not as Twenty still has it', async () => {
    const callSessionId = session();
    const report = await trial.reportBy(maya, { callSessionId, revision: 1, outcome: 'callback' });
    await trial.deliver();
    await trial.reportBy(maya, { ...report, revision: 2, outcome: 'interested' });
    const { calls, counts } = await trial.historyOf(maya, { callSessionId });
    expect(calls).toMatchObject([{ outcome: 'interested', sync: { state: 'on-its-way' } }]);
    expect(counts).toEqual({ inTwenty: 1, onTheWay: 0 });
    const found = async (outcomes: string) =>
      idsOf([await trial.historyOf(maya, { callSessionId, outcomes })]);
    expect(await found('callback')).toEqual([]);
    expect(await found('interested')).toEqual([report.callId]);
  });

  test('also when it was edited between the worker’s look and Twenty’s answer', async () => {
    const callSessionId = session();
    const report = await trial.reportBy(maya, { callSessionId, revision: 1, outcome: 'callback' });
    await trial.deliver();
    trial.meanwhile(() => trial.reportBy(maya, { ...report, revision: 2, outcome: 'interested' }));
    const { calls } = await trial.historyOf(maya, { callSessionId });
    expect(calls).toMatchObject([{ callId: report.callId, outcome: 'interested' }]);
    await trial.deliver();
  });

  test('also when its correction arrives meanwhile, and somebody had moved its start in Twenty', async () => {
    const callSessionId = session();
    const report = await trial.reportBy(maya, { callSessionId, revision: 1, outcome: 'callback' });
    await trial.deliver();
    await trial.inTwenty(
      `mutation ($filter: PhoneCallFilterInput!) { updatePhoneCalls(filter: $filter, data: { startedAt: "2026-11-20T08:00:00.000Z" }) { id } }`,
      { filter: { callSessionId: { eq: callSessionId } } },
    );
    await trial.reportBy(maya, { ...report, revision: 2, outcome: 'interested' });
    trial.meanwhile(() => trial.deliver());
    expect(idsOf([await trial.historyOf(maya, { callSessionId })])).toEqual([report.callId]);
  });

  test('with what somebody changed in Twenty', async () => {
    const callSessionId = session();
    await trial.reportBy(maya, { callSessionId, outcome: 'callback' });
    await trial.deliver();
    await trial.inTwenty(
      `mutation ($filter: PhoneCallFilterInput!) { updatePhoneCalls(filter: $filter, data: { outcome: BUSY }) { id } }`,
      { filter: { callSessionId: { eq: callSessionId } } },
    );
    const { calls } = await trial.historyOf(maya, { callSessionId, outcomes: 'busy' });
    expect(calls).toMatchObject([{ outcome: 'busy', isMine: true, sync: { state: 'in-twenty' } }]);
  });

  test('however the calls are split, and however long a page is', async () => {
    const aCall = fc.record({
      minute: fc.integer({ min: 0, max: 2 }),
      who: fc.constantFrom('maya', 'tomas', 'by-hand'),
      isThere: fc.boolean(),
      isEdited: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(aCall, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        async (drawn, limit) => {
          const callSessionId = session();
          const shown: { key: string; startedAt: string }[] = [];
          const edits: CallReport[] = [];
          for (const { minute, who, isEdited } of drawn.filter((call) => call.isThere)) {
            const fields = { ...at(minute), callSessionId, revision: 1 };
            if (who === 'by-hand') {
              const id = crypto.randomUUID();
              await byHand({ id, callSessionId, startedAt: fields.startedAt });
              shown.push({ key: id, startedAt: fields.startedAt ?? '' });
              continue;
            }
            const report = await trial.reportBy(who === 'maya' ? maya : tomas, fields);
            shown.push({ key: report.callId, startedAt: report.startedAt });
            if (isEdited && who === 'maya') edits.push(report);
          }
          await trial.deliver();
          for (const report of edits) await trial.reportBy(maya, { ...report, revision: 2, outcome: 'busy' });
          for (const { minute } of drawn.filter((call) => !call.isThere && call.who === 'maya')) {
            const report = await trial.reportBy(maya, { ...at(minute), callSessionId });
            shown.push({ key: report.callId, startedAt: report.startedAt });
          }
          const pages = await trial.allPages(maya, { callSessionId, limit: String(limit) });
          const calls = pages.flatMap((page) => page.calls);
          expect(calls.map(({ key }) => key).toSorted()).toEqual(shown.map(({ key }) => key).toSorted());
          const times = calls.map(({ startedAt }) => startedAt);
          expect(times).toEqual(times.toSorted().reverse());
          await trial.deliver();
        },
      ),
      { numRuns: 12 },
    );
  });
});

const byHand = (row: Record<string, unknown>) =>
  trial.inTwenty('mutation ($data: [PhoneCallCreateInput!]!) { createPhoneCalls(data: $data) { id } }', {
    data: [{ name: 'by hand', ...row }],
  });

test('a record in Twenty that never started is no call in history', async () => {
  const callSessionId = session();
  await byHand({ callSessionId });
  const { calls, counts } = await trial.historyOf(maya, { callSessionId });
  expect(calls).toEqual([]);
  expect(counts).toEqual({ inTwenty: 0, onTheWay: 0 });
});
