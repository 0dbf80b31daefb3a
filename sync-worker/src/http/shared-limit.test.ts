import { SessionView } from '@twenty-dialer/contract';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { openTestStore } from '../testing/test-store.ts';
import { createTestWorker, reportOf, type TestWorker } from '../testing/test-worker.ts';
import { ProblemError } from './problem.ts';
import { createSharedLimit, type Limit } from './shared-limit.ts';

const LIMIT: Limit = { name: 'things', most: 100, perMs: 60_000 };

let store: Store;
let worker: TestWorker;
let now: number;
/** Statements that were paid for counting. */
let exchanges: number;

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  // At the beginning of a window, whenever the test runs.
  now = Math.ceil(Date.now() / 300_000) * 300_000;
  exchanges = 0;
  worker = await createTestWorker(store, { nowMs: () => now, config: { reportsPerMinute: 100 } });
});

const aWorker = (isAway = false) =>
  createSharedLimit({
    store: {
      transaction: async (...of) => {
        exchanges += 1;
        if (isAway) throw new Error('The database is away.');
        return store.transaction(...of);
      },
    },
    workspaceId: () => worker.workspaceId,
    nowMs: () => now,
    log: pino({ level: 'silent' }),
  });
const refusal = (act: () => void): ProblemError | null => {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
};
const ask = (limit: ReturnType<typeof aWorker>, times: number, key = 'ann'): number =>
  Array.from({ length: times }).filter(() => refusal(() => limit.count(LIMIT, key)) === null).length;

describe('a limit', () => {
  test('lets in what it says, then asks to come back when the window is over', () => {
    const limit = aWorker();
    now += 15_000;
    expect(ask(limit, 150)).toBe(100);
    const left = 60 - Math.floor((now % 60_000) / 1000);
    expect(refusal(() => limit.count(LIMIT, 'ann'))).toMatchObject({
      code: 'too-many-requests',
      words: { headers: { 'Retry-After': String(left) } },
    });
    now += 60_000;
    expect(ask(limit, 1)).toBe(1);
  });

  test('is each asker’s own', () => {
    const limit = aWorker();
    ask(limit, 150, 'ann');
    expect(ask(limit, 10, 'ben')).toBe(10);
  });

  test('is one for all workers: whoever goes from one to the next is let in a twentieth more by each at most', async () => {
    const workers = [aWorker(), aWorker(), aWorker()];
    let isLetIn = 0;
    for (let round = 0; round < 60; round += 1) {
      for (const one of workers) {
        const paid = exchanges;
        isLetIn += ask(one, 1);
        // What was told to the store is known to all before the next one asks.
        if (exchanges > paid) await store.transaction(worker.workspaceId, async () => {});
      }
    }
    expect(isLetIn).toBeGreaterThanOrEqual(100);
    expect(isLetIn).toBeLessThanOrEqual(100 + 3 * 5);
  });

  test('costs the store nothing for whoever stays far below it, and one statement for a twentieth of it', () => {
    const limit = aWorker();
    ask(limit, 4);
    expect(exchanges).toBe(0);
    ask(limit, 16);
    expect(exchanges).toBe(4);
  });

  test('holds for one worker when the store is away', () => {
    expect(ask(aWorker(true), 150)).toBe(100);
  });
});

describe('who asks too often is told so, and nobody else is', () => {
  const OFFICE = '203.0.113.7';
  const report = async (as: Awaited<ReturnType<TestWorker['signIn']>>, from = OFFICE) =>
    worker.ask('/api/call-reports', { as, body: reportOf(as), from });

  test('a session that reports without end, with when to come back', async () => {
    const [ann, ben] = [await worker.signIn(), await worker.signIn()];
    for (let reports = 0; reports < 100; reports += 1) expect((await report(ann)).status).toBe(202);
    const refused = await report(ann);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      code: 'too-many-requests',
      remedy: expect.stringContaining('Wait a moment'),
    });
    expect((await report(ben)).status).toBe(202);
    // What does not report goes on.
    const view = await worker.ask('/api/session', { as: ann, from: OFFICE });
    expect(SessionView.parse(await view.json()).member.id).toBe(ann.member.id);
    now += 60_000;
    expect((await report(ann)).status).toBe(202);
  });

  test('an address that signs in without end: the person sees a page that says so', async () => {
    const signIn = (from: string) => worker.ask('/auth/callback', { from });
    let last = await signIn(OFFICE);
    for (let times = 1; times < 600; times += 1) last = await signIn(OFFICE);
    expect(last.status).toBe(400);
    const refused = await signIn(OFFICE);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).not.toBeNull();
    expect(await refused.text()).toContain('This was asked too often');
    expect((await signIn('203.0.113.8')).status).toBe(400);
  });

  test('an address that sends webhooks without end, before any signature is looked at', async () => {
    const busy = await createTestWorker(store, { nowMs: () => now });
    const send = () => busy.ask('/api/webhooks/twenty', { body: {}, from: OFFICE });
    for (let times = 0; times < 12_000; times += 1) await send();
    expect((await send()).status).toBe(429);
  });

  test('nobody passes for another by a header, unless a proxy that is trusted says so', async () => {
    const proxied = await createTestWorker(store, {
      nowMs: () => now,
      config: { trustedProxies: [] },
    });
    const signIn = (forwardedFor: string) =>
      proxied.ask('/auth/callback', { from: OFFICE, headers: { 'X-Forwarded-For': forwardedFor } });
    for (let times = 0; times < 600; times += 1) await signIn(`198.51.100.${times % 250}`);
    expect((await signIn('198.51.100.251')).status).toBe(429);
  });

  test('a hundred reps behind one address sign in together, and report a call each second for a minute', () => {
    const limit = aWorker();
    const signIns: Limit = { name: 'sign-in address', most: 600, perMs: 300_000 };
    const reports: Limit = { name: 'report address', most: 30_000, perMs: 60_000 };
    for (let reps = 0; reps < 100; reps += 1) {
      for (let asked = 0; asked < 2; asked += 1) limit.count(signIns, OFFICE);
      for (let second = 0; second < 60; second += 1) limit.count(reports, OFFICE);
    }
  });
});
