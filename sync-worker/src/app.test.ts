import { Writable } from 'node:stream';
import {
  Health,
  PROBLEM_MEDIA_TYPE,
  Problem,
  Readiness,
  ReportReceipt,
  ROUTES,
  type RouteName,
  SessionView,
  type StorageRoom,
} from '@twenty-dialer/contract';
import { EXAMPLES } from '@twenty-dialer/contract/examples';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from './log/create-log.ts';
import { StoreUnavailableError } from './store/errors.ts';
import type { Store } from './store/port.ts';
import { openTestStore } from './testing/test-store.ts';
import { createTestWorker, type Rep, reportOf, type TestWorker } from './testing/test-worker.ts';

let store: Store;
let worker: TestWorker;
let ann: Rep;
let bob: Rep;

beforeAll(async () => {
  store = await openTestStore();
  worker = await createTestWorker(store);
  ann = await worker.signIn({ firstName: 'Ann' });
  bob = await worker.signIn({ firstName: 'Bob' });
});
afterAll(() => store.close());

const routes = Object.entries(ROUTES) as [RouteName, (typeof ROUTES)[RouteName]][];
const guarded = routes.filter(([, { access }]) => access !== 'public' && access !== 'scraper');

/** The address of a route with something in the place of its parameters, and a body that would be taken. */
const requestTo = (name: RouteName, rep?: Rep) => ({
  path: ROUTES[name].path.replace(/:\w+/g, '9d8c7b6a-5f4e-4d3c-8b2a-1f0e9d8c7b6a'),
  method: ROUTES[name].method,
  ...(name === 'reportCall' ? { body: rep ? reportOf(rep) : EXAMPLES.reportCall.request?.value } : {}),
});

describe('nobody reads or writes anything without a session of their own', () => {
  test.each(guarded)('%s', async (name) => {
    const { path, ...request } = requestTo(name);
    for (const cookie of [
      '',
      'dialer_session=nonsense',
      `dialer_session=${worker.workspaceId}.${'A'.repeat(43)}`,
      ann.cookie.replace(worker.workspaceId, '7b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d'),
    ]) {
      const response = await worker.ask(path, { ...request, headers: { Cookie: cookie } });
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toBe(PROBLEM_MEDIA_TYPE);
      expect(Problem.parse(await response.json()).code).toBe('not-signed-in');
    }
  });

  test('a session of another workspace on the same database opens nothing here', async () => {
    const other = await createTestWorker(store);
    const stranger = await other.signIn();
    expect((await worker.ask('/api/session', { as: stranger })).status).toBe(401);
  });
});

describe('what is a rep’s own stays hidden from another rep', () => {
  test.each(routes.filter(([, { access }]) => access === 'owner'))('%s', async (name) => {
    const report = reportOf(ann);
    expect((await worker.ask('/api/call-reports', { as: ann, body: report })).status).toBe(202);
    const path = ROUTES[name].path.replace(':callId', report.callId);
    const response = await worker.ask(path, {
      as: bob,
      method: ROUTES[name].method,
      ...(name === 'reportCall' ? { body: { ...report, revision: 4 } } : {}),
    });
    expect([403, 404]).toContain(response.status);
    expect(await response.text()).not.toContain(report.note);
  });

  test('a call is listed to its own rep only', async () => {
    const report = reportOf(ann);
    await worker.ask('/api/call-reports', { as: ann, body: report });
    const day = '/api/calls?from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z';
    expect(await (await worker.ask(day, { as: ann })).text()).toContain(report.callId);
    expect(await (await worker.ask(day, { as: bob })).json()).toEqual({ calls: [], hasMore: false });
  });
});

describe('a request that cannot be answered is answered with a problem', () => {
  test.each<[string, string, Parameters<TestWorker['ask']>[1], number]>([
    ['an address that is not known', '/api/nothing', {}, 404],
    ['a method that is not taken', '/api/session', { method: 'DELETE' }, 405],
    ['another site’s preflight', '/api/call-reports', { method: 'OPTIONS' }, 405],
    ['a body of 768 kB and more', '/api/call-reports', { body: `"${'x'.repeat(800_000)}"` }, 413],
    [
      'a form in place of JSON',
      '/api/call-reports',
      { body: 'a=b', headers: { 'Content-Type': 'text/plain' } },
      415,
    ],
    ['text that is no JSON', '/api/call-reports', { body: '{' }, 422],
    ['a call id that is none', '/api/calls/one', {}, 422],
    ['a day that is none', '/api/calls?from=today&to=tomorrow', {}, 422],
    ['a place in the stream that is none', '/api/events?lastEventId=x', {}, 422],
    [
      'a page of another site',
      '/api/call-reports',
      { body: {}, headers: { Origin: 'https://evil.example' } },
      403,
    ],
  ])('%s', async (_what, path, request, status) => {
    const response = await worker.ask(path, { as: ann, ...request });
    expect(response.status).toBe(status);
    const problem = Problem.parse(await response.json());
    expect(problem.status).toBe(status);
    expect(response.headers.get('x-request-id')).toBe(problem.requestId);
    if (status === 405)
      expect(response.headers.get('allow')).toBe(ROUTES.session.path === path ? 'GET' : 'POST');
    if (status === 422) expect(problem.fields.length).toBeGreaterThan(0);
  });
});

test('a rep is told who they are, where they are, and what they can do', async () => {
  const view = SessionView.parse(await (await worker.ask('/api/session', { as: ann })).json());
  expect(view).toMatchObject({
    member: ann.member,
    workspace: { id: worker.workspaceId, name: 'Example', twentyUrl: 'http://twenty.example' },
    lines: ['practice', 'manual'],
    defaultCountry: 'US',
  });
  expect(view.outcomes).toHaveLength(12);
});

test('an old session does not let its browser in for ever', async () => {
  const gone = await worker.signIn();
  await store.transaction(worker.workspaceId, (tx) => tx.sessions.remove(gone.idHash));
  expect((await worker.ask('/api/session', { as: gone })).status).toBe(401);
});

describe('health', () => {
  test('says that the worker lives and is ready', async () => {
    expect(Health.parse(await (await worker.ask('/healthz')).json()).status).toBe('ok');
    const response = await worker.ask('/readyz');
    expect(response.status).toBe(200);
    expect(Readiness.parse(await response.json())).toMatchObject({ status: 'ready', store: 'up' });
  });

  test('says that a worker stops, so that nothing new is sent to it, and does not call it dead', async () => {
    const ending = await createTestWorker(store);
    ending.stopping.abort();
    const alive = await ending.ask('/healthz');
    expect(alive.status).toBe(200);
    expect(Health.parse(await alive.json()).status).toBe('stopping');
    const ready = await ending.ask('/readyz');
    expect(ready.status).toBe(503);
    expect(Readiness.parse(await ready.json())).toMatchObject({ status: 'not-ready', store: 'up' });
  });

  test.each(['waiting-for-twenty', 'paused'] as const)(
    'says that delivery is %s, and goes on taking calls in',
    async (state) => {
      const away = await createTestWorker(store);
      await store.transaction(away.workspaceId, (tx) => tx.delivery.setStatus({ state, message: 'Away' }));
      const response = await away.ask('/readyz');
      expect(response.status).toBe(200);
      expect(Readiness.parse(await response.json())).toMatchObject({
        status: 'ready',
        delivery: { state, message: 'Away' },
      });
    },
  );

  test('says so when the database is away, and a rep’s report is not answered as if it were stored', async () => {
    const broken = await createTestWorker(store);
    const rep = await broken.signIn();
    const down = async () => {
      throw new StoreUnavailableError('connection refused');
    };
    const cut = await createTestWorker({ ...store, transaction: down, ping: down });
    expect(Readiness.parse(await (await cut.ask('/readyz')).json())).toMatchObject({
      status: 'not-ready',
      store: 'down',
    });
    const headers = { Cookie: rep.cookie.replace(broken.workspaceId, cut.workspaceId) };
    const response = await cut.ask('/api/call-reports', { body: reportOf(rep), headers });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'store-unavailable' });
  });

  test('says how much room the disk has, and is not ready when no call can be taken in', async () => {
    const readinessWith = async (room: StorageRoom) => {
      const response = await (await createTestWorker(store, { room: async () => room })).ask('/readyz');
      return { httpStatus: response.status, ...Readiness.parse(await response.json()) };
    };
    expect(await readinessWith('low')).toMatchObject({ httpStatus: 200, status: 'ready', room: 'low' });
    expect(await readinessWith('none')).toMatchObject({ httpStatus: 503, store: 'up', room: 'none' });
  });

  test('says that Twenty never told which workspace this is, and so does every request', async () => {
    const lost = await createTestWorker(store, { isTwentyThere: false });
    expect((await lost.ask('/readyz')).status).toBe(503);
    const response = await lost.ask('/api/session', { as: ann });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      code: 'twenty-unavailable',
      remedy: expect.stringContaining('npm run connect'),
    });
  });
});

test('a log line names request, route, rep, status and time, and nothing that was said or secret', async () => {
  const lines: Record<string, unknown>[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(JSON.parse(chunk.toString()));
      done();
    },
  });
  const logged = await createTestWorker(store, { log: createLog('info', sink) });
  const rep = await logged.signIn();
  lines.length = 0;
  const response = await logged.ask('/api/call-reports', { as: rep, body: reportOf(rep) });
  ReportReceipt.parse(await response.json());
  await logged.ask('/auth/callback?code=top-secret&state=x');
  await logged.ask('/api/people?search=grace', { as: rep });
  expect(lines.map(({ route, status }) => [route, status])).toEqual([
    ['reportCall', 202],
    ['signInCallback', 400],
    ['searchPeople', 503],
  ]);
  expect(lines[0]).toMatchObject({
    method: 'POST',
    memberId: rep.member.id,
    requestId: response.headers.get('x-request-id'),
    ms: expect.any(Number),
  });
  expect(JSON.stringify(lines)).not.toMatch(/top-secret|dialer_session|grace|prices|\+1202|access-/);
});
