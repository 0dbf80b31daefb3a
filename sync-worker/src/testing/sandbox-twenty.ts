import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { type AppManifest, readAppManifest } from '../../../twenty-sandbox/src/model/app-manifest.ts';
import { createSandbox, type Sandbox } from '../../../twenty-sandbox/src/sandbox.ts';

const MANIFEST = fileURLToPath(new URL('../../../graphql/app-manifest.json', import.meta.url));

export const SANDBOX_URL = 'http://sandbox.example';
export const SANDBOX_APP = { clientId: 'a-client', clientSecret: 'a-secret' };
export const SANDBOX_KEY = 'a-key';

/** What our app adds to a workspace. */
export const appManifest = (): AppManifest | null => readAppManifest(MANIFEST);

/** A sandbox of a test's own, that keeps nothing, and the `fetch` that reaches it and nothing else. */
export const createTestSandbox = ({
  seed = null,
  manifest = appManifest(),
}: {
  seed?: number | null;
  /** Null: our app is not applied to the workspace. */
  manifest?: AppManifest | null;
} = {}): {
  sandbox: Sandbox;
  fetch: typeof fetch;
} => {
  const sandbox = createSandbox({
    manifest,
    dataDir: null,
    settings: {
      apiKeys: [{ token: SANDBOX_KEY, name: 'tests' }],
      appClientId: SANDBOX_APP.clientId,
      appClientSecret: SANDBOX_APP.clientSecret,
      isBudgetOn: false,
      clockSpeed: 1,
      pace: 'instant',
      seed,
      dialerUrl: 'http://localhost:4400',
    },
    nowMs: Date.now,
    newId: randomUUID,
    random: Math.random,
    wait: async () => {},
  });
  return { sandbox, fetch: async (input, init) => sandbox.app.fetch(new Request(input, init)) };
};
