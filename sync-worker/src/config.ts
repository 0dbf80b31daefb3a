import { resolve } from 'node:path';
import { E164, type LineName } from '@twenty-dialer/contract';
import { type CountryCode, isSupportedCountry } from 'libphonenumber-js';
import { z } from 'zod';
import type { AlertSettings } from './alerts/settings.ts';
import { ALERT_SETTINGS, alertFaults, alertSettings } from './config-alerts.ts';
import { ConfigError, faultOf, unknownSettings } from './config-faults.ts';
import { chooseLines, twilioFaults } from './config-lines.ts';
import { openFileFaults, PROTECTION_SETTINGS, protectionWarnings } from './config-protection.ts';
import type { Network } from './http/address.ts';
import type { EarningRules } from './outbox/progression-entries.ts';

/** All that can be set about the worker, read once at start. Secrets are in here: never log it whole. */
export interface Config {
  readonly port: number;
  /** The address of this machine that is listened on. */
  readonly host: string;
  /** The address that people open, without a slash at its end. Twenty returns to it after sign-in. */
  readonly publicUrl: string;
  readonly dataDir: string;
  /** Below that many free megabytes on the disk of the embedded store no more calls are taken in. */
  readonly freeSpaceMb: number;
  /** 32 bytes that encrypt people's tokens; null: the worker makes its own in the data folder. */
  readonly secretKey: Buffer | null;
  /** Keys that still open what was sealed before; nothing new is sealed with them. */
  readonly previousSecretKeys: readonly Buffer[];
  /** The lines on offer, the usual one first. */
  readonly lines: readonly LineName[];
  readonly defaultCountry: CountryCode;
  readonly practiceCallsToTwenty: boolean;
  readonly xpRules: EarningRules;
  /** Numbers of the team itself, E.164: nobody of the CRM is ever behind them. */
  readonly ownNumbers: ReadonlySet<string>;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly uiDir: string;
  /** Days for which delivery attempts are kept. */
  readonly attemptsDays: number;
  /** Days for which the audit trail is kept; null: for ever. */
  readonly auditDays: number | null;
  /** Where old entries of it go before they are removed; null: nowhere. */
  readonly auditArchiveDir: string | null;
  /** Of what admins are told, and how. */
  readonly alerts: AlertSettings;
  /** When calls are compared with Twenty each day, in minutes after midnight by UTC; null: only when an admin asks for it. */
  readonly reconcileAt: number | null;
  /** Whose word counts about where a request came from: the addresses of proxies. */
  readonly trustedProxies: readonly Network[];
  /** How many reports one session may send in a minute. */
  readonly reportsPerMinute: number;
  /** Null: there are no metrics. */
  readonly metricsToken: string | null;
  readonly twenty: {
    readonly apiUrl: string;
    readonly frontUrl: string;
    readonly apiKey: string | null;
    readonly app: { readonly clientId: string; readonly clientSecret: string } | null;
    /** Null: no webhook is believed, and changes arrive with the next poll. */
    readonly webhookSecret: string | null;
  };
  /** Null: the embedded store in the data folder. */
  readonly databaseUrl: string | null;
  /** What is odd but no reason to stop, in words. */
  readonly warnings: readonly string[];
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const address = (example: string) =>
  z.string().transform((text, context) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url && /^https?:$/.test(url.protocol) && url.search + url.hash + url.username + url.password === '') {
      return url.href.replace(/\/+$/, '');
    }
    context.addIssue({ code: 'custom', message: `an http or https address, for example ${example}` });
    return z.NEVER;
  });

const site = (example: string) =>
  address(example).refine((url) => new URL(url).pathname === '/', {
    message: `an address without a path, for example ${example}`,
  });

const yesOrNo = z.enum(['true', 'false'], { error: 'true or false' });

const ownWords = (what: string) => z.string().regex(/^\S+$/, what);

const AUDIT_DAYS_FORM = 'a number of days from 30 to 36500, for example 1095; empty: for ever';
const DAYS_FORM = 'a number of days from 1 to 3650, for example 14';

/** Every setting by its name, with what it should look like. `.env.example` tells the same to people. */
const SETTINGS = {
  DIALER_PORT: z
    .string()
    .regex(/^\d+$/, 'a port from 1 to 65535, for example 4400')
    .transform(Number)
    .pipe(
      z
        .number()
        .min(1, 'a port from 1 to 65535, for example 4400')
        .max(65535, 'a port from 1 to 65535, for example 4400'),
    ),
  // Read before all others, see config-file.ts.
  DIALER_ENV_FILE: z.string(),
  DIALER_HOST: ownWords(
    'an address of this machine: 127.0.0.1 for this machine alone, 0.0.0.0 for everybody',
  ),
  DIALER_PUBLIC_URL: site('https://dialer.example.com'),
  // For npm run connect and npm run doctor: where Twenty's server and other machines of the network reach the worker.
  DIALER_INTERNAL_URL: site('http://dialer:4400'),
  DIALER_DATA_DIR: z.string(),
  DIALER_FREE_SPACE_MB: z
    .string()
    .regex(/^\d{1,7}$/, 'a whole number of megabytes, for example 200; 0 for no reserve')
    .transform(Number),
  DIALER_LINES: z.string(),
  DIALER_DEFAULT_COUNTRY: z
    .string()
    .refine(isSupportedCountry, 'a country in two capital letters, for example US')
    .transform((text) => text as CountryCode),
  DIALER_PRACTICE_CALLS_TO_TWENTY: yesOrNo,
  DIALER_XP_FOR_MANUAL_CALLS: yesOrNo,
  DIALER_XP_FOR_ENTERED_CALLS: yesOrNo,
  DIALER_XP_FOR_PRACTICE_CALLS: yesOrNo,
  DIALER_OWN_NUMBERS: z.string().transform((text, context) => {
    const numbers = text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (numbers.every((number) => E164.safeParse(number).success)) return new Set(numbers);
    context.addIssue({
      code: 'custom',
      message: 'numbers in E.164, with commas between them: +12025550100,+12025550101',
    });
    return z.NEVER;
  }),
  DIALER_LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` }),
  DIALER_UI_DIR: z.string(),
  DIALER_ATTEMPTS_DAYS: z
    .string()
    .regex(/^\d+$/, DAYS_FORM)
    .transform(Number)
    .pipe(z.number().min(1, DAYS_FORM).max(3650, DAYS_FORM)),
  DIALER_AUDIT_DAYS: z
    .string()
    .regex(/^\d{1,5}$/, AUDIT_DAYS_FORM)
    .transform(Number)
    .pipe(z.number().min(30, AUDIT_DAYS_FORM).max(36_500, AUDIT_DAYS_FORM)),
  DIALER_AUDIT_ARCHIVE_DIR: z.string(),
  DIALER_RECONCILE_AT: z
    .string()
    .regex(/^(off|([01]\d|2[0-3]):[0-5]\d)$/, 'a time by UTC, for example 03:00, or off')
    .transform((text) => {
      const [hours, minutes] = text.split(':').map(Number);
      return hours === undefined || minutes === undefined ? null : hours * 60 + minutes;
    }),
  DIALER_METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, '16 letters or more without spaces, for example the output of: openssl rand -hex 24'),
  ...PROTECTION_SETTINGS,
  ...ALERT_SETTINGS,
  TWENTY_API_URL: address('https://crm.example.com'),
  TWENTY_API_KEY: ownWords('the key as Twenty shows it, without spaces'),
  TWENTY_APP_CLIENT_ID: ownWords('the client id that npm run connect wrote'),
  TWENTY_APP_CLIENT_SECRET: ownWords('the client secret that npm run connect wrote'),
  TWENTY_FRONT_URL: address('https://crm.example.com'),
  TWENTY_WEBHOOK_SECRET: ownWords('the secret of the webhook, as npm run connect wrote it'),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\/\S+$/,
      'a Postgres address, for example postgres://dialer:secret@db.example.com/dialer',
    ),
  TWILIO_ACCOUNT_SID: z.string().regex(/^AC[0-9a-f]{32}$/, 'AC and 32 hexadecimal digits'),
  TWILIO_API_KEY_SID: z.string().regex(/^SK[0-9a-f]{32}$/, 'SK and 32 hexadecimal digits'),
  TWILIO_API_KEY_SECRET: ownWords('the secret that Twilio showed with the API key'),
  TWILIO_TWIML_APP_SID: z.string().regex(/^AP[0-9a-f]{32}$/, 'AP and 32 hexadecimal digits'),
  TWILIO_AUTH_TOKEN: ownWords('the auth token of the Twilio account'),
  TWILIO_CALLER_ID: z.string().regex(/^\+[1-9]\d{1,14}$/, 'a number in E.164, for example +12025550123'),
};

const Settings = z.object(SETTINGS).partial();
type Settings = z.infer<typeof Settings>;

interface Places {
  readonly cwd: string;
  readonly uiDir: string;
  /** The file of settings, when others than its owner may read or change it. */
  readonly openEnvFile?: string | null;
}

/**
 * Reads the settings from the environment (empty values count as not set). What only Twenty or Twilio can say is not
 * judged here.
 * @throws ConfigError with one message that lists every fault.
 */
export const readConfig = (env: Readonly<Record<string, string | undefined>>, places: Places): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = Settings.safeParse(given);
  const faults = [
    ...unknownSettings(Object.keys(given), Object.keys(SETTINGS)),
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => faultOf(issue, given))),
    ...missingAndClashing(given),
    ...twilioFaults(given),
    ...alertFaults(given),
    ...openFileFaults(given, places.openEnvFile ?? null),
  ];
  const lines = chooseLines(given);
  faults.push(...lines.faults);
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  const warnings = [...lines.warnings, ...protectionWarnings(given, places.openEnvFile ?? null)];
  return { ...fill(parsed.data, places), lines: lines.lines, warnings };
};

const missingAndClashing = (given: Readonly<Record<string, unknown>>): string[] => {
  const faults: string[] = [];
  if (!given.TWENTY_API_URL) {
    faults.push(
      'TWENTY_API_URL is missing. Set it to the address of Twenty, for example https://crm.example.com.',
    );
  }
  if (Boolean(given.TWENTY_APP_CLIENT_ID) !== Boolean(given.TWENTY_APP_CLIENT_SECRET)) {
    const [has, lacks] = given.TWENTY_APP_CLIENT_ID
      ? ['TWENTY_APP_CLIENT_ID', 'TWENTY_APP_CLIENT_SECRET']
      : ['TWENTY_APP_CLIENT_SECRET', 'TWENTY_APP_CLIENT_ID'];
    faults.push(`${lacks} is missing, although ${has} is set. Run "npm run connect": it writes both.`);
  }
  if (given.DIALER_PRACTICE_CALLS_TO_TWENTY === 'true' && given.TWENTY_API_KEY) {
    faults.push(
      'DIALER_PRACTICE_CALLS_TO_TWENTY=true together with TWENTY_API_KEY would write practice calls into a real workspace. Remove one of the two.',
    );
  }
  if (given.DIALER_XP_FOR_PRACTICE_CALLS === 'true' && given.TWENTY_API_KEY) {
    faults.push(
      'DIALER_XP_FOR_PRACTICE_CALLS=true together with TWENTY_API_KEY would let calls that ring nobody earn XP in a real workspace. Remove one of the two.',
    );
  }
  return faults;
};

const fill = (settings: Settings, places: Places) => {
  const port = settings.DIALER_PORT ?? 4400;
  const apiUrl = settings.TWENTY_API_URL ?? '';
  const { TWENTY_APP_CLIENT_ID: clientId, TWENTY_APP_CLIENT_SECRET: clientSecret } = settings;
  return {
    port,
    host: settings.DIALER_HOST ?? '127.0.0.1',
    publicUrl: settings.DIALER_PUBLIC_URL ?? `http://localhost:${port}`,
    dataDir: resolve(places.cwd, settings.DIALER_DATA_DIR ?? '.data/worker'),
    freeSpaceMb: settings.DIALER_FREE_SPACE_MB ?? 200,
    secretKey: settings.DIALER_SECRET_KEY ?? null,
    previousSecretKeys: settings.DIALER_SECRET_KEY_PREVIOUS ?? [],
    defaultCountry: settings.DIALER_DEFAULT_COUNTRY ?? 'US',
    practiceCallsToTwenty: settings.DIALER_PRACTICE_CALLS_TO_TWENTY === 'true',
    xpRules: {
      forManualCalls: settings.DIALER_XP_FOR_MANUAL_CALLS !== 'false',
      forEnteredCalls: settings.DIALER_XP_FOR_ENTERED_CALLS !== 'false',
      forPracticeCalls: settings.DIALER_XP_FOR_PRACTICE_CALLS === 'true',
    },
    ownNumbers: new Set([
      ...(settings.DIALER_OWN_NUMBERS ?? []),
      ...(settings.TWILIO_CALLER_ID === undefined ? [] : [settings.TWILIO_CALLER_ID]),
    ]),
    logLevel: settings.DIALER_LOG_LEVEL ?? 'info',
    uiDir: settings.DIALER_UI_DIR ? resolve(places.cwd, settings.DIALER_UI_DIR) : places.uiDir,
    attemptsDays: settings.DIALER_ATTEMPTS_DAYS ?? 14,
    auditDays: settings.DIALER_AUDIT_DAYS ?? null,
    auditArchiveDir: settings.DIALER_AUDIT_ARCHIVE_DIR
      ? resolve(places.cwd, settings.DIALER_AUDIT_ARCHIVE_DIR)
      : null,
    alerts: alertSettings(settings),
    reconcileAt: settings.DIALER_RECONCILE_AT === undefined ? 180 : settings.DIALER_RECONCILE_AT,
    trustedProxies: settings.DIALER_TRUSTED_PROXIES ?? [],
    reportsPerMinute: settings.DIALER_REPORTS_PER_MINUTE ?? 3_000,
    metricsToken: settings.DIALER_METRICS_TOKEN ?? null,
    twenty: {
      apiUrl,
      frontUrl: settings.TWENTY_FRONT_URL ?? apiUrl,
      apiKey: settings.TWENTY_API_KEY ?? null,
      app: clientId && clientSecret ? { clientId, clientSecret } : null,
      webhookSecret: settings.TWENTY_WEBHOOK_SECRET ?? null,
    },
    databaseUrl: settings.DATABASE_URL ?? null,
  } satisfies Omit<Config, 'lines' | 'warnings'>;
};
