import { DialTicketGrant, LiveView, type MemberId, Problem, RedeemAnswer } from '@twenty-dialer/contract';
import { exampleDialedReport, exampleEndedReport } from '@twenty-dialer/contract/examples';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { openTestStore } from '../testing/test-store.ts';
import { createTestWorker, type Rep, reportOf, type TestWorker } from '../testing/test-worker.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { TwentySignIn } from '../twenty/port.ts';

const NUMBER = '+12025550123';
let store: Store;
let worker: TestWorker;
let ann: Rep;
let bob: Rep;
/** Whose a token is, as Twenty knows it, and how often it was asked. */
const twenty = { isAway: false, asked: 0, members: new Map<string, Rep>() };

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  twenty.isAway = false;
  twenty.asked = 0;
  worker = await createTestWorker(store, { twentySignIn: signInWith(async () => worker.workspaceId) });
  ann = await worker.signIn({ firstName: 'Ann' });
  bob = await worker.signIn({ firstName: 'Bob' });
  twenty.members = new Map([
    ['ann-in-twenty', ann],
    ['bob-in-twenty', bob],
  ]);
});

const away = async (): Promise<never> => {
  throw new TwentyError('unreachable', 'Twenty cannot be reached (ECONNREFUSED).');
};
const signInWith = (workspaceId: () => Promise<TestWorker['workspaceId']>): TwentySignIn => ({
  authorizeUrl: away,
  exchange: away,
  refresh: away,
  revoke: away,
  currentMember: async (token) => {
    twenty.asked += 1;
    if (twenty.isAway) return away();
    const rep = twenty.members.get(token);
    if (rep) return { member: rep.member, roles: [], workspaceId: await workspaceId() };
    throw new TwentyError('not-allowed', 'Token invalid.', { isSignInRefused: true });
  },
});

const TICKETS = '/api/twenty/dial-ticket';
const LIVE = '/api/twenty/live';
/** As the front component asks: from an origin that browsers call null. */
const fromTwenty = (token: string | null, more: Record<string, string> = {}) => ({
  Origin: 'null',
  'Sec-Fetch-Site': 'cross-site',
  ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
  ...more,
});
const askTicket = (token: string | null, body: unknown = { number: NUMBER }) =>
  worker.ask(TICKETS, { body, headers: fromTwenty(token) });
const ticketFor = async (token: string) => DialTicketGrant.parse(await (await askTicket(token)).json());
const redeem = async (as: Rep, body: { ticket: string; number: string }) => {
  const response = await worker.ask('/api/dial-ticket/redeem', { as, body });
  return RedeemAnswer.parse(await response.json()).mayDial;
};
const liveOf = async (token: string) =>
  LiveView.parse(await (await worker.ask(LIVE, { headers: fromTwenty(token) })).json());

describe('a ticket', () => {
  test('lets the viewer’s own dialer dial the number, once', async () => {
    const { ticket, lifetimeMs } = await ticketFor('ann-in-twenty');
    expect(lifetimeMs).toBe(30_000);
    expect(await redeem(ann, { ticket, number: NUMBER })).toBe(true);
    expect(await redeem(ann, { ticket, number: NUMBER })).toBe(false);
  });

  test('of another member, or for another number, dials nothing, and says nothing alarming', async () => {
    const { ticket } = await ticketFor('ann-in-twenty');
    expect(await redeem(bob, { ticket, number: NUMBER })).toBe(false);
    expect(await redeem(ann, { ticket, number: '+12025550199' })).toBe(false);
    expect(await redeem(ann, { ticket, number: NUMBER })).toBe(true);
  });

  test('that was never given out dials nothing', async () => {
    const { ticket } = await ticketFor('ann-in-twenty');
    expect(await redeem(ann, { ticket: 'A'.repeat(43), number: NUMBER })).toBe(false);
    expect(await redeem(ann, { ticket, number: NUMBER })).toBe(true);
  });

  test.each([{}, { number: '202 555 0123' }, { number: NUMBER, memberId: 'me' }])(
    'is not made from %j',
    async (body) => {
      expect((await askTicket('ann-in-twenty', body)).status).toBe(422);
    },
  );

  test('is refused for a while to a page that asks in a loop', async () => {
    for (let n = 0; n < 120; n += 1) await askTicket('ann-in-twenty');
    const refused = await askTicket('ann-in-twenty');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await askTicket('bob-in-twenty')).status).toBe(200);
  });
});

describe('who asks from Twenty is who Twenty says they are', () => {
  test.each([
    ['no token', null],
    ['a token that Twenty does not know', 'stolen'],
    ['a token with a line break', 'a b'],
  ])('%s is refused', async (_what, token) => {
    const response = await askTicket(token);
    expect(response.status).toBe(401);
    expect(Problem.parse(await response.json()).code).toBe('not-signed-in');
  });

  test('a session’s cookie opens nothing here', async () => {
    const response = await worker.ask(LIVE, { as: ann, headers: fromTwenty(null) });
    expect(response.status).toBe(401);
  });

  test('a cookie beside the token changes nothing', async () => {
    await worker.ask('/api/call-reports', { as: bob, body: dialedNow(bob) });
    const response = await worker.ask(LIVE, { as: bob, headers: fromTwenty('ann-in-twenty') });
    expect(await response.json()).toEqual({ state: 'free' });
  });

  test('a token of another workspace is refused', async () => {
    const other = await createTestWorker(store, { twentySignIn: signInWith(async () => worker.workspaceId) });
    const response = await other.ask(LIVE, { headers: fromTwenty('ann-in-twenty') });
    expect(response.status).toBe(401);
  });

  test('Twenty is asked once for many questions of one page, and again when it was away', async () => {
    await Promise.all([ticketFor('ann-in-twenty'), liveOf('ann-in-twenty'), liveOf('ann-in-twenty')]);
    expect(twenty.asked).toBe(1);
    twenty.isAway = true;
    expect((await askTicket('bob-in-twenty')).status).toBe(503);
    expect((await askTicket('ann-in-twenty')).status).toBe(200);
    twenty.isAway = false;
    expect((await askTicket('bob-in-twenty')).status).toBe(200);
  });

  test('guessed tokens do not become a flood of questions to Twenty', async () => {
    const statuses = new Set<number>();
    for (let n = 0; n < 310; n += 1) statuses.add((await askTicket(`guess-${n}`)).status);
    expect([...statuses]).toEqual([401, 429]);
    expect(twenty.asked).toBe(300);
  });
});

describe('pages of other origins', () => {
  const allowed = (response: Response) => response.headers.get('access-control-allow-origin');

  test('a front component may ask, also when the answer is no', async () => {
    const preflight = await worker.ask(TICKETS, {
      method: 'OPTIONS',
      headers: {
        Origin: 'null',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(allowed(preflight)).toBe('null');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
    expect(allowed(await askTicket('ann-in-twenty'))).toBe('null');
    const refused = await askTicket('stolen');
    expect(allowed(refused)).toBe('null');
    expect(refused.headers.get('access-control-allow-credentials')).toBeNull();
  });

  test('a site with a name of its own may not', async () => {
    const response = await worker.ask(LIVE, {
      headers: { ...fromTwenty('ann-in-twenty'), Origin: 'https://evil.example' },
    });
    expect(allowed(response)).toBeNull();
  });

  test.each([
    ['/api/session', 'GET', 401],
    ['/api/dial-ticket/redeem', 'POST', 403],
    ['/api/call-reports', 'OPTIONS', 405],
  ])('%s answers no other origin', async (path, method, status) => {
    const response = await worker.ask(path, { method, headers: fromTwenty('ann-in-twenty') });
    expect(response.status).toBe(status);
    expect(allowed(response)).toBeNull();
  });
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const dialedNow = (rep: Rep, fields = {}) =>
  reportOf(rep, { ...exampleDialedReport, ...freshIds(rep), startedAt: minutesAgo(1), ...fields });
const freshIds = ({
  member,
}: Rep): { workspaceMemberId: MemberId; callId: ReturnType<typeof reportOf>['callId'] } => ({
  workspaceMemberId: member.id,
  callId: reportOf(ann).callId,
});

describe('what the viewer is on', () => {
  test('is nothing, then the call that was dialed, then its wrap-up', async () => {
    expect(await liveOf('ann-in-twenty')).toEqual({ state: 'free' });
    const dialed = dialedNow(ann);
    await worker.ask('/api/call-reports', { as: ann, body: dialed });
    expect(await liveOf('ann-in-twenty')).toEqual({
      state: 'calling',
      call: {
        callId: dialed.callId,
        personId: dialed.personId,
        personName: dialed.personName,
        number: dialed.to,
        since: dialed.startedAt,
      },
    });
    const endedAt = minutesAgo(0);
    const ended = {
      ...exampleEndedReport,
      ...dialed,
      stage: 'ended',
      status: 'completed',
      revision: 2,
      endedAt,
    };
    expect((await worker.ask('/api/call-reports', { as: ann, body: ended })).status).toBe(202);
    expect(await liveOf('ann-in-twenty')).toMatchObject({ state: 'wrap-up', call: { since: endedAt } });
    const saved = { ...ended, stage: 'wrapped-up', revision: 3, wrappedUpAt: endedAt, outcome: 'busy' };
    expect((await worker.ask('/api/call-reports', { as: ann, body: saved })).status).toBe(202);
    expect(await liveOf('ann-in-twenty')).toEqual({ state: 'free' });
  });

  test('is never another rep’s call', async () => {
    await worker.ask('/api/call-reports', { as: bob, body: dialedNow(bob) });
    expect(await liveOf('ann-in-twenty')).toEqual({ state: 'free' });
  });

  test('is not a call whose window went away hours ago, nor a wrap-up left for later', async () => {
    await worker.ask('/api/call-reports', { as: ann, body: dialedNow(ann, { startedAt: minutesAgo(121) }) });
    const left = {
      ...dialedNow(ann, { startedAt: minutesAgo(20) }),
      stage: 'ended',
      status: 'completed',
      endedAt: minutesAgo(10),
    };
    await worker.ask('/api/call-reports', { as: ann, body: left });
    expect(await liveOf('ann-in-twenty')).toEqual({ state: 'free' });
  });
});
