import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ConnectDeps, type ConnectOptions, connect } from './connect.ts';
import { connectGroups } from './connect-groups.ts';
import { disconnect } from './disconnect.ts';
import { readEnvFile } from './env-file.ts';
import type { OwnOption } from './own-options.ts';
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
let handedOver: readonly OwnOption[] = [];

const AT_AN_ADDRESS: Partial<ConnectDeps> = {
  env: {
    TWENTY_API_URL: 'https://crm.example.com',
    TWENTY_API_KEY: ADMIN_KEY,
    DIALER_PUBLIC_URL: 'https://dialer.example.com',
  },
};

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
  connect(depsWith(deps), {
    isForced: false,
    isPlanOnly: false,
    isNewSecretWanted: false,
    isSure: false,
    ...options,
  });

const depsWith = (deps: Partial<ConnectDeps>): ConnectDeps => ({
  env: { TWENTY_API_URL: 'https://crm.example.com', TWENTY_API_KEY: ADMIN_KEY },
  envFile,
  manifest: manifest(),
  fetch: twenty.fetch,
  openSdk: async ({ ownOptions }) => ({
    plan: async () => {
      handedOver = ownOptions;
      return plan;
    },
    apply: async () => {
      applied += 1;
      applyTo(twenty, manifest());
      plan = NO_CHANGES;
      return '';
    },
    uninstall: async () => {
      twenty.objects = [];
      return '';
    },
    close: () => undefined,
  }),
  terminal: { isThere: false, ask: async () => '', askSecret: async () => '' },
  say: (line) => said.push(line),
  ...deps,
});

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

test('an option that people added in Twenty is handed to the SDK, so that an upgrade keeps it, and is named in the plan', async () => {
  await run();
  twenty.objects = twenty.objects.map((object) => ({
    ...object,
    fieldsList: object.fieldsList.map((field) =>
      field.name === 'outcome'
        ? { ...field, options: [...(field.options ?? []), { id: 'own', value: 'OWN', label: 'Own' }] }
        : field,
    ),
  }));
  await run();
  expect(handedOver.map(({ field, option }) => `${field} ${option.value}`)).toEqual([
    'phoneCall.outcome OWN',
  ]);
  expect(said).toContain('  app: your own option "Own" of phoneCall.outcome stays');
});

test('looking at the plan shows all of it and changes nothing', async () => {
  await run({ isPlanOnly: true }, AT_AN_ADDRESS);
  expect(said.filter((line) => line.startsWith('  '))).toEqual([
    '  app: 1 to add, 0 to change, 0 to destroy',
    '  app: added objects: phoneCall',
    expect.stringMatching(/^ {2}sign-in: may return to .*https:\/\/dialer\.example\.com\/auth\/callback$/),
    '  webhook: a new one to https://dialer.example.com/api/webhooks/twenty',
    '  after that: groups for the members there are, in the views that are grouped by rep',
  ]);
  expect(applied).toBe(0);
  expect(twenty.webhooks).toEqual([]);
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
    ask: async (question: string) => (question.startsWith('Do this?') ? 'yes' : 'https://crm.example.com/'),
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

test('links in Twenty follow a dialer that has moved', async () => {
  await run();
  expect(twenty.dialerUrl).toBe('http://localhost:4400');
  await run({}, AT_AN_ADDRESS);
  expect(twenty.dialerUrl).toBe('https://dialer.example.com');
  expect(said).toContain(
    '  links in Twenty: lead to https://dialer.example.com, no more to http://localhost:4400',
  );
});

test('nothing is changed at a terminal without a yes', async () => {
  const terminal = { isThere: true, ask: async () => 'no', askSecret: async () => '' };
  await expect(run({}, { terminal })).rejects.toThrow('Stopped');
  expect(applied).toBe(0);
  await run({ isSure: true }, { terminal });
  expect(applied).toBe(1);
});

describe('the webhook', () => {
  test('is registered once, with a secret that the dialer gets', async () => {
    await run({}, AT_AN_ADDRESS);
    await run({}, AT_AN_ADDRESS);
    expect(twenty.webhooks).toEqual([
      {
        id: 'w1',
        targetUrl: 'https://dialer.example.com/api/webhooks/twenty',
        operations: ['person.*', 'company.updated', 'doNotCallEntry.*'],
        secret: readEnvFile(envFile).TWENTY_WEBHOOK_SECRET,
      },
    ]);
    expect(said.at(-1)).toBe('Connected; nothing had to be changed.');
  });

  test('of a dialer whose settings were lost is reused with its secret', async () => {
    await run({}, AT_AN_ADDRESS);
    rmSync(envFile);
    await run({ isNewSecretWanted: true }, AT_AN_ADDRESS);
    expect(twenty.webhooks).toHaveLength(1);
    expect(readEnvFile(envFile).TWENTY_WEBHOOK_SECRET).toBe(twenty.webhooks[0]?.secret);
  });

  test('follows a dialer that has moved, and leaves those of others alone', async () => {
    const other = {
      id: 'other',
      targetUrl: 'https://elsewhere.example.com',
      operations: ['*.*'],
      secret: 's',
    };
    twenty.webhooks = [other];
    await run({}, AT_AN_ADDRESS);
    await run({}, { env: { ...AT_AN_ADDRESS.env, DIALER_INTERNAL_URL: 'http://dialer:4400' } });
    expect(twenty.webhooks).toHaveLength(2);
    expect(twenty.webhooks[0]).toEqual(other);
    expect(twenty.webhooks[1]?.targetUrl).toBe('http://dialer:4400/api/webhooks/twenty');
  });
});

describe('the view by rep', () => {
  const groups = () =>
    [...twenty.groups.values()]
      .map((all) => all.map(({ fieldValue }) => fieldValue))
      .filter((all) => all.length > 0);

  test('shows the calls of every member and those of nobody', async () => {
    await run();
    expect(groups()).toEqual([['m1', 'm2', '']]);
  });

  test('follows members who come and go', async () => {
    await run();
    twenty.members = [...twenty.members.slice(1), { id: 'm3', name: { firstName: 'Cy', lastName: 'Clark' } }];
    await connectGroups(depsWith({}));
    expect(groups()).toEqual([['m2', '', 'm3']]);
    await connectGroups(depsWith({}));
    expect(said.at(-1)).toBe('Every member has a group; nothing had to be changed.');
  });

  test('loses a second group that two runs at once have made', async () => {
    await run();
    for (const all of twenty.groups.values()) {
      if (all.length > 0) all.push({ id: 'twice', fieldValue: 'm1', position: 9 });
    }
    await connectGroups(depsWith({}));
    expect(groups()).toEqual([['m1', 'm2', '']]);
  });
});

describe('ending the connection', () => {
  const end = (options: { isDataRemoved?: boolean; isForced?: boolean; isSure?: boolean } = {}) =>
    disconnect(depsWith(AT_AN_ADDRESS), { isDataRemoved: false, isForced: false, isSure: false, ...options });

  test('takes the webhook, the sign-in and the secret, and leaves every call in Twenty', async () => {
    await run({}, AT_AN_ADDRESS);
    const { secret } = twenty;
    await end({ isSure: true });
    expect(twenty.webhooks).toEqual([]);
    expect(twenty.registration?.oAuthRedirectUris).toEqual([]);
    expect(twenty.secret).not.toBe(secret);
    expect(twenty.objects.length).toBeGreaterThan(0);
    expect(Object.keys(readEnvFile(envFile))).toEqual(['TWENTY_API_URL']);
  });

  test('removes the data only when that is said twice', async () => {
    await run({}, AT_AN_ADDRESS);
    await expect(end({ isDataRemoved: true, isSure: true })).rejects.toThrow('nobody to ask');
    expect(twenty.objects.length).toBeGreaterThan(0);
    await end({ isDataRemoved: true, isForced: true });
    expect(twenty.objects).toEqual([]);
  });

  test('can be begun again', async () => {
    await run({}, AT_AN_ADDRESS);
    await end({ isSure: true });
    await run({}, AT_AN_ADDRESS);
    expect(readEnvFile(envFile).TWENTY_APP_CLIENT_SECRET).toBe(twenty.secret);
  });
});
