import { randomBytes } from 'node:crypto';
import type { Member } from '@twenty-dialer/contract';
import { exampleMember } from '@twenty-dialer/contract/examples';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openEmbeddedStore } from '../testing/store-opened.ts';
import { createWorld, type OpenedStore, type StoreWorld } from '../testing/store-world.ts';
import { createTestWorker, MEMBER_ROLE, type Rep, type TestWorker } from '../testing/test-worker.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { TwentySignIn, TwentyTokens } from '../twenty/port.ts';
import { hashOf, randomSecret } from './session-cookie.ts';
import { createTokenBox } from './token-box.ts';

/** What is told to Twenty and what it tells: none of it may ever be found in the trail. */
const CODE = 'code-of-a-sign-in';
const ACCESS = 'access-token-of-ann';

let opened: OpenedStore;
let world: StoreWorld;
let worker: TestWorker;
let now: number;
let ann: Member;
let twenty: TwentySignIn;

beforeAll(async () => {
  opened = await openEmbeddedStore();
});
afterAll(() => opened.close());

const never = async (): Promise<never> => {
  throw new Error('Nobody asks for this here.');
};
const refused =
  (isSignInRefused = false) =>
  async (): Promise<never> => {
    throw new TwentyError('refused', 'invalid_grant', { isSignInRefused });
  };

beforeEach(async () => {
  now = Date.now();
  world = createWorld(opened);
  ann = { ...exampleMember, id: world.memberId, firstName: 'Ann' };
  const used = new Set<string>();
  twenty = {
    authorizeUrl: async ({ state }) => `http://twenty.example/authorize?state=${state}`,
    exchange: async ({ code }) => {
      if (used.has(code)) return refused()();
      used.add(code);
      return { accessToken: ACCESS, refreshToken: null, expiresAtMs: now + 1_800_000 };
    },
    refresh: never,
    revoke: async () => {},
    currentMember: async () => ({ member: ann, roles: [MEMBER_ROLE], workspaceId: worker.workspaceId }),
  };
  worker = await createTestWorker(opened.store, {
    workspaceId: world.workspaceId,
    nowMs: () => now,
    twentySignIn: {
      authorizeUrl: (of) => twenty.authorizeUrl(of),
      exchange: (of) => twenty.exchange(of),
      refresh: (of) => twenty.refresh(of),
      revoke: (of) => twenty.revoke(of),
      currentMember: (of) => twenty.currentMember(of),
    },
  });
});

const Trail = z.array(
  z.object({ action: z.string(), detail: z.string(), member_id: z.string().nullable(), row: z.string() }),
);
/** What the sessions' part of the audit trail tells, the oldest first. */
const trail = async () =>
  Trail.parse(
    await world.rows(
      `select action, detail, member_id, to_jsonb(audit_event)::text as row from audit_event
       where action in ('sign-in-failed', 'session-refused', 'session-ended') order by id`,
    ),
  );

const createBrowser = () => {
  const cookies = new Map<string, string>();
  return {
    cookies,
    go: async (path: string) => {
      const response = await worker.ask(path, {
        headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      return response;
    },
  };
};
type Browser = ReturnType<typeof createBrowser>;

/** From the button to the address that Twenty sends the browser back to. */
const toCallback = async (browser: Browser): Promise<string> => {
  const location = (await browser.go('/auth/sign-in')).headers.get('location') ?? '';
  return `/auth/callback?code=${CODE}&state=${new URL(location).searchParams.get('state')}`;
};
const aCleanPage = async (response: Response, status = 400) => {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(await response.text()).toContain('Start the sign-in again');
};
const signedOut = async (response: Response) => {
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 'not-signed-in' });
};
const session = (rep: Pick<Rep, 'cookie'>) => worker.ask('/api/session', { headers: { Cookie: rep.cookie } });

describe('a sign-in that is not the person’s own ends on a page that says so, and is told to admins', () => {
  test('an address that was used already', async () => {
    const browser = createBrowser();
    const callback = await toCallback(browser);
    expect((await browser.go(callback)).status).toBe(302);
    browser.cookies.delete('dialer_session');
    await aCleanPage(await browser.go(callback));
    expect(await trail()).toMatchObject([
      { action: 'sign-in-failed', member_id: null, detail: expect.stringContaining('finished already') },
    ]);
  });

  test('a code that was used already', async () => {
    const [one, two] = [createBrowser(), createBrowser()];
    await one.go(await toCallback(one));
    await aCleanPage(await two.go(await toCallback(two)));
    expect(await trail()).toMatchObject([
      {
        action: 'sign-in-failed',
        member_id: null,
        detail: expect.stringContaining('did not accept the code'),
      },
    ]);
  });

  test('a state that was made up', async () => {
    const browser = createBrowser();
    await toCallback(browser);
    await aCleanPage(await browser.go(`/auth/callback?code=${CODE}&state=guess`));
    expect(await trail()).toMatchObject([{ action: 'sign-in-failed', member_id: null }]);
  });

  test('an address that somebody else’s browser began', async () => {
    const [attacker, victim] = [createBrowser(), createBrowser()];
    const callback = await toCallback(attacker);
    await victim.go('/auth/sign-in');
    await aCleanPage(await victim.go(callback));
    expect(victim.cookies.has('dialer_session')).toBe(false);
    expect(await trail()).toMatchObject([{ action: 'sign-in-failed', member_id: null }]);
  });

  test('one that took longer than ten minutes', async () => {
    const browser = createBrowser();
    const callback = await toCallback(browser);
    await world.passTime(600_001);
    await aCleanPage(await browser.go(callback));
    expect(await trail()).toMatchObject([{ action: 'sign-in-failed', member_id: null }]);
  });

  test('a member of another workspace, who is named', async () => {
    const other = createWorld(opened).workspaceId;
    twenty.currentMember = async () => ({ member: ann, roles: [], workspaceId: other });
    const browser = createBrowser();
    await aCleanPage(await browser.go(await toCallback(browser)));
    expect(await trail()).toMatchObject([
      { action: 'sign-in-failed', member_id: ann.id, detail: expect.stringContaining('another workspace') },
    ]);
  });

  test('whoever is a member of none', async () => {
    twenty.currentMember = refused(true);
    const browser = createBrowser();
    await aCleanPage(await browser.go(await toCallback(browser)), 502);
    expect(await trail()).toMatchObject([{ detail: expect.stringContaining('no member') }]);
  });
});

describe('a cookie that opens nothing ends on the sign-in page, and is told to admins once', () => {
  test('when it was changed', async () => {
    const rep = await worker.signIn();
    const tampered = { cookie: `dialer_session=${worker.workspaceId}.${randomSecret()}` };
    await signedOut(await session(tampered));
    await signedOut(await session(tampered));
    expect((await session(rep)).status).toBe(200);
    expect(await trail()).toMatchObject([{ action: 'session-refused', member_id: null }]);
  });

  test('when its time is over: whose it was is told', async () => {
    const rep = await worker.signIn();
    await world.passTime(3_600_001);
    await signedOut(await session(rep));
    await signedOut(await session(rep));
    expect(await trail()).toMatchObject([
      { action: 'session-ended', member_id: rep.member.id, detail: 'Its time was over.' },
    ]);
  });

  test('a flood of them does not fill the disk', async () => {
    const wave = Array.from({ length: 100 }, () =>
      session({ cookie: `dialer_session=${worker.workspaceId}.${randomSecret()}` }),
    );
    for (const response of await Promise.all(wave)) expect(response.status).toBe(401);
    expect(await trail()).toHaveLength(60);
    now += 60_000;
    await session({ cookie: `dialer_session=${worker.workspaceId}.${randomSecret()}` });
    expect(await trail()).toHaveLength(61);
  });
});

describe('a session that Twenty no longer stands behind is over within a minute, with its reason', () => {
  const withTokens = async (tokens: Partial<TwentyTokens>, key = worker.secretKey) => {
    const secret = randomSecret();
    const idHash = hashOf(secret);
    const held = { accessToken: ACCESS, refreshToken: 'refresh', expiresAtMs: now + 1_800_000, ...tokens };
    await opened.store.transaction(worker.workspaceId, (tx) =>
      tx.sessions.create({
        idHash,
        member: ann,
        encryptedTokens: createTokenBox(key).seal(held, idHash),
        roles: [MEMBER_ROLE],
        lifetimeMs: 3_600_000,
      }),
    );
    return { cookie: `dialer_session=${worker.workspaceId}.${secret}` };
  };
  /** Any request looks after the session meanwhile, and the next one is told. */
  const isOver = async (rep: { cookie: string }, reason: string) => {
    now += 50_000;
    await session(rep);
    await expect.poll(async () => (await session(rep)).status).toBe(401);
    await signedOut(await session(rep));
    const told = (await trail()).filter(({ action }) => action === 'session-ended');
    expect(told).toMatchObject([{ member_id: ann.id, detail: expect.stringContaining(reason) }]);
  };

  test('when the person took the access back', async () => {
    twenty.refresh = refused();
    await isOver(await withTokens({ expiresAtMs: now }), 'no longer renews');
  });

  test('when the access ran out and nothing renews it', async () => {
    await isOver(await withTokens({ expiresAtMs: now, refreshToken: null }), 'access to Twenty ended');
  });

  test('when the key of the settings is another one', async () => {
    await isOver(await withTokens({}, randomBytes(32)), 'does not open');
  });

  test('when the member was removed in Twenty', async () => {
    twenty.currentMember = refused(true);
    await isOver(await withTokens({}), 'no member of the workspace any more');
  });

  test('when the access turns out to be somebody else’s', async () => {
    const other = { ...ann, id: createWorld(opened).memberId };
    twenty.currentMember = async () => ({ member: other, roles: [], workspaceId: worker.workspaceId });
    await isOver(await withTokens({}), 'another member');
  });

  test('but not when Twenty is away', async () => {
    twenty.refresh = async () => {
      throw new TwentyError('unreachable', 'Twenty cannot be reached.');
    };
    const rep = await withTokens({ expiresAtMs: now });
    now += 50_000;
    for (let requests = 0; requests < 3; requests += 1) expect((await session(rep)).status).toBe(200);
    expect(await trail()).toEqual([]);
  });
});

test('a sign-out is told with whose it was', async () => {
  const rep = await worker.signIn();
  await worker.ask('/auth/sign-out', { as: rep, method: 'POST' });
  await signedOut(await session(rep));
  expect(await trail()).toMatchObject([
    { action: 'session-ended', member_id: rep.member.id, detail: 'The person signed out.' },
    { action: 'session-refused', member_id: null },
  ]);
});

test('nothing in the trail lets anybody in', async () => {
  const browser = createBrowser();
  const callback = await toCallback(browser);
  const secrets = [CODE, ACCESS, new URL(callback, 'http://x').searchParams.get('state') ?? ''];
  await browser.go(callback);
  browser.cookies.delete('dialer_session');
  await browser.go(callback);
  const forged = randomSecret();
  await session({ cookie: `dialer_session=${worker.workspaceId}.${forged}` });
  const told = (await trail()).map(({ row }) => row).join('\n');
  for (const secret of [...secrets, forged, hashOf(forged), ...browser.cookies.values()]) {
    expect(secret.length).toBeGreaterThan(10);
    expect(told).not.toContain(secret);
  }
});
