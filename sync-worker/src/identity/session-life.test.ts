import { SignedOutEverywhere } from '@twenty-dialer/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openEmbeddedStore } from '../testing/store-opened.ts';
import { createWorld, type OpenedStore, type StoreWorld } from '../testing/store-world.ts';
import {
  ADMIN_ROLE,
  createTestWorker,
  MEMBER_ROLE,
  type Rep,
  type TestWorker,
} from '../testing/test-worker.ts';

const DAY_MS = 86_400_000;

let opened: OpenedStore;
let world: StoreWorld;
let worker: TestWorker;
let revoked: string[];

beforeAll(async () => {
  opened = await openEmbeddedStore();
});
afterAll(() => opened.close());
beforeEach(async () => {
  world = createWorld(opened);
  revoked = [];
  const never = async (): Promise<never> => {
    throw new Error('Nobody asks for this here.');
  };
  worker = await createTestWorker(opened.store, {
    workspaceId: world.workspaceId,
    twentySignIn: {
      authorizeUrl: never,
      exchange: never,
      refresh: never,
      revoke: async ({ accessToken }) => {
        revoked.push(accessToken);
        throw new Error('Twenty is away.');
      },
      currentMember: never,
    },
  });
});

const session = (cookie: string) => worker.ask('/api/session', { headers: { Cookie: cookie } });
const cookieOf = (response: Response): string | null =>
  response.headers.getSetCookie()[0]?.split(';')[0] ?? null;

describe('the cookie of a session is not the same for ever', () => {
  const ofYesterday = async (): Promise<Rep> => {
    const rep = await worker.signIn();
    await world.rows(`update session set expires_at = expires_at + interval '20 days'`);
    await world.passTime(DAY_MS);
    return rep;
  };

  test('after a day the browser gets another one, for as long as the session has left', async () => {
    const rep = await ofYesterday();
    const answer = await session(rep.cookie);
    const next = cookieOf(answer);
    expect(next).not.toBe(rep.cookie);
    const [, maxAge] = /Max-Age=(\d+)/.exec(answer.headers.getSetCookie()[0] ?? '') ?? [];
    expect(Number(maxAge)).toBeLessThanOrEqual(19 * 86_400 + 3_600);
    expect(Number(maxAge)).toBeGreaterThan(18 * 86_400);
    const again = await session(next ?? '');
    expect(again.status).toBe(200);
    expect(cookieOf(again)).toBeNull();
  });

  test('of requests that are under way together none is signed out, and the browser ends up with one cookie that works', async () => {
    const rep = await ofYesterday();
    const answers = await Promise.all(Array.from({ length: 8 }, () => session(rep.cookie)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    const given = answers.map(cookieOf).filter((cookie) => cookie !== null);
    expect(given).toHaveLength(1);
    expect((await session(given[0] ?? '')).status).toBe(200);
    expect((await session(rep.cookie)).status).toBe(200);
  });

  test('a cookie that somebody copied is worth nothing a minute after the browser has the next one', async () => {
    const rep = await ofYesterday();
    const next = cookieOf(await session(rep.cookie)) ?? '';
    await session(next);
    await world.passTime(60_001);
    expect((await session(rep.cookie)).status).toBe(401);
    expect((await session(next)).status).toBe(200);
  });

  test('whoever becomes an admin, or stops being one, gets another', async () => {
    const rep = await worker.signIn();
    expect(cookieOf(await session(rep.cookie))).toBeNull();
    await world.tx((tx) => tx.sessions.keepMember(rep.idHash, rep.member, [MEMBER_ROLE, ADMIN_ROLE]));
    const next = cookieOf(await session(rep.cookie));
    expect(next).not.toBeNull();
    expect((await session(next ?? '')).status).toBe(200);
  });
});

describe('signing out everywhere', () => {
  const everywhere = (as: Rep) => worker.ask('/auth/sign-out-everywhere', { as, method: 'POST' });

  test('ends every session of the member on all computers, and nobody else’s', async () => {
    const here = await worker.signIn();
    const there = await worker.signIn(here.member);
    const other = await worker.signIn();
    const answer = await everywhere(here);
    expect(SignedOutEverywhere.parse(await answer.json())).toEqual({ ended: 2 });
    expect(answer.headers.getSetCookie()[0]).toMatch(/dialer_session=; Max-Age=0/);
    for (const rep of [here, there]) expect((await session(rep.cookie)).status).toBe(401);
    expect((await session(other.cookie)).status).toBe(200);
  });

  test('takes the access to Twenty back for each, and a Twenty that is away stops nothing', async () => {
    const here = await worker.signIn();
    await worker.signIn(here.member);
    expect((await everywhere(here)).status).toBe(200);
    expect(revoked).toEqual([`access-${here.member.id}`, `access-${here.member.id}`]);
  });

  test('is told to the other windows at once', async () => {
    const here = await worker.signIn();
    const there = await worker.signIn(here.member);
    const reader = (await worker.ask('/api/events', { as: there })).body?.getReader();
    await reader?.read();
    await everywhere(here);
    for (let isOver = false; !isOver; ) isOver = (await reader?.read())?.done ?? true;
  });

  test('is kept in the audit trail', async () => {
    const here = await worker.signIn();
    await everywhere(here);
    const rows = await world.rows(
      `select member_id, detail from audit_event where action = 'sign-out-everywhere'`,
    );
    expect(z.array(z.unknown()).parse(rows)).toEqual([
      { member_id: here.member.id, detail: 'The person signed out everywhere.' },
    ]);
  });

  test('is for who is signed in, and not for another site', async () => {
    expect((await worker.ask('/auth/sign-out-everywhere', { method: 'POST' })).status).toBe(401);
    const rep = await worker.signIn();
    const answer = await worker.ask('/auth/sign-out-everywhere', {
      as: rep,
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(answer.status).toBe(403);
    expect((await session(rep.cookie)).status).toBe(200);
  });
});
