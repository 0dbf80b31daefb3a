import { CallId, CallSessionId, type HistoryPage, MemberList, Problem } from '@twenty-dialer/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
beforeEach(() => trial.setMood('there'));
afterAll(() => store.close());

const idsOf = ({ calls }: HistoryPage) => calls.map(({ callId }) => callId);
const newSession = () => CallSessionId.parse(crypto.randomUUID());
const minute = (number: number) => {
  const time = `2026-11-20T10:0${number}:00.000Z`;
  return { startedAt: time, ringingAt: null, answeredAt: null, endedAt: time, wrappedUpAt: time };
};

describe('while Twenty is away', () => {
  test('a rep sees their own calls, those that arrived as well, and is told', async () => {
    const callSessionId = newSession();
    const arrived = await trial.reportBy(maya, { callSessionId, ...minute(1) });
    await trial.deliver();
    const waiting = await trial.reportBy(maya, { callSessionId, ...minute(2) });
    trial.setMood('away');
    const page = await trial.historyOf(maya, { callSessionId });
    expect(idsOf(page)).toEqual([waiting.callId, arrived.callId]);
    expect(page.counts).toEqual({ inTwenty: null, onTheWay: 1 });
    expect(page.twenty).toEqual({ state: 'away', message: expect.stringContaining('cannot be reached') });
  });

  test('in the middle of a list, it goes on with their own, none of them twice', async () => {
    const callSessionId = newSession();
    const own: string[] = [];
    for (const number of [1, 2, 3, 4, 5]) {
      own.push((await trial.reportBy(maya, { callSessionId, ...minute(number) })).callId);
      await trial.reportBy(tomas, { callSessionId, ...minute(number) });
    }
    await trial.deliver();
    const moods = ['away', 'there'] as const;
    let turn = 0;
    const pages = await trial.allPages(maya, { callSessionId, limit: '2' }, async () => {
      trial.setMood(moods[turn] ?? 'there');
      turn += 1;
    });
    expect(pages.slice(0, 3).map(({ twenty }) => twenty.state)).toEqual(['read', 'away', 'read']);
    const calls = pages.flatMap((page) => page.calls);
    expect(calls.filter(({ isMine }) => isMine).map(({ callId }) => callId)).toEqual(own.reverse());
    expect(new Set(calls.map(({ key }) => key)).size).toBe(calls.length);
  });

  test('their own call still opens, and somebody else’s says why it does not', async () => {
    const own = await trial.reportBy(maya);
    const other = await trial.reportBy(tomas);
    await trial.deliver();
    trial.setMood('away');
    expect(await trial.callPage(maya, own.callId)).toMatchObject({
      call: { callId: own.callId },
      inTwenty: null,
      twenty: { state: 'away' },
    });
    const { body } = await trial.get(`/api/history/${other.callId}`, maya);
    expect(Problem.parse(body).code).toBe('twenty-unavailable');
    expect(Problem.parse((await trial.get('/api/members', maya)).body).code).toBe('twenty-unavailable');
  });
});

test('a practice call that is not written to Twenty is in history all the same', async () => {
  const report = await trial.reportBy(maya, { callSessionId: newSession() });
  await store.transaction(trial.workspaceId, async (tx) => {
    const kept = { ...report, callId: CallId.parse(crypto.randomUUID()), line: 'practice' as const };
    await tx.calls.accept(kept);
    await tx.calls.keepHere(kept.callId);
  });
  const { callSessionId } = report;
  expect(await trial.historyOf(maya, { callSessionId, lines: 'practice' })).toMatchObject({
    calls: [{ line: 'practice', sync: { state: 'saved' } }],
    counts: { inTwenty: 0, onTheWay: 0 },
  });
});

test('a throttled Twenty counts as away for a moment', async () => {
  await trial.fault({ kind: 'throttled' });
  expect((await trial.historyOf(maya)).twenty.state).toBe('away');
  trial.healed();
});

test('a sign-in that Twenty takes no longer asks the rep to sign in again', async () => {
  const stranger = await trial.testWorker.signIn();
  const { status, body } = await trial.get('/api/history', stranger);
  expect(status).toBe(401);
  expect(Problem.parse(body).code).toBe('not-signed-in');
});

test('a cursor that no page gave out is refused by name', async () => {
  const { status, body } = await trial.get('/api/history?cursor=garbage', maya);
  expect(status).toBe(422);
  expect(Problem.parse(body).fields).toMatchObject([{ path: 'cursor' }]);
});

test('a rep can filter by everybody who works here, by name', async () => {
  const { members } = MemberList.parse((await trial.get('/api/members', maya)).body);
  expect(members).toContainEqual({ id: tomas.member.id, name: 'Tomás Okafor' });
  expect(members.map(({ name }) => name)).toEqual(members.map(({ name }) => name).toSorted());
});
