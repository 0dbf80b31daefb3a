import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { ConfigError } from './config-faults.ts';

const places = { cwd: '/srv/dialer', uiDir: '/srv/dialer/ui' };
const TWENTY = { TWENTY_API_URL: 'https://crm.example.com' };
const TWILIO = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_API_KEY_SID: `SK${'0'.repeat(32)}`,
  TWILIO_API_KEY_SECRET: 'secret',
  TWILIO_TWIML_APP_SID: `AP${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_CALLER_ID: '+12025550123',
};

const read = (env: Record<string, string>) => readConfig(env, places);
const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    read(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};

test('one address is enough to start', () => {
  expect(read(TWENTY)).toEqual({
    port: 4400,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:4400',
    dataDir: '/srv/dialer/.data/worker',
    freeSpaceMb: 200,
    secretKey: null,
    previousSecretKeys: [],
    lines: ['manual'],
    defaultCountry: 'US',
    practiceCallsToTwenty: false,
    xpRules: { forManualCalls: true, forEnteredCalls: true, forPracticeCalls: false },
    ownNumbers: new Set(),
    logLevel: 'info',
    uiDir: '/srv/dialer/ui',
    attemptsDays: 14,
    auditDays: null,
    auditArchiveDir: null,
    alerts: { waitingMinutes: 15, deadLetters: 0, webhook: null, mail: null },
    reconcileAt: 180,
    trustedProxies: [],
    reportsPerMinute: 3_000,
    metricsToken: null,
    twenty: {
      apiUrl: 'https://crm.example.com',
      frontUrl: 'https://crm.example.com',
      apiKey: null,
      app: null,
      webhookSecret: null,
    },
    databaseUrl: null,
    warnings: [],
  });
});

test('every setting is heard', () => {
  const config = read({
    DIALER_PORT: '8080',
    DIALER_PUBLIC_URL: 'https://dialer.example.com/',
    DIALER_DATA_DIR: 'data',
    DIALER_SECRET_KEY: 'ab'.repeat(32),
    DIALER_LINES: 'practice, manual',
    DIALER_DEFAULT_COUNTRY: 'DE',
    DIALER_PRACTICE_CALLS_TO_TWENTY: 'true',
    DIALER_XP_FOR_MANUAL_CALLS: 'false',
    DIALER_XP_FOR_ENTERED_CALLS: 'false',
    DIALER_XP_FOR_PRACTICE_CALLS: 'true',
    DIALER_LOG_LEVEL: 'debug',
    DIALER_UI_DIR: '/ui',
    DIALER_ATTEMPTS_DAYS: '30',
    DIALER_RECONCILE_AT: '22:30',
    DIALER_METRICS_TOKEN: 'a-token-for-prometheus',
    TWENTY_API_URL: 'http://localhost:4410/',
    TWENTY_APP_CLIENT_ID: 'id',
    TWENTY_APP_CLIENT_SECRET: 'secret',
    TWENTY_FRONT_URL: 'http://localhost:3001',
    DATABASE_URL: 'postgres://dialer@localhost/dialer',
  });
  expect(config).toMatchObject({
    port: 8080,
    publicUrl: 'https://dialer.example.com',
    dataDir: '/srv/dialer/data',
    lines: ['practice', 'manual'],
    defaultCountry: 'DE',
    practiceCallsToTwenty: true,
    xpRules: { forManualCalls: false, forEnteredCalls: false, forPracticeCalls: true },
    logLevel: 'debug',
    uiDir: '/ui',
    attemptsDays: 30,
    reconcileAt: 1_350,
    metricsToken: 'a-token-for-prometheus',
    twenty: {
      apiUrl: 'http://localhost:4410',
      frontUrl: 'http://localhost:3001',
      app: { clientId: 'id', clientSecret: 'secret' },
    },
    databaseUrl: 'postgres://dialer@localhost/dialer',
  });
  expect(config.secretKey?.toString('hex')).toBe('ab'.repeat(32));
});

test('the secret key may come in base64, as openssl prints it', () => {
  const key = Buffer.alloc(32, 7);
  expect(read({ ...TWENTY, DIALER_SECRET_KEY: key.toString('base64') }).secretKey).toEqual(key);
});

test('an empty value counts as not set, as in a copied .env.example', () => {
  expect(read({ ...TWENTY, TWENTY_API_KEY: '', DIALER_PORT: ' ', TWILIO_AUTH_TOKEN: '' }).port).toBe(4400);
});

describe('a setting that would be misread stops the start', () => {
  test.each([
    ['DIALER_PORT', '70000'],
    ['DIALER_PORT', '44oo'],
    ['DIALER_PORT', '0'],
    ['DIALER_PUBLIC_URL', 'dialer.example.com'],
    ['DIALER_PUBLIC_URL', 'https://example.com/dialer'],
    ['DIALER_SECRET_KEY', 'too short'],
    ['DIALER_LINES', 'practice,pigeon'],
    ['DIALER_DEFAULT_COUNTRY', 'Germany'],
    ['DIALER_PRACTICE_CALLS_TO_TWENTY', 'yes'],
    ['DIALER_XP_FOR_MANUAL_CALLS', '1'],
    ['DIALER_LOG_LEVEL', 'loud'],
    ['DIALER_ATTEMPTS_DAYS', '0'],
    ['DIALER_AUDIT_DAYS', '7'],
    ['DIALER_RECONCILE_AT', '24:00'],
    ['DIALER_ATTEMPTS_DAYS', 'a week'],
    ['DIALER_METRICS_TOKEN', 'short'],
    ['TWENTY_API_URL', 'crm.example.com'],
    ['TWENTY_API_URL', 'https://ann:secret@crm.example.com'],
    ['TWENTY_API_KEY', 'two words'],
    ['TWENTY_FRONT_URL', 'ftp://crm.example.com'],
    ['DATABASE_URL', 'mysql://localhost/dialer'],
  ])('%s=%s', (name, value) => {
    const faults = faultsOf({ ...TWENTY, [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(name);
  });

  test('all faults are told at once, so that one correction is enough', () => {
    const faults = faultsOf({ DIALER_PORT: 'x', DIALER_LINES: 'pigeon', TWENTY_APP_CLIENT_ID: 'id' });
    expect(faults).toHaveLength(4);
  });

  test('the message is readable and repeats no secret', () => {
    const env = {
      DIALER_SECRET_KEY: 'hunter2',
      TWENTY_API_KEY: 'my key',
      DIALER_METRICS_TOKEN: 'my token',
      DATABASE_URL: 'mysql://a:hunter3@b',
    };
    expect(() => read(env)).toThrow(/did not start: some settings are not right\.\n {2}- /);
    expect(faultsOf(env).join()).not.toMatch(/hunter|my key|my token/);
  });
});

describe('a mistyped name is not silently ignored', () => {
  test.each([
    ['DIALER_PROT', 'DIALER_PORT'],
    ['TWENTY_APIKEY', 'TWENTY_API_KEY'],
    ['TWENTY_URL', 'TWENTY_API_URL'],
    ['TWILIO_ACCOUNT_ID', 'TWILIO_ACCOUNT_SID'],
  ])('%s is answered with %s', (wrong, right) => {
    expect(faultsOf({ ...TWENTY, [wrong]: 'x' })).toEqual([
      `${wrong} is not a setting. Did you mean ${right}?`,
    ]);
  });

  test('a name like nothing we know is to be removed', () => {
    expect(faultsOf({ ...TWENTY, DIALER_ZZZZZZZZZZZZZZZZ: 'x' })[0]).toMatch(/is not a setting. Remove it/);
  });

  test('other programs and the test suites may have their own', () => {
    expect(faultsOf({ ...TWENTY, PATH: '/bin', TWENTY_TEST_URL: 'http://localhost:3000' })).toEqual([]);
  });
});

describe('credentials', () => {
  test('half of the app’s credentials is told, not found out at the first sign-in', () => {
    expect(faultsOf({ ...TWENTY, TWENTY_APP_CLIENT_ID: 'id' })[0]).toMatch(
      /^TWENTY_APP_CLIENT_SECRET is missing/,
    );
    expect(faultsOf({ ...TWENTY, TWENTY_APP_CLIENT_SECRET: 's' })[0]).toMatch(
      /^TWENTY_APP_CLIENT_ID is missing/,
    );
  });

  test('practice calls never reach a real workspace by way of an API key', () => {
    const practice = { ...TWENTY, DIALER_PRACTICE_CALLS_TO_TWENTY: 'true' };
    expect(faultsOf({ ...practice, TWENTY_API_KEY: 'key' })[0]).toMatch(/real workspace/);
    expect(faultsOf({ ...practice, TWENTY_APP_CLIENT_ID: 'i', TWENTY_APP_CLIENT_SECRET: 's' })).toEqual([]);
    expect(faultsOf({ ...TWENTY, DIALER_PRACTICE_CALLS_TO_TWENTY: 'false', TWENTY_API_KEY: 'key' })).toEqual(
      [],
    );
  });
});

test('nobody climbs the ranks of a real workspace by calls that ring nobody', () => {
  const practice = { ...TWENTY, DIALER_XP_FOR_PRACTICE_CALLS: 'true' };
  expect(faultsOf({ ...practice, TWENTY_API_KEY: 'key' })[0]).toMatch(/ring nobody .* real workspace/);
  expect(faultsOf(practice)).toEqual([]);
});

describe('Twilio', () => {
  test('half an account is refused, with all that is missing', () => {
    expect(faultsOf({ ...TWENTY, TWILIO_ACCOUNT_SID: TWILIO.TWILIO_ACCOUNT_SID })).toEqual([
      'Twilio is set up by half: TWILIO_API_KEY_SID, TWILIO_API_KEY_SECRET, TWILIO_TWIML_APP_SID, TWILIO_AUTH_TOKEN, TWILIO_CALLER_ID are missing.',
    ]);
    expect(faultsOf({ ...TWENTY, DIALER_LINES: 'twilio' })[0]).toMatch(/by half/);
  });

  test('a whole account starts, says that its line is not there yet, and calls go over the manual line', () => {
    const config = read({ ...TWENTY, ...TWILIO, DIALER_LINES: 'twilio,practice' });
    expect(config.lines).toEqual(['manual', 'practice']);
    expect(config.warnings[0]).toMatch(/no Twilio line yet/);
    expect(read({ ...TWENTY, ...TWILIO }).warnings).toHaveLength(1);
  });
});

describe('alerts', () => {
  const WEBHOOK = {
    DIALER_ALERT_WEBHOOK_URL: 'https://alerts.example.com/hook?token=in-the-address',
    DIALER_ALERT_WEBHOOK_SECRET: 'a-secret-of-the-receiver',
  };
  const MAIL = {
    DIALER_SMTP_URL: 'smtps://dialer:pass-word@mail.example.com',
    DIALER_ALERT_MAIL_FROM: 'Twenty Dialer <dialer@example.com>',
    DIALER_ALERT_MAIL_TO: 'ada@example.com, ben@example.com',
  };

  test('by webhook and by mail, with limits of one’s own', () => {
    const limits = { DIALER_ALERT_WAITING_MINUTES: '30', DIALER_ALERT_DEAD_LETTERS: '10' };
    expect(read({ ...TWENTY, ...WEBHOOK, ...MAIL, ...limits }).alerts).toEqual({
      waitingMinutes: 30,
      deadLetters: 10,
      webhook: {
        url: WEBHOOK.DIALER_ALERT_WEBHOOK_URL,
        secret: WEBHOOK.DIALER_ALERT_WEBHOOK_SECRET,
      },
      mail: {
        smtpUrl: MAIL.DIALER_SMTP_URL,
        from: MAIL.DIALER_ALERT_MAIL_FROM,
        to: ['ada@example.com', 'ben@example.com'],
      },
    });
  });

  test.each([
    ['DIALER_ALERT_WEBHOOK_URL', WEBHOOK],
    ['DIALER_ALERT_WEBHOOK_SECRET', WEBHOOK],
    ['DIALER_SMTP_URL', MAIL],
    ['DIALER_ALERT_MAIL_FROM', MAIL],
    ['DIALER_ALERT_MAIL_TO', MAIL],
  ])('without %s would tell nobody, and is no start', (name, settings) => {
    const faults = faultsOf({ ...TWENTY, ...settings, [name]: '' });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`is set up by half: ${name} is missing\\.`));
  });

  test.each([
    [{ ...WEBHOOK, DIALER_ALERT_WEBHOOK_URL: 'ftp://secret-in-the-address' }],
    [{ ...WEBHOOK, DIALER_ALERT_WEBHOOK_SECRET: 'secret' }],
    [{ ...MAIL, DIALER_SMTP_URL: 'mail.example.com:secret' }],
    [{ ...MAIL, DIALER_ALERT_MAIL_TO: 'not an address' }],
    [{ DIALER_ALERT_WAITING_MINUTES: '0' }],
    [{ DIALER_ALERT_DEAD_LETTERS: '-1' }],
  ])('that cannot be read are one fault, which repeats no secret', (settings) => {
    const faults = faultsOf({ ...TWENTY, ...settings });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^DIALER_\w+ is .* It should be /);
    expect(faults[0]).not.toContain('secret-in');
    expect(faults[0]).not.toContain(':secret');
  });
});

describe('what keeps others out', () => {
  const open = (env: Record<string, string>) =>
    readConfig(env, { cwd: '/srv/dialer', uiDir: '/srv/dialer/ui', openEnvFile: '/srv/dialer/.env' });

  test('a file of keys that everybody may read is a warning at home, and no start in production', () => {
    expect(open(TWENTY).warnings).toEqual([expect.stringContaining('chmod 600 "/srv/dialer/.env"')]);
    for (const production of [
      { NODE_ENV: 'production' },
      { DIALER_PUBLIC_URL: 'https://dialer.example.com' },
    ]) {
      expect(() => open({ ...TWENTY, ...production })).toThrow(
        /every user of this machine may read.*chmod 600/,
      );
    }
  });

  test('keys that were used before, proxies and the number of reports are heard', () => {
    const config = read({
      ...TWENTY,
      DIALER_SECRET_KEY_PREVIOUS: `${'ab'.repeat(32)}, ${'cd'.repeat(32)}`,
      DIALER_TRUSTED_PROXIES: '127.0.0.1, fd00::/8',
      DIALER_REPORTS_PER_MINUTE: '500',
    });
    expect(config.previousSecretKeys.map((key) => key.toString('hex'))).toEqual([
      'ab'.repeat(32),
      'cd'.repeat(32),
    ]);
    expect(config.trustedProxies.map(([address, bits]) => `${address}/${bits}`)).toEqual([
      '127.0.0.1/32',
      'fd00::/8',
    ]);
    expect(config.reportsPerMinute).toBe(500);
  });

  test.each([
    [{ DIALER_SECRET_KEY_PREVIOUS: 'secret-but-short' }, /former values/],
    [{ DIALER_TRUSTED_PROXIES: 'proxy.example.com' }, /addresses or networks/],
    [{ DIALER_REPORTS_PER_MINUTE: '0' }, /from 100/],
  ])('%o is a fault that repeats no secret', (settings, words) => {
    const [fault] = faultsOf({ ...TWENTY, ...settings });
    expect(fault).toMatch(words);
    expect(fault).not.toContain('secret-but-short');
  });

  test('https without a proxy that is named is a warning: everybody would seem to be the proxy', () => {
    const https = { ...TWENTY, DIALER_PUBLIC_URL: 'https://dialer.example.com' };
    expect(read(https).warnings).toEqual([expect.stringContaining('DIALER_TRUSTED_PROXIES')]);
    expect(read({ ...https, DIALER_TRUSTED_PROXIES: '127.0.0.1' }).warnings).toEqual([]);
  });
});
