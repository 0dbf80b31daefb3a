import { type CallReport, DialCheck, E164, NumberOwners } from '@twenty-dialer/contract';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { fillPeople } from '../testing/filled-mirror.ts';
import { aDoNotCallEntry, aPerson } from '../testing/store-fixtures.ts';
import type { StoreWorld } from '../testing/store-world.ts';
import { openTestStore } from '../testing/test-store.ts';
import { createTestWorker, type Rep, reportOf, type TestWorker } from '../testing/test-worker.ts';

const NUMBER = E164.parse('+12025550142');
const OTHER = E164.parse('+12025550143');
const OWN = E164.parse('+12025550100');

let store: Store;
let worker: TestWorker;
let rep: Rep;
let tx: StoreWorld['tx'];
let lines: string[];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  const away = async (): Promise<never> => {
    throw new Error('not asked here');
  };
  lines = [];
  worker = await createTestWorker(store, {
    log: pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }),
    usual: { ownNumbers: [OWN] },
    people: { search: async () => [], get: away, create: away, mayRead: async () => true },
  });
  rep = await worker.signIn();
  tx = (work) => store.transaction(worker.workspaceId, work);
});

const get = async (route: string, number: string) => {
  const response = await worker.ask(`/api/${route}?number=${encodeURIComponent(number)}`, { as: rep });
  expect(response.status).toBe(200);
  return response.json();
};
const check = async (number = NUMBER) => DialCheck.parse(await get('dial-check', number));
const owners = async (number = NUMBER) => NumberOwners.parse(await get('number-owners', number)).owners;

describe('whether a number may be called', () => {
  test('is not known before the list was read, unless it is on what was read so far', async () => {
    expect(await check()).toEqual({ verdict: 'unknown' });
    await tx((t) => t.doNotCall.put([aDoNotCallEntry({ number: NUMBER })]));
    expect(await check()).toMatchObject({ verdict: 'blocked' });
  });

  test('the list decides, with its reason, until an entry runs out', async () => {
    await fillPeople(tx);
    expect(await check()).toEqual({ verdict: 'allowed' });
    const entry = aDoNotCallEntry({ number: NUMBER, reason: 'Asked us twice' });
    await tx((t) => t.doNotCall.put([entry]));
    expect(await check()).toEqual({
      verdict: 'blocked',
      block: {
        by: 'list',
        reason: 'Asked us twice',
        source: 'manual',
        personName: null,
        since: entry.addedAt,
        until: null,
        twentyUrl: `http://twenty.example/object/doNotCallEntry/${entry.id}`,
      },
    });
    const runOut = { ...entry, expiresAt: '2020-01-01T00:00:00.000Z', updatedAt: '2026-11-21T10:00:00.000Z' };
    await tx((t) => t.doNotCall.put([runOut]));
    expect(await check()).toEqual({ verdict: 'allowed' });
  });

  test('a mark that somebody set by hand counts, one that follows from another number does not', async () => {
    await fillPeople(tx);
    const ada = aPerson({ name: 'Ada Bell', numbers: [NUMBER, OTHER], doNotCall: true });
    await tx((t) => t.people.put([ada]));
    expect(await check()).toMatchObject({
      verdict: 'blocked',
      block: { by: 'person', personName: 'Ada Bell' },
    });
    await tx((t) => t.doNotCall.put([aDoNotCallEntry({ number: OTHER })]));
    expect(await check()).toEqual({ verdict: 'allowed' });
    expect(await check(OTHER)).toMatchObject({ verdict: 'blocked', block: { by: 'list' } });
  });

  test('a call that happened all the same is recorded, and said in the log once', async () => {
    await fillPeople(tx);
    await tx((t) => t.doNotCall.put([aDoNotCallEntry({ number: NUMBER })]));
    const report = reportOf(rep, { to: NUMBER });
    for (const revision of [3, 4]) {
      const body = { ...report, revision };
      expect((await worker.ask('/api/call-reports', { as: rep, body })).status).toBe(202);
    }
    expect(lines.filter((line) => line.includes('blocked-number-called'))).toHaveLength(1);
  });
});

describe('a number that ended a call with "do not call"', () => {
  const forbid = async (changes: Partial<CallReport> = {}) => {
    const report = reportOf(rep, { to: NUMBER, outcome: 'do-not-call', ...changes });
    expect((await worker.ask('/api/call-reports', { as: rep, body: report })).status).toBe(202);
    return report;
  };

  test('is let through to nobody from the moment that the wrap-up is saved', async () => {
    await fillPeople(tx);
    const report = await forbid();
    expect(await check()).toMatchObject({
      verdict: 'blocked',
      block: { by: 'list', source: 'dialer', since: report.wrappedUpAt, until: null },
    });
    expect(await check(OTHER)).toEqual({ verdict: 'allowed' });
  });

  test('stays on the list when the outcome is corrected: people take it off in Twenty', async () => {
    await fillPeople(tx);
    const report = await forbid();
    await forbid({ callId: report.callId, revision: report.revision + 1, outcome: 'interested' });
    expect(await check()).toMatchObject({ verdict: 'blocked' });
  });

  test('that is on the list already keeps the entry and the reason it has', async () => {
    await fillPeople(tx);
    await tx((t) => t.doNotCall.put([aDoNotCallEntry({ number: NUMBER, reason: 'Court order' })]));
    const report = await forbid();
    expect(await check()).toMatchObject({ block: { reason: 'Court order' } });
    const call = await tx((t) => t.calls.get(report.callId));
    expect(call?.entries.map(({ objectName }) => objectName)).not.toContain('doNotCallEntry');
  });

  test('and is the team’s own is not forbidden', async () => {
    await fillPeople(tx);
    await forbid({ to: OWN });
    expect(await check(OWN)).toEqual({ verdict: 'allowed' });
  });
});

describe('who has a number', () => {
  test('everybody with it, one’s own people before others, and nobody for a number of the team', async () => {
    await fillPeople(tx);
    const [adam, mine] = [
      aPerson({ name: 'Adam', numbers: [NUMBER, OWN] }),
      aPerson({ name: 'Zoe', numbers: [NUMBER], ownerId: rep.member.id }),
    ];
    await tx((t) => t.people.put([adam, mine]));
    expect((await owners()).map(({ person, because }) => [person.name, because])).toEqual([
      ['Zoe', 'owner'],
      ['Adam', 'name'],
    ]);
    expect(await owners(OWN)).toEqual([]);
  });

  test('a call with a number of the team is linked to nobody, whoever in Twenty has it', async () => {
    await fillPeople(tx);
    await tx((t) => t.people.put([aPerson({ numbers: [OWN] })]));
    const report = reportOf(rep, { to: OWN, personId: null, personName: null });
    await worker.ask('/api/call-reports', { as: rep, body: report });
    expect((await tx((t) => t.calls.get(report.callId)))?.match).toBeNull();
  });
});
