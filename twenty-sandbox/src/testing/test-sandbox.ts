import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Json, JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';
import { readAppManifest } from '../model/app-manifest.ts';
import { createSandbox, type Sandbox, type SandboxDeps, type SandboxSettings } from '../sandbox.ts';

const MANIFEST_FILE = fileURLToPath(new URL('../../../graphql/app-manifest.json', import.meta.url));

export const TEST_APP = { client_id: 'test-app', client_secret: 'test-secret' };
export const TEST_KEY = 'test-key';

export interface TestSandbox extends Sandbox {
  /** Moves its clock on. */
  pass(ms: number): void;
  graphql(
    query: string,
    variables?: JsonObject,
    token?: string | null,
  ): Promise<JsonObject & { status: number }>;
  metadata(
    query: string,
    variables?: JsonObject,
    token?: string | null,
  ): Promise<JsonObject & { status: number }>;
  form(path: string, form: Record<string, string>): Promise<{ status: number; body: JsonObject }>;
  post(path: string, body: JsonObject): Promise<Response>;
}

/** A sandbox in this process with a clock that only tests move: empty, without a budget, unless told otherwise. */
export const testSandbox = (
  settings: Partial<SandboxSettings> = {},
  deps: Partial<Omit<SandboxDeps, 'settings'>> = {},
): TestSandbox => {
  let nowMs = Date.parse('2026-03-04T15:00:00Z');
  const sandbox = createSandbox({
    manifest: readAppManifest(MANIFEST_FILE),
    dataDir: null,
    nowMs: () => nowMs,
    newId: randomUUID,
    random: () => 0.5,
    wait: async () => {},
    ...deps,
    settings: {
      apiKeys: [{ token: TEST_KEY, name: 'test' }],
      appClientId: TEST_APP.client_id,
      appClientSecret: TEST_APP.client_secret,
      isBudgetOn: false,
      clockSpeed: 1,
      pace: 'instant',
      seed: null,
      dialerUrl: 'http://localhost:4400',
      ...settings,
    },
  });
  const post = async (path: string, body: JsonObject, token: string | null = null): Promise<Response> =>
    sandbox.app.request(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
  const ask =
    (path: string) =>
    async (query: string, variables: JsonObject = {}, token: string | null = TEST_KEY) => {
      const response = await post(path, { query, variables }, token);
      return { ...(await readObject(response)), status: response.status };
    };
  return {
    ...sandbox,
    pass: (ms) => {
      nowMs += ms;
    },
    graphql: ask('/graphql'),
    metadata: ask('/metadata'),
    form: async (path, form) => {
      const response = await sandbox.app.request(path, { method: 'POST', body: new URLSearchParams(form) });
      return { status: response.status, body: await readObject(response) };
    },
    post,
  };
};

const readObject = async (response: Response): Promise<JsonObject> => {
  const text = await response.text();
  try {
    const body: unknown = JSON.parse(text);
    return isJsonObject(body) ? body : { text };
  } catch {
    return { text };
  }
};

/** `at(answer, 'data', 'notes', 'totalCount')` */
export const at = (value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined =>
  path.reduce<Json | undefined>((inner, step) => {
    if (Array.isArray(inner)) return inner[Number(step)];
    return isJsonObject(inner) ? inner[step] : undefined;
  }, value);
