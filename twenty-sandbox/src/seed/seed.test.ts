import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { expect, test } from 'vitest';
import { type Row, textAt, valueAt } from '../records/row.ts';
import { testSandbox } from '../testing/test-sandbox.ts';
import { DEMO_MEMBERS } from './members.ts';

const rows = (seed: number, object: string) => [...testSandbox({ seed }).records.table(object).rows()];

test('the same seed invents the same people and calls, another one others', () => {
  expect(rows(1, 'phoneCall')).toEqual(rows(1, 'phoneCall'));
  expect(rows(1, 'person')).not.toEqual(rows(2, 'person'));
});

test('every number can be dialed by its form and rings nobody', () => {
  const people = rows(1, 'person');
  const numbers = people.map((row) => textAt(row, 'phones', 'primaryPhoneNumber'));
  expect(people).toHaveLength(60);
  expect(new Set(numbers).size).toBe(60);
  for (const number of numbers) {
    expect(number).toMatch(/^\d{3}55501\d\d$/);
    expect(parsePhoneNumberFromString(`+1${number}`)?.isPossible()).toBe(true);
  }
});

test('some people have a second number, and e-mails are one of a kind', () => {
  const people = rows(1, 'person');
  const second = people.filter((row) => JSON.stringify(valueAt(row, 'phones', 'additionalPhones')) !== '[]');
  expect(second.length).toBeGreaterThan(5);
  expect(new Set(people.map((row) => textAt(row, 'emails', 'primaryEmail'))).size).toBe(60);
});

test('the past ends yesterday, and progression adds up from it', () => {
  const calls = rows(1, 'phoneCall');
  const today = '2026-03-04';
  expect(calls.every((call) => textAt(call, 'startedAt') < today)).toBe(true);
  for (const progression of rows(1, 'repProgression')) {
    const own = calls.filter((call) => call.memberId === progression.memberId);
    expect(progression).toMatchObject({
      totalCalls: own.length,
      totalTalkSeconds: own.reduce((sum, call) => sum + Number(call.talkSeconds), 0),
      lastCallAt: own
        .map((call) => textAt(call, 'startedAt'))
        .toSorted()
        .at(-1),
    });
  }
});

test('the demo reps stand in the middle of the ranks, on a streak of working days', () => {
  for (const seed of [1, 2, 3]) {
    for (const progression of rows(seed, 'repProgression')) {
      expect(progression.rank).toMatch(/^CALLER_[123]$/);
      expect(progression).toMatchObject({ streakDays: 30, streakThrough: '2026-03-03' });
    }
  }
});

test('figures of days, sittings and people add up from the same calls', () => {
  const sandbox = testSandbox({ seed: 1 });
  const table = (object: string) => [...sandbox.records.table(object).rows()];
  const calls = table('phoneCall');
  const sum = (all: readonly Row[], field: string) =>
    all.reduce((total, row) => total + Number(row[field] ?? 0), 0);
  for (const object of ['dailyCallStats', 'callSession']) {
    expect(sum(table(object), 'calls')).toBe(calls.length);
    expect(sum(table(object), 'answered')).toBe(calls.filter((call) => Number(call.talkSeconds) > 0).length);
  }
  expect(sum(table('person'), 'callCount')).toBe(calls.length);
  const sittings = new Set(table('callSession').map((row) => row.sessionId));
  expect(calls.every((call) => sittings.has(call.callSessionId ?? null))).toBe(true);
});

test('a demo shows what the list of numbers not to call does, on one person only', () => {
  const sandbox = testSandbox({ seed: 1 });
  const blocked = [...sandbox.records.table('person').rows()].filter((row) => row.doNotCall === true);
  const entries = [...sandbox.records.table('doNotCallEntry').rows()];
  expect(blocked).toHaveLength(1);
  expect(entries.filter((row) => row.personId === blocked[0]?.id)).toHaveLength(1);
});

test.each([
  ['phoneCall', 'PhoneCall'],
  ['dailyCallStats', 'DailyCallStats'],
  ['callSession', 'CallSession'],
  ['doNotCallEntry', 'DoNotCallEntry'],
  ['salesTeam', 'SalesTeam'],
  ['person', 'Person'],
])('every seeded %s would be accepted if it were delivered', async (object, type) => {
  const sandbox = testSandbox({ seed: 1 });
  const given = Object.entries(rows(1, object)[0] ?? {});
  const data = Object.fromEntries(given.filter(([name]) => name !== 'updatedBy'));
  const answer = await sandbox.graphql(
    `mutation ($data: ${type}CreateInput!) { create${type}(data: $data, upsert: true) { id } }`,
    { data },
  );
  expect(answer.errors).toBeUndefined();
});

test('somebody is there to sign in, even without invented people', () => {
  const sandbox = testSandbox();
  expect(sandbox.records.table('workspaceMember').size).toBe(DEMO_MEMBERS.length);
  expect(sandbox.records.table('person').size).toBe(0);
});
