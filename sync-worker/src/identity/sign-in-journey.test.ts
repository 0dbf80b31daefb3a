import { PeopleList, Progression, SessionView } from '@twenty-dialer/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../twenty-sandbox/src/sandbox.ts';
import type { Store } from '../store/port.ts';
import { createTestSandbox, SANDBOX_APP, SANDBOX_URL } from '../testing/sandbox-twenty.ts';
import { openTestStore } from '../testing/test-store.ts';
import { createTestWorker, PUBLIC_URL, type TestWorker } from '../testing/test-worker.ts';
import { createTwentyClient } from '../twenty/client.ts';
import { TwentyError } from '../twenty/errors.ts';
import { createTwentyPeople } from '../twenty/people.ts';
import { createTwentyProgression } from '../twenty/progression.ts';
import { createTwentySignIn } from '../twenty/sign-in.ts';

const MAYA = '5a1d7c8e-30b4-4f6a-9c51-2f8f6f0a7b11';
const TOMAS = '8e0c4b92-71fd-4a39-b6d7-54c1e9a2d312';
const WORKSPACE = '3c7e15f8-9d24-4b0a-8e63-d1f2a5b49c70';

let store: Store;
let sandbox: Sandbox;
let worker: TestWorker;
let isTwentyAway = false;
let isProgressionUnreadable = false;

beforeAll(async () => {
  store = await openTestStore();
  const made = createTestSandbox({ seed: 7 });
  sandbox = made.sandbox;
  const fetchHere: typeof fetch = (input, init) =>
    isTwentyAway
      ? Promise.reject(
          new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }),
        )
      : made.fetch(input, init);
  const client = createTwentyClient({ url: SANDBOX_URL, fetch: fetchHere, retryMs: 1 });
  worker = await createTestWorker(store, {
    workspaceId: WORKSPACE,
    twentySignIn: createTwentySignIn({
      apiUrl: SANDBOX_URL,
      frontUrl: SANDBOX_URL,
      app: SANDBOX_APP,
      client,
      nowMs: Date.now,
      fetch: fetchHere,
    }),
    people: createTwentyPeople({ client, frontUrl: SANDBOX_URL, defaultCountry: 'US' }),
    progression: {
      of: (token, memberId) =>
        isProgressionUnreadable
          ? Promise.reject(new TwentyError('refused', 'Twenty has no such object.'))
          : createTwentyProgression({ client }).of(token, memberId),
    },
  });
});
afterAll(() => store.close());
beforeEach(() => {
  isTwentyAway = false;
  isProgressionUnreadable = false;
});

/** A browser: keeps cookies and follows nothing by itself. */
const createBrowser = (to = () => worker) => {
  const cookies = new Map<string, string>();
  return {
    cookies,
    get: async (address: string, method = 'GET') => {
      const response = await to().ask(address.replace(PUBLIC_URL, ''), {
        method,
        headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/max-age=0/i.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
      return response;
    },
  };
};
type Browser = ReturnType<typeof createBrowser>;

const goesTo = (response: Response): string => {
  expect(response.status).toBe(302);
  return response.headers.get('location') ?? '';
};
const atTwenty = async (address: string): Promise<string> =>
  goesTo(await sandbox.app.request(address.replace('/authorize?', '/authorize/continue?')));

/** From the button to the address that Twenty sends the browser back to. */
const toCallback = async (browser: Browser, { memberId = MAYA, returnTo = '/' } = {}) => {
  const address = goesTo(await browser.get(`/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`));
  expect(address).toMatch(`${SANDBOX_URL}/authorize?`);
  return atTwenty(`${address}&member=${memberId}`);
};
const session = async (browser: Browser) => browser.get('/api/session');
const pageOf = async (response: Response, status: number) => {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('text/html');
  const text = await response.text();
  expect(text).toContain('Start the sign-in again');
  return text;
};

test('a rep signs in with Twenty and is back where they were', async () => {
  const browser = createBrowser();
  const back = await browser.get(await toCallback(browser, { returnTo: '/calls?day=1' }));
  expect(goesTo(back)).toBe('/calls?day=1');
  const view = SessionView.parse(await (await session(browser)).json());
  expect(view.member).toMatchObject({ id: MAYA, firstName: 'Maya' });
  const cookie = back.headers.getSetCookie().find((line) => line.startsWith('dialer_session='));
  expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(cookie).toMatch(`dialer_session=${WORKSPACE}.`);
});

test('behind https the cookie never travels in the clear', async () => {
  const secure = await createTestWorker(store, { config: { publicUrl: 'https://dialer.example.com' } });
  const response = await secure.ask('/auth/sign-out', { method: 'POST' });
  expect(response.headers.getSetCookie()[0]).toMatch(/Secure/);
});

test('Twenty shows the rep the people that it shows them', async () => {
  const browser = createBrowser();
  await browser.get(await toCallback(browser));
  const { people } = PeopleList.parse(await (await browser.get('/api/people?search=')).json());
  expect(people.length).toBeGreaterThan(5);
  const one = await (await browser.get(`/api/people/${people[0]?.id}`)).json();
  expect(one).toEqual(people[0]);
});

test('what Twenty has of a rep’s progression is taken over when they sign in', async () => {
  const browser = createBrowser();
  await browser.get(await toCallback(browser));
  isTwentyAway = true;
  const row = [...sandbox.records.table('repProgression').rows()].find(({ memberId }) => memberId === MAYA);
  const held = Progression.parse(await (await browser.get('/api/progression')).json());
  expect(held.totalXp).toBeGreaterThan(0);
  const { totalXp, totalCalls, totalTalkSeconds, lastCallAt, streakDays, streakThrough } = held;
  expect(row).toMatchObject({ totalXp, totalCalls, totalTalkSeconds, lastCallAt, streakDays, streakThrough });
});

test('a progression that cannot be read keeps nobody from signing in', async () => {
  isProgressionUnreadable = true;
  const browser = createBrowser();
  expect(goesTo(await browser.get(await toCallback(browser, { memberId: TOMAS })))).toBe('/');
  expect((await session(browser)).status).toBe(200);
});

describe('a way back that nobody may take twice, or for somebody else', () => {
  test('the back button after a sign-in just goes on', async () => {
    const browser = createBrowser();
    const callback = await toCallback(browser);
    await browser.get(callback);
    expect(goesTo(await browser.get(callback))).toBe('/');
    expect((await session(browser)).status).toBe(200);
  });

  test('an address that was sent to a rep does not sign them in as its sender', async () => {
    const attacker = createBrowser();
    const callback = await toCallback(attacker, { memberId: TOMAS });
    const victim = createBrowser();
    await pageOf(await victim.get(callback), 400);
    await victim.get('/auth/sign-in');
    await pageOf(await victim.get(callback), 400);
    expect((await session(victim)).status).toBe(401);
  });

  test('a state that was made up is worth nothing', async () => {
    const browser = createBrowser();
    await browser.get('/auth/sign-in');
    await pageOf(await browser.get('/auth/callback?code=guess&state=guess'), 400);
    await pageOf(await browser.get('/auth/callback'), 400);
  });

  test('a code that Twenty does not know is told in Twenty’s words', async () => {
    const browser = createBrowser();
    const callback = new URL(await toCallback(browser));
    callback.searchParams.set('code', 'another');
    expect(await pageOf(await browser.get(callback.href), 400)).toContain(
      'Twenty did not accept the sign-in',
    );
  });

  test('two windows that sign in at the same time both get in', async () => {
    const browser = createBrowser();
    const callbacks = [await toCallback(browser), await toCallback(browser)];
    for (const callback of callbacks) expect(goesTo(await browser.get(callback))).toBe('/');
  });
});

describe('a sign-in that does not finish says why, and how to start again', () => {
  test('when the rep said no', async () => {
    const browser = createBrowser();
    const state = new URL(await toCallback(browser)).searchParams.get('state');
    const page = await pageOf(await browser.get(`/auth/callback?error=access_denied&state=${state}`), 400);
    expect(page).toContain('You did not let the dialer use your Twenty account.');
    expect(page).toContain('forget that you came from the dialer');
  });

  test('without running what Twenty’s error says', async () => {
    const browser = createBrowser();
    const state = new URL(await toCallback(browser)).searchParams.get('state');
    const words = encodeURIComponent('<script>alert(1)</script>');
    const address = `/auth/callback?error=server_error&error_description=${words}&state=${state}`;
    expect(await pageOf(await browser.get(address), 400)).not.toContain('<script>');
  });

  test('when Twenty is away, before or after', async () => {
    const browser = createBrowser();
    const callback = await toCallback(browser);
    isTwentyAway = true;
    expect(await pageOf(await browser.get(callback), 503)).toContain('ECONNREFUSED');
  });

  test('when the rep is in another workspace at Twenty', async () => {
    const elsewhere = await createTestWorker(store, {
      twentySignIn: createTwentySignIn({
        apiUrl: SANDBOX_URL,
        frontUrl: SANDBOX_URL,
        app: SANDBOX_APP,
        client: createTwentyClient({
          url: SANDBOX_URL,
          fetch: async (input, init) => sandbox.app.fetch(new Request(input, init)),
        }),
        nowMs: Date.now,
        fetch: async (input, init) => sandbox.app.fetch(new Request(input, init)),
      }),
    });
    const browser = createBrowser(() => elsewhere);
    expect(await pageOf(await browser.get(await toCallback(browser)), 400)).toContain('another workspace');
    expect((await session(browser)).status).toBe(401);
  });

  test('with a way back to another site', async () => {
    await pageOf(await createBrowser().get('/auth/sign-in?returnTo=https://evil.example'), 422);
  });
});

describe('signing out', () => {
  test('ends the session here and in Twenty, and leaves no cookie', async () => {
    const browser = createBrowser();
    await browser.get(await toCallback(browser));
    const stolen = new Map(browser.cookies);
    expect((await browser.get('/auth/sign-out', 'POST')).status).toBe(204);
    expect(browser.cookies.has('dialer_session')).toBe(false);
    for (const [name, value] of stolen) browser.cookies.set(name, value);
    expect((await session(browser)).status).toBe(401);
  });

  test('works while Twenty is away', async () => {
    const browser = createBrowser();
    await browser.get(await toCallback(browser));
    isTwentyAway = true;
    expect((await browser.get('/auth/sign-out', 'POST')).status).toBe(204);
    expect((await session(browser)).status).toBe(401);
  });

  test('signing in as somebody else ends the earlier session of this browser', async () => {
    const browser = createBrowser();
    await browser.get(await toCallback(browser));
    const earlier = browser.cookies.get('dialer_session') ?? '';
    await browser.get(await toCallback(browser, { memberId: TOMAS }));
    expect(await (await session(browser)).json()).toMatchObject({ member: { id: TOMAS } });
    browser.cookies.set('dialer_session', earlier);
    expect((await session(browser)).status).toBe(401);
  });
});

test('opened under another name of this machine, the sign-in moves to where Twenty returns to, once', async () => {
  const at = (path: string) => worker.app.request(`http://127.0.0.1:4400${path}`);
  const home = goesTo(await at('/auth/sign-in?returnTo=%2Fcalls'));
  expect(home).toBe(`${PUBLIC_URL}/auth/sign-in?moved=1&returnTo=%2Fcalls`);
  expect(goesTo(await at(home.replace(PUBLIC_URL, '')))).toMatch(SANDBOX_URL);
});
