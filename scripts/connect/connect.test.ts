import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ConnectDeps, type ConnectOptions, connect } from './connect.ts';
import { readEnvFile } from './env-file.ts';
import { ADMIN_KEY, applyTo, createFakeTwenty, type FakeTwenty, manifest } from './testing/fake-twenty.ts';

const NO_CHANGES = 'No changes. Twenty metadata matches your manifest.\n';
const ADDS = '  # objectMetadata "phoneCall" will be created\n\nPlan: 1 to add, 0 to change, 0 to destroy.\n';
const DESTROYS = '  # fieldMetadata "old" will be destroyed\n\nPlan: 0 to add, 0 to change, 1 to destroy.\n';

let folder = '';
let envFile = '';
let twenty: FakeTwenty;
let plan = '';
let said: string[] = [];
let applied = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'connect-'));
  envFile = join(folder, '.env');
  twenty = createFakeTwenty();
  plan = ADDS;
  said = [];
  applied = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (options: Partial<ConnectOptions> = {}, deps: Partial<ConnectDeps> = {}): Promise<void> =>
  connect(
    {
      env: { TWENTY_API_URL: 'https://crm.example.com', TWENTY_API_KEY: ADMIN_KEY },
      envFile,
      manifest: manifest(),
      fetch: twenty.fetch,
      openSdk: async () => ({
        plan: async () => plan,
        apply: async () => {
          applied += 1;
          applyTo(twenty, manifest());
          plan = NO_CHANGES;
          return '';
        },
        close: () => undefined,
      }),
      terminal: { isThere: false, ask: async () => '', askSecret: async () => '' },
      say: (line) => said.push(line),
      ...deps,
    },
    { isForced: false, isPlanOnly: false, isNewSecretWanted: false, ...options },
  );

test('a fresh workspace gets the app, and the dialer its own credentials, without the key of the administrator', async () => {
  await run();
  expect(readEnvFile(envFile)).toEqual({
    TWENTY_API_URL: 'https://crm.example.com',
    TWENTY_APP_CLIENT_ID: twenty.registration?.oAuthClientId,
    TWENTY_APP_CLIENT_SECRET: twenty.secret,
  });
  expect(twenty.registration?.oAuthRedirectUris).toContain('http://localhost:4400/auth/callback');
  expect(twenty.registration?.oAuthScopes).toEqual(['api', 'profile']);
  expect(said.at(-1)).toBe('Connected.');
});

test('a second run changes nothing, keeps the running dialer its secret, and says so', async () => {
  await run();
  const file = readFileSync(envFile, 'utf8');
  const { secret } = twenty;
  await run();
  expect(readFileSync(envFile, 'utf8')).toBe(file);
  expect(twenty.secret).toBe(secret);
  expect(applied).toBe(1);
  expect(said.at(-1)).toBe('Connected; nothing had to be changed.');
});

test('a dialer elsewhere keeps delivering: its secret is not replaced unless that is wanted', async () => {
  await run();
  const { secret } = twenty;
  rmSync(envFile);
  await expect(run()).rejects.toThrow('connected already');
  expect(twenty.secret).toBe(secret);
  await run({ isNewSecretWanted: true });
  expect(readEnvFile(envFile).TWENTY_APP_CLIENT_SECRET).toBe(twenty.secret);
  expect(twenty.secret).not.toBe(secret);
});

test('a first run that was cut off before its end is taken up where it stopped', async () => {
  applyTo(twenty, manifest());
  plan = NO_CHANGES;
  await run();
  expect(readEnvFile(envFile).TWENTY_APP_CLIENT_SECRET).toBe(twenty.secret);
});

test('addresses that another dialer on the workspace registered stay', async () => {
  applyTo(twenty, manifest());
  const other = 'https://other.example.com/auth/callback';
  if (twenty.registration) twenty.registration = { ...twenty.registration, oAuthRedirectUris: [other] };
  await run({ isNewSecretWanted: true });
  expect(twenty.registration?.oAuthRedirectUris).toContain(other);
});

test('what would destroy data in Twenty is refused until it is asked for', async () => {
  plan = DESTROYS;
  await expect(run()).rejects.toThrow('fieldMetadata "old" will be destroyed');
  expect(applied).toBe(0);
  await run({ isForced: true });
  expect(applied).toBe(1);
});

test("a workspace's own option, which Twenty's plan does not show, is protected the same way", async () => {
  await run();
  twenty.objects = twenty.objects.map((object) => ({
    ...object,
    fieldsList: object.fieldsList.map((field) =>
      field.name === 'outcome'
        ? { ...field, options: [...(field.options ?? []), { id: 'own', value: 'OWN', label: 'Own' }] }
        : field,
    ),
  }));
  plan =
    '  # fieldMetadata "outcome" will be updated in-place\n\nPlan: 0 to add, 1 to change, 0 to destroy.\n';
  await expect(run()).rejects.toThrow('phoneCall.outcome: "Own" (OWN)');
  expect(applied).toBe(1);
});

test('looking at the plan changes nothing', async () => {
  await run({ isPlanOnly: true });
  expect(applied).toBe(0);
  expect(readEnvFile(envFile)).toEqual({});
});

test.each([
  [
    'a key that Twenty does not know',
    { TWENTY_API_KEY: 'nope' },
    'does not accept the API key: Token invalid.',
  ],
  ['a key that may not manage apps', { TWENTY_API_KEY: 'app-token' }, 'its role may not manage apps'],
  ['a missing key', { TWENTY_API_KEY: '' }, 'TWENTY_API_KEY is not set.'],
])('%s is told with a remedy, before anything is changed', async (_case, env, words) => {
  const failure = run({}, { env: { TWENTY_API_URL: 'https://crm.example.com', ...env } });
  await expect(failure).rejects.toThrow(words);
  await expect(failure).rejects.toHaveProperty('remedy', expect.stringMatching(/key .*with the role Admin/));
  expect(applied).toBe(0);
});

test('a key typed at the terminal is used and not kept', async () => {
  const terminal = {
    isThere: true,
    ask: async () => 'https://crm.example.com/',
    askSecret: async () => ADMIN_KEY,
  };
  await run({}, { env: {}, terminal });
  expect(readFileSync(envFile, 'utf8')).not.toContain(ADMIN_KEY);
});

test('a right that was taken from the app is named, not found out by the first call', async () => {
  twenty.refusedToApp = ['createPhoneCalls'];
  await expect(run()).rejects.toThrow('create calls, notes and what is worked out from calls');
});

test('a field that is still missing after applying is named', async () => {
  await run();
  twenty.objects = twenty.objects.filter((object) => object.nameSingular !== 'repProgression');
  await expect(run()).rejects.toThrow('The object repProgression is not there.');
});

test('a folder that cannot be written is told before a secret is made that could not be kept', async () => {
  await expect(run({}, { envFile: join(folder, 'nowhere', '.env') })).rejects.toThrow('cannot be written');
  expect(twenty.secret).toBe('unknown');
});

test('settings of the environment that hide the new ones are pointed out', async () => {
  writeFileSync(envFile, '');
  await run(
    {},
    {
      env: {
        TWENTY_API_URL: 'https://crm.example.com',
        TWENTY_API_KEY: ADMIN_KEY,
        TWENTY_APP_CLIENT_ID: 'old',
        TWENTY_APP_CLIENT_SECRET: 'old',
      },
    },
  );
  expect(said.at(-1)).toContain('the environment, which wins over .env');
});
