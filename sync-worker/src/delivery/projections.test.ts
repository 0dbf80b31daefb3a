import { randomUUID } from 'node:crypto';
import { CallId, CallSessionId, E164, PersonId } from '@twenty-dialer/contract';
import { exampleReport } from '@twenty-dialer/contract/examples';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptCall } from '../intake/accept-call.ts';
import type { Store } from '../store/port.ts';
import { createDeliveryTrial, type DeliveryTrial } from '../testing/delivery-trial.ts';
import { settled } from '../testing/settings.ts';
import { openTestStore } from '../testing/test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const ada = PersonId.parse('11111111-1111-4111-8111-111111111111');
const grace = PersonId.parse('22222222-2222-4222-8222-222222222222');
const FIRST = '2026-11-20T15:04:00.000Z';

const trial = async () => {
  const t = createDeliveryTrial(store);
  await t.start();
  await t.inTwenty('mutation($data:[PersonCreateInput!]!){createPeople(data:$data){id}}', {
    data: [ada, grace].map((id) => ({ id, name: { firstName: 'Ada', lastName: 'Lovelace' } })),
  });
  const write = (fields: object) =>
    t.inTwenty('mutation($data:[PersonCreateInput!]!){createPeople(data:$data,upsert:true){id}}', {
      data: [fields],
    });
  const person = async (id: string) => (await t.rows('person')).find((row) => row.id === id);
  const written = async () => {
    await t.countCalls();
    await t.deliver();
  };
  return { ...t, write, person, written };
};
const log = async (t: DeliveryTrial) =>
  (await t.rows('syncLogEntry')).filter(({ status }) => status !== 'DELIVERED');

describe('a person in Twenty', () => {
  test('shows when they were last called, and how often', async () => {
    const t = await trial();
    await t.report({ personId: ada, startedAt: FIRST });
    await t.report({ personId: ada });
    await t.written();
    expect(await t.person(ada)).toMatchObject({ callCount: 2, lastCalledAt: FIRST });
    expect(await t.person(grace)).toMatchObject({ callCount: null, lastCalledAt: null });
  });

  test('loses a call that turns out to be another’s, and the other one gets it', async () => {
    const t = await trial();
    const call = await t.report({ personId: ada });
    await t.written();
    await t.report({ ...call, revision: 2, personId: grace });
    await t.written();
    expect(await t.person(ada)).toMatchObject({ callCount: 0, lastCalledAt: call.startedAt });
    expect(await t.person(grace)).toMatchObject({ callCount: 1, lastCalledAt: call.startedAt });
  });

  test('keeps a later call that Twenty knows of', async () => {
    const t = await trial();
    await t.write({ id: ada, lastCalledAt: '2027-01-01T00:00:00.000Z' });
    await t.report({ personId: ada });
    await t.written();
    expect(await t.person(ada)).toMatchObject({ callCount: 1, lastCalledAt: '2027-01-01T00:00:00.000Z' });
  });

  test('keeps the calls that Twenty had counted before, also when our first answer gets lost', async () => {
    const t = await trial();
    await t.write({ id: ada, callCount: 7 });
    await t.report({ personId: ada });
    await t.fault({ kind: 'lost-answer', operation: 'createPeople', times: 1 });
    await t.written();
    expect(await t.person(ada)).toMatchObject({ callCount: 8 });
    await t.report({ personId: ada });
    await t.written();
    expect(await t.person(ada)).toMatchObject({ callCount: 9 });
  });

  test('who was deleted stays deleted, nobody is made, and it is no failure', async () => {
    const t = await trial();
    await t.inTwenty('mutation($id:UUID!){deletePerson(id:$id){id}}', { id: ada });
    await t.report({ personId: ada });
    await t.report({ personId: PersonId.parse(randomUUID()) });
    await t.written();
    await t.written();
    expect((await t.person(ada))?.deletedAt).not.toBeNull();
    expect(await t.person(ada)).toMatchObject({ callCount: null });
    expect(await t.rows('person')).toHaveLength(2);
    expect((await log(t)).map(({ objectName }) => objectName)).not.toContain('person');
  });
});

describe('a sitting and a day', () => {
  test('are in Twenty with the figures of their calls, and follow a correction', async () => {
    const t = await trial();
    const callSessionId = CallSessionId.parse(randomUUID());
    const call = await t.report({ callSessionId, startedAt: FIRST });
    await t.report({ callSessionId, outcome: 'no-answer', answeredAt: null });
    await t.written();
    const [session, ...moreSessions] = await t.rows('callSession');
    expect(moreSessions).toEqual([]);
    expect(session).toMatchObject({
      sessionId: callSessionId,
      memberId: t.member.id,
      calls: 2,
      connected: 1,
      startedAt: FIRST,
    });
    const [day, ...moreDays] = await t.rows('dailyCallStats');
    expect(moreDays).toEqual([]);
    expect(day).toMatchObject({
      memberId: t.member.id,
      day: '2026-11-20',
      calls: 2,
      connected: 1,
      connectionRate: 0.5,
    });

    await t.report({ ...call, revision: 2, outcome: 'no-answer', answeredAt: null });
    await t.written();
    expect(await t.rows('dailyCallStats')).toMatchObject([
      { id: day?.id, calls: 2, connected: 0, connectionRate: 0 },
    ]);
    expect(await t.rows('callSession')).toMatchObject([{ id: session?.id, calls: 2, connected: 0 }]);
  });

  test('count a call that was entered by hand on its own day', async () => {
    const t = await trial();
    const at = (time: string) => `2026-11-18T${time}:00.000Z`;
    await t.report({
      line: 'entered',
      startedAt: at('10:00'),
      ringingAt: null,
      answeredAt: null,
      endedAt: at('10:05'),
      wrappedUpAt: at('10:06'),
    });
    await t.written();
    expect(await t.rows('dailyCallStats')).toMatchObject([{ day: '2026-11-18', calls: 1, talkMinutes: 5 }]);
  });

  test('that Twenty has under an id of its own is written, not doubled', async () => {
    const t = await trial();
    const dayKey = `${t.member.id}:2026-11-20`;
    await t.inTwenty(
      'mutation($data:[DailyCallStatsCreateInput!]!){createDailyCallStatsEntries(data:$data){id}}',
      {
        data: [{ dayKey, calls: 99 }],
      },
    );
    await t.report();
    await t.written();
    expect(await t.rows('dailyCallStats')).toMatchObject([{ dayKey, calls: 1 }]);
  });
});

describe('the log in Twenty', () => {
  test('tells of a refused record, and that it arrived after all', async () => {
    const t = await trial();
    const match = { objectName: 'phoneCall', field: 'toNumber', value: '+12025550199' };
    await t.fault({ kind: 'poisoned', match });
    const call = await t.report({ to: E164.parse('+12025550199') });
    await t.written();
    await t.written();
    expect(await log(t)).toMatchObject([
      {
        objectName: 'phoneCall',
        action: 'CREATE',
        status: 'FAILED',
        message: expect.stringContaining('Twenty cannot accept'),
      },
    ]);
    t.healed();
    await t.report({ ...call, revision: 2, outcome: 'callback' });
    await t.written();
    await t.written();
    expect(await log(t)).toMatchObject([{ objectName: 'phoneCall', status: 'RESOLVED' }]);
  });

  test('counts what arrived in one line per day, and comes to rest', async () => {
    const t = await trial();
    await t.report();
    await t.written();
    for (let round = 0; round < 3; round += 1) await t.written();
    const lines = await t.rows('syncLogEntry');
    expect(lines).toMatchObject([{ action: 'DELIVER', status: 'DELIVERED' }]);
    const { documents } = await t.stats();
    await t.written();
    expect((await t.stats()).documents).toBe(documents);
    const entries = (await t.count()).filter(({ objectName }) => objectName !== 'syncLogEntry');
    expect(lines[0]?.count).toBe(entries.reduce((sum, { count }) => sum + count, 0));
  });

  test('tells, once delivery goes on, that it stood still', async () => {
    const t = await trial();
    await t.report();
    await store.transaction(t.workspaceId, (tx) =>
      tx.delivery.setStatus({ state: 'paused', message: 'The key was refused' }),
    );
    await t.written();
    await t.written();
    expect(await log(t)).toMatchObject([
      { name: 'Delivery goes on again', status: 'RESOLVED', message: 'The key was refused' },
    ]);
  });
});

test('a backlog with people, sittings and days costs at most 0.04 root fields per call', async () => {
  const t = await trial();
  const calls = 400;
  const people = Array.from({ length: calls }, () => PersonId.parse(randomUUID()));
  for (const half of [people.slice(0, 200), people.slice(200)]) {
    await t.inTwenty('mutation($data:[PersonCreateInput!]!){createPeople(data:$data){id}}', {
      data: half.map((id) => ({ id })),
    });
  }
  await store.transaction(t.workspaceId, async (tx) => {
    const together: Store = { ...store, transaction: (_workspaceId, work) => work(tx) };
    const accept = acceptCall({ store: together, practiceCallsToTwenty: true, settings: settled() });
    for (const personId of people) {
      const callId = CallId.parse(randomUUID());
      await accept(
        t.workspaceId,
        { ...exampleReport, callId, personId, workspaceMemberId: t.member.id },
        t.member,
      );
    }
  });
  await t.countCalls();
  const before = (await t.stats()).rootFields;
  await t.deliver();
  expect((await t.rows('person')).filter(({ callCount }) => callCount === 1)).toHaveLength(calls);
  expect(((await t.stats()).rootFields - before) / calls).toBeLessThanOrEqual(0.04);
}, 120_000);
