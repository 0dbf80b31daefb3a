import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readAppManifest } from '../src/model/app-manifest.ts';
import { createSandbox } from '../src/sandbox.ts';
import { DEMO_MEMBERS } from '../src/seed/members.ts';
import { serveSandbox } from '../src/serve.ts';

/** A Twenty to run the suite on, and the ways in that are there. */
export interface Target {
  readonly name: string;
  readonly isReal: boolean;
  readonly apiKey: string;
  /** The app's own credentials; null when nobody gave them. */
  readonly app: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly redirectUri: string;
  } | null;
  /** Somebody who may sign in with a password; null when nobody gave it. */
  readonly person: { readonly email: string; readonly password: string } | null;
  /** Makes it reachable and says where. */
  start(): Promise<{ url: string; stop: () => Promise<void> }>;
}

export const MANIFEST_FILE = fileURLToPath(new URL('../../graphql/app-manifest.json', import.meta.url));

const SANDBOX_APP = { clientId: 'conformance-app', clientSecret: 'conformance-secret' };
const API_KEY = 'conformance-key';

const sandbox = (): Target => {
  const [member] = DEMO_MEMBERS;
  return {
    name: 'the sandbox',
    isReal: false,
    apiKey: API_KEY,
    app: { ...SANDBOX_APP, redirectUri: 'http://localhost:4400/auth/callback' },
    person: member === undefined ? null : { email: member.email, password: member.email },
    start: async () => {
      const one = createSandbox({
        manifest: readAppManifest(MANIFEST_FILE),
        dataDir: null,
        settings: {
          apiKeys: [{ token: API_KEY, name: 'conformance' }],
          appClientId: SANDBOX_APP.clientId,
          appClientSecret: SANDBOX_APP.clientSecret,
          isBudgetOn: true,
          clockSpeed: 1,
          pace: 'instant',
          seed: 1,
          dialerUrl: 'http://localhost:4400',
        },
        nowMs: Date.now,
        newId: randomUUID,
        random: Math.random,
        wait,
      });
      return serveSandbox(one, { port: 0, host: '127.0.0.1' });
    },
  };
};

const realTwenty = (env: NodeJS.ProcessEnv): Target[] => {
  const { TWENTY_API_URL: url, TWENTY_API_KEY: apiKey } = env;
  if (!url || !apiKey) return [];
  const { TWENTY_APP_CLIENT_ID: clientId, TWENTY_APP_CLIENT_SECRET: clientSecret } = env;
  const { TWENTY_TEST_USER_EMAIL: email, TWENTY_TEST_USER_PASSWORD: password } = env;
  const redirectUri = env.TWENTY_TEST_REDIRECT_URI ?? 'http://localhost:4400/auth/callback';
  return [
    {
      name: 'a real Twenty',
      isReal: true,
      apiKey,
      app: clientId && clientSecret ? { clientId, clientSecret, redirectUri } : null,
      person: email && password ? { email, password } : null,
      start: async () => ({ url: url.replace(/\/+$/, ''), stop: async () => {} }),
    },
  ];
};

/** The sandbox always; a real Twenty when `TWENTY_API_URL` and `TWENTY_API_KEY` say where. */
export const TARGETS: readonly Target[] = [sandbox(), ...realTwenty(process.env)];
