import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WEBHOOK_OPERATIONS } from '../../contract/src/index.ts';
import type { AlertMessage } from '../../sync-worker/src/alerts/message.ts';
import type { Store } from '../../sync-worker/src/store/port.ts';
import { createTestSandbox, SANDBOX_APP, SANDBOX_KEY } from '../../sync-worker/src/testing/sandbox-twenty.ts';
import { openTestStore } from '../../sync-worker/src/testing/test-store.ts';
import { createTestWorker, PUBLIC_URL, type TestWorker } from '../../sync-worker/src/testing/test-worker.ts';
import { createTwentyClient } from '../../sync-worker/src/twenty/client.ts';
import { createTwentySignIn } from '../../sync-worker/src/twenty/sign-in.ts';
import type { AppManifest } from '../app-manifest/app-manifest.ts';
import { manifest } from '../connect/testing/fake-twenty.ts';
import { targetOf, type Webhook } from '../connect/webhook.ts';
import type { DoctorDeps, Installation } from './deps.ts';
import { examineAll, isWell, type Report } from './doctor.ts';
import type { Finding } from './finding.ts';

// A whole installation in one process: the real worker, the sandbox in the place of Twenty, and what goes wrong on command.

const TWENTY = 'http://sandbox.example';
const WEBHOOK_SECRET = 'a webhook secret';

let store: Store;
let worker: TestWorker;
let sandbox: ReturnType<typeof createTestSandbox>;

/** What Twenty has of webhooks and grouped views. */
let webhooks: Webhook[];
let views: { id: string; universalIdentifier: string; name: string; viewGroups: object[] }[];

/** Answers that a fault puts in the place of the true ones, by the beginning of an address. */
let instead: Record<string, (request: Request) => Response | Promise<Response>>;

const network: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const fault = Object.keys(instead).find((start) => request.url.startsWith(start));
  if (fault !== undefined) return instead[fault]?.(request) ?? Response.error();
  const text = await request.clone().text();
  // The sandbox has neither webhooks nor views.
  if (/\{ webhooks \{/.test(text)) return Response.json({ data: { webhooks } });
  if (text.includes('getViews')) return Response.json({ data: { getViews: views } });
  const answer = await (request.url.startsWith(TWENTY)
    ? sandbox.fetch(request)
    : worker.app.request(request));
  // What carries an app over the network adds this.
  answer.headers.set('date', new Date().toUTCString());
  return answer;
};

const refuseConnection = (): never => {
  throw new TypeError('fetch failed', {
    cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
  });
};

beforeAll(async () => {
  store = await openTestStore();
  sandbox = createTestSandbox();
  const twentySignIn = createTwentySignIn({
    apiUrl: TWENTY,
    frontUrl: TWENTY,
    app: SANDBOX_APP,
    client: createTwentyClient({ url: TWENTY }),
    nowMs: Date.now,
    fetch: network,
  });
  instead = {};
  worker = await createTestWorker(store, {
    twentySignIn,
    config: { twenty: { frontUrl: TWENTY, webhookSecret: WEBHOOK_SECRET } },
  });
  await sandbox.fetch(`${TWENTY}/metadata`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SANDBOX_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      query:
        'mutation ($input: UpdateApplicationRegistrationInput!) { updateApplicationRegistration(input: $input) { id } }',
      variables: {
        input: {
          id: manifest().application.universalIdentifier,
          update: { oAuthRedirectUris: [`${PUBLIC_URL}/auth/callback`], oAuthScopes: ['api', 'profile'] },
        },
      },
    }),
  });
});
afterAll(() => store.close());
beforeEach(() => {
  instead = {};
  views = [];
  webhooks = [
    {
      id: 'w',
      targetUrl: targetOf(PUBLIC_URL),
      operations: [...WEBHOOK_OPERATIONS],
      secret: WEBHOOK_SECRET,
    },
  ];
});

const examine = (
  installation: Partial<Installation> = {},
  deps: Partial<Omit<DoctorDeps, 'installation'>> = {},
): Promise<Report> =>
  examineAll(
    {
      installation: {
        apiUrl: TWENTY,
        frontUrl: TWENTY,
        publicUrl: PUBLIC_URL,
        internalUrl: PUBLIC_URL,
        adminKey: SANDBOX_KEY,
        app: SANDBOX_APP,
        webhookSecret: WEBHOOK_SECRET,
        databaseUrl: null,
        ...installation,
      },
      manifest: manifest(),
      fetch: network,
      nowMs: Date.now,
      faultsOfDatabase: async () => [],
      version: '0.0.0',
      alerts: new Map([['webhook', async () => undefined]]),
      isTestAlertWanted: false,
      ...deps,
    },
    () => undefined,
  );

const of = (report: Report, name: string): Finding => {
  const found = report.find((one) => one.name === name);
  if (found === undefined) throw new Error(`Nothing was told about ${name}.`);
  return found.finding;
};

/** The one fault, told with a remedy, and the exit that a script sees. */
const expectIll = (report: Report, name: string, { detail, remedy }: { detail: string; remedy: string }) => {
  expect(of(report, name)).toMatchObject({
    state: 'ill',
    detail: expect.stringContaining(detail),
    remedy: expect.stringContaining(remedy),
  });
  expect(isWell(report)).toBe(false);
};

test('an installation that is well is told so, in every part', async () => {
  const report = await examine({ databaseUrl: 'postgres://dialer@db/dialer' });
  expect(report.filter(({ finding }) => finding.state !== 'well')).toEqual([]);
  expect(isWell(report)).toBe(true);
});

test('nothing is left behind in Twenty', async () => {
  const before = await (await sandbox.fetch(`${TWENTY}/sandbox/stats`)).json();
  await examine();
  expect(before).toBeTruthy();
  for (const object of ['phoneCall', 'note', 'noteTarget', 'callSession', 'doNotCallEntry']) {
    const { count } = (await (await sandbox.fetch(`${TWENTY}/sandbox/records/${object}`)).json()) as {
      count: number;
    };
    expect(count).toBe(0);
  }
});

describe('each fault is named with its remedy', () => {
  test('Twenty is away: what rests on it is not examined, so that there is one fault to read', async () => {
    instead[TWENTY] = refuseConnection;
    const report = await examine();
    expectIll(report, 'Twenty', { detail: 'ECONNREFUSED', remedy: 'Check TWENTY_API_URL' });
    for (const name of ['Credentials', 'Schema', 'Role', 'Budget', 'Sign-in']) {
      expect(of(report, name).state).toBe('not examined');
    }
  });

  test('an outage of Twenty', async () => {
    instead[`${TWENTY}/healthz`] = () => new Response('Service Unavailable', { status: 503 });
    expectIll(await examine(), 'Twenty', { detail: 'HTTP 503', remedy: 'the log of that server' });
  });

  test('a Twenty that is older than the dialer was tried with', async () => {
    instead[`${TWENTY}/client-config`] = () => Response.json({ appVersion: 'v2.12.1' });
    expect(of(await examine(), 'Twenty')).toMatchObject({
      state: 'odd',
      remedy: expect.stringContaining('update Twenty'),
    });
  });

  test.each([
    ['behind', -180],
    ['ahead of', 180],
  ])('a clock that is %s the others', async (words, seconds) => {
    const skewed = () =>
      Response.json(
        { status: 'ok', version: '0.0.0' },
        { headers: { date: new Date(Date.now() + seconds * 1_000).toUTCString() } },
      );
    instead[`${TWENTY}/healthz`] = skewed;
    expectIll(await examine(), 'Clock', { detail: words, remedy: 'NTP' });
  });

  test('no credentials', async () => {
    const report = await examine({ app: null });
    expectIll(report, 'Credentials', { detail: 'nobody can sign in', remedy: 'npm run connect' });
  });

  test('a secret that was replaced elsewhere', async () => {
    const app = { ...SANDBOX_APP, clientSecret: 'an old one' };
    const report = await examine({ app });
    expectIll(report, 'Credentials', { detail: 'does not accept', remedy: '--new-secret' });
  });

  test('a key of the administrator that was deleted', async () => {
    const report = await examine({ adminKey: 'gone' });
    expectIll(report, 'Admin key', { detail: 'does not accept the API key', remedy: 'with the role Admin' });
  });

  test('without a key of the administrator the rest is examined', async () => {
    const report = await examine({ adminKey: null });
    expect(of(report, 'Admin key').state).toBe('not examined');
    expect(isWell(report)).toBe(true);
  });

  test('a field that the dialer needs and the workspace lacks', async () => {
    const known = manifest();
    const [first, ...others] = known.objects;
    if (first === undefined) throw new Error('The manifest is empty.');
    const newer: AppManifest = {
      ...known,
      objects: [
        { ...first, fields: first.fields.map((field) => ({ ...field, name: `${field.name}New` })) },
        ...others,
      ],
    };
    const report = await examine({}, { manifest: newer });
    expectIll(report, 'Schema', { detail: 'is not there', remedy: 'npm run connect' });
    expect(of(report, 'Role').state).toBe('not examined');
  });

  test('a budget that somebody else has spent', async () => {
    const fault = await sandbox.fetch(`${TWENTY}/sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'throttled' }),
    });
    const report = await examine();
    await sandbox.fetch(`${TWENTY}/sandbox/faults`, { method: 'DELETE' });
    expect(fault.ok).toBe(true);
    expectIll(report, 'Budget', { detail: 'throttles the app', remedy: 'Wait a minute' });
  });

  test('a role that lost a right', async () => {
    instead[`${TWENTY}/graphql`] = async (request) => {
      const body = await request.text();
      return body.includes('createPhoneCalls')
        ? Response.json({
            errors: [
              {
                message: 'Entity performing the request does not have permission',
                extensions: { code: 'FORBIDDEN', subCode: 'PERMISSION_DENIED' },
              },
            ],
          })
        : Response.json({ data: {} });
    };
    expectIll(await examine(), 'Role', { detail: 'create calls', remedy: 'Settings, Roles' });
  });

  test('a worker that does not run', async () => {
    instead[PUBLIC_URL] = refuseConnection;
    const report = await examine();
    expectIll(report, 'Worker', { detail: 'ECONNREFUSED', remedy: 'Start it' });
    expect(of(report, 'Delivery').state).toBe('not examined');
  });

  test("another program on the worker's port", async () => {
    instead[`${PUBLIC_URL}/healthz`] = () => new Response('<h1>It works</h1>');
    expectIll(await examine(), 'Worker', { detail: 'is not the worker', remedy: 'Another program' });
  });

  test('a database that the worker lost', async () => {
    instead[`${PUBLIC_URL}/readyz`] = () => readiness({ store: 'down', state: 'paused' });
    const report = await examine();
    expectIll(report, 'Store', { detail: 'no call can be taken in', remedy: 'DATABASE_URL' });
    expect(of(report, 'Delivery').state).toBe('not examined');
  });

  test('a disk with no room for more calls', async () => {
    instead[`${PUBLIC_URL}/readyz`] = () => readiness({ store: 'up', state: 'running', room: 'none' });
    expectIll(await examine(), 'Store', { detail: 'almost full', remedy: 'DIALER_FREE_SPACE_MB' });
    instead[`${PUBLIC_URL}/readyz`] = () => readiness({ store: 'up', state: 'running', room: 'low' });
    expect(of(await examine(), 'Store').state).toBe('odd');
  });

  test.each([
    ['paused', 'npm run connect'],
    ['waiting-for-twenty', 'Nothing is lost'],
  ])('delivery that is %s', async (state, remedy) => {
    instead[`${PUBLIC_URL}/readyz`] = () => readiness({ store: 'up', state });
    expectIll(await examine(), 'Delivery', { detail: 'The reason.', remedy });
  });

  test('a database user that goes around what keeps workspaces apart', async () => {
    const report = await examine(
      { databaseUrl: 'postgres://postgres@db/dialer' },
      { faultsOfDatabase: async () => ['"postgres" is a superuser of the database server.'] },
    );
    expectIll(report, 'Database', { detail: 'superuser', remedy: 'dialer-database.sql' });
  });

  test('a webhook that was never registered, or was deleted in Twenty', async () => {
    webhooks = [];
    expectIll(await examine(), 'Webhook', { detail: 'has no webhook to', remedy: 'npm run connect' });
    expect(of(await examine({ webhookSecret: null }), 'Webhook').state).toBe('odd');
  });

  test.each([
    ['another secret', { secret: 'another' }, 'another secret'],
    ['too few operations', { operations: ['person.created'] }, 'does not tell of person.*'],
    [
      'an old address',
      { targetUrl: 'https://old.example.com/api/webhooks/twenty' },
      'https://old.example.com',
    ],
  ])('a webhook with %s', async (_case, change, detail) => {
    webhooks = webhooks.map((webhook) => ({ ...webhook, ...change }));
    expectIll(await examine(), 'Webhook', { detail, remedy: 'npm run connect' });
  });

  test('a worker that was started before its webhook had a secret', async () => {
    const report = await examine({ webhookSecret: 'a newer one' });
    expectIll(report, 'Webhook', { detail: 'does not believe', remedy: 'Start it again' });
  });

  test('a rep whose calls a manager would not see in the view by rep', async () => {
    const byRep = manifest().views.find((view) => view.groupByField === 'member');
    if (byRep === undefined) throw new Error('No view is grouped by member.');
    views = [{ id: 'v', universalIdentifier: byRep.universalIdentifier, name: byRep.name, viewGroups: [] }];
    expect(of(await examine(), 'Views by rep')).toMatchObject({
      state: 'odd',
      remedy: expect.stringContaining('npm run connect -- --groups'),
    });
  });

  test('a public address without TLS', async () => {
    const report = await examine({ publicUrl: 'http://dialer.example.com' });
    expectIll(report, 'Public address', { detail: 'no microphone', remedy: 'docs/deploy.md' });
  });

  test('a static host that does not hand /api on', async () => {
    instead['https://dialer.example.com'] = () =>
      new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
    const report = await examine({ publicUrl: 'https://dialer.example.com' });
    expectIll(report, 'Public address', {
      detail: 'not answered by the worker',
      remedy: 'hand /api and /auth on',
    });
  });

  test('a worker that was started with another public address', async () => {
    const other = 'https://dialer.example.com';
    instead[other] = (request) => worker.app.request(request.url.replace(other, PUBLIC_URL));
    expectIll(await examine({ publicUrl: other }), 'Sign-in', {
      detail: 'would send people back to http://localhost:4400/auth/callback',
      remedy: 'DIALER_PUBLIC_URL',
    });
  });

  test('an address that Twenty does not know', async () => {
    instead[`${TWENTY}/metadata`] = async (request) => {
      const text = await (await sandbox.fetch(request)).text();
      return new Response(text.replaceAll(`${PUBLIC_URL}/auth/callback`, 'http://localhost:9/auth/callback'));
    };
    expectIll(await examine(), 'Sign-in', {
      detail: 'does not let people come back',
      remedy: 'npm run connect',
    });
  });
});

const readiness = ({
  store: storeState,
  state,
  room = 'enough',
}: {
  store: string;
  state: string;
  room?: string;
}) =>
  Response.json(
    {
      status: 'not-ready',
      store: storeState,
      room,
      delivery: { state, since: '2026-03-04T15:00:00.000Z', message: 'The reason.' },
    },
    { status: 503 },
  );

describe('alerts', () => {
  test('that nobody hears while nobody looks are to be looked at', async () => {
    const report = await examine({}, { alerts: new Map() });
    expect(of(report, 'Alerts')).toMatchObject({
      state: 'odd',
      detail: expect.stringContaining('on screen alone'),
    });
    expect(isWell(report)).toBe(true);
  });

  test('are tried only when a test was asked for', async () => {
    const sent: string[] = [];
    const alerts = new Map([['webhook' as const, async ({ event }: AlertMessage) => void sent.push(event)]]);
    expect(of(await examine({}, { alerts }), 'Alerts').state).toBe('well');
    expect(sent).toEqual([]);
    const tried = of(await examine({}, { alerts, isTestAlertWanted: true }), 'Alerts');
    expect(tried).toMatchObject({
      state: 'well',
      detail: 'A test was taken by webhook: see that it arrived.',
    });
    expect(sent).toEqual(['alert.test']);
  });

  test('whose test is not taken say why', async () => {
    const alerts = new Map([
      ['webhook' as const, () => Promise.reject(new Error('It answered with HTTP 404.'))],
      ['mail' as const, async () => undefined],
    ]);
    expectIll(await examine({}, { alerts, isTestAlertWanted: true }), 'Alerts', {
      detail: 'The test by webhook was not taken. It answered with HTTP 404.',
      remedy: 'DIALER_ALERT_WEBHOOK',
    });
  });
});
