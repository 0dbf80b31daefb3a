import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { PACES } from './pace/pace.ts';
import type { SandboxSettings } from './sandbox.ts';

export interface MainSettings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly manifestFile: string;
  readonly sandbox: SandboxSettings;
}

const flag = z.enum(['on', 'off']);
const Environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(4410),
  SANDBOX_HOST: z.string().default('127.0.0.1'),
  SANDBOX_DATA_DIR: z.string().default('./.data/sandbox'),
  SANDBOX_MANIFEST: z
    .string()
    .default(fileURLToPath(new URL('../../graphql/app-manifest.json', import.meta.url))),
  SANDBOX_API_KEY: z.string().min(1).default('sandbox-api-key'),
  SANDBOX_APP_CLIENT_ID: z.string().min(1).default('twenty-dialer-sandbox'),
  SANDBOX_APP_CLIENT_SECRET: z.string().min(1).default('sandbox-only-secret'),
  SANDBOX_SEED: z.coerce.number().int().default(7),
  SANDBOX_CLOCK_SPEED: z.coerce.number().positive().default(1),
  SANDBOX_PACE: z.enum(PACES).default('instant'),
  SANDBOX_BUDGET: flag.default('on'),
  SANDBOX_EMPTY: z.enum(['true', 'false']).default('false'),
  /** That many reps more, who have no history. */
  SANDBOX_CROWD: z.coerce.number().int().min(0).max(999).default(0),
  SANDBOX_DIALER_URL: z.url().default('http://localhost:4400'),
});

/** Reads the `SANDBOX_*` settings. @throws with every fault named */
export const readSettings = (environment: NodeJS.ProcessEnv): MainSettings => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The sandbox cannot start with these settings:\n${faults.join('\n')}`);
  }
  const env = parsed.data;
  return {
    port: env.SANDBOX_PORT,
    host: env.SANDBOX_HOST,
    dataDir: env.SANDBOX_DATA_DIR,
    manifestFile: env.SANDBOX_MANIFEST,
    sandbox: {
      apiKeys: [{ token: env.SANDBOX_API_KEY, name: 'sandbox' }],
      appClientId: env.SANDBOX_APP_CLIENT_ID,
      appClientSecret: env.SANDBOX_APP_CLIENT_SECRET,
      isBudgetOn: env.SANDBOX_BUDGET === 'on',
      clockSpeed: env.SANDBOX_CLOCK_SPEED,
      pace: env.SANDBOX_PACE,
      seed: env.SANDBOX_EMPTY === 'true' ? null : env.SANDBOX_SEED,
      crowd: env.SANDBOX_CROWD,
      dialerUrl: env.SANDBOX_DIALER_URL.replace(/\/$/, ''),
    },
  };
};
