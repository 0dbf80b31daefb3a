import { describe, expect, test } from 'vitest';
import { apiKeyCredentials, appCredentials } from './app-token.ts';

const MINUTE = 60_000;

const twenty = (answer: () => Response | Promise<Response>) => {
  const forms: URLSearchParams[] = [];
  let nowMs = 0;
  const credentials = appCredentials({
    url: 'https://crm.example.com',
    clientId: 'app-1',
    clientSecret: 'secret-1',
    nowMs: () => nowMs,
    fetch: async (_url, init) => {
      forms.push(new URLSearchParams(String(init?.body)));
      return answer();
    },
  });
  return {
    credentials,
    forms,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
};
const tokens = () => {
  let given = 0;
  return () => {
    given += 1;
    return Response.json({ access_token: `token-${given}`, token_type: 'Bearer', expires_in: 1_800 });
  };
};

describe("the app's own token", () => {
  test('is asked for with the credentials of the app, as a form', async () => {
    const { credentials, forms } = twenty(tokens());
    expect(await credentials.token()).toBe('token-1');
    expect(Object.fromEntries(forms[0] ?? [])).toEqual({
      grant_type: 'client_credentials',
      client_id: 'app-1',
      client_secret: 'secret-1',
    });
  });

  test('is kept while it is good and renewed well before it expires', async () => {
    const { credentials, forms, pass } = twenty(tokens());
    await credentials.token();
    pass(23 * MINUTE);
    expect(await credentials.token()).toBe('token-1');
    pass(MINUTE);
    expect(await credentials.token()).toBe('token-2');
    expect(forms).toHaveLength(2);
  });

  test('is asked for once, however many wait for it', async () => {
    const { credentials, forms } = twenty(tokens());
    const all = await Promise.all([credentials.token(), credentials.token(), credentials.token()]);
    expect(all).toEqual(['token-1', 'token-1', 'token-1']);
    expect(forms).toHaveLength(1);
  });

  test('is asked for anew after Twenty refused it; an older one says nothing about it', async () => {
    const { credentials } = twenty(tokens());
    credentials.forget(await credentials.token());
    expect(await credentials.token()).toBe('token-2');
    credentials.forget('token-1');
    expect(await credentials.token()).toBe('token-2');
  });

  test.each([
    ['refused credentials', 401, { error: 'invalid_client' }, 'not-allowed'],
    ['an app that is gone', 400, { error: 'invalid_request' }, 'not-allowed'],
    ['too many requests', 429, {}, 'throttled'],
    ['a Twenty that is starting', 502, {}, 'unreachable'],
    ['an answer without a token', 200, { ok: true }, 'not-allowed'],
  ])('%s', async (_name, status, body, kind) => {
    const { credentials } = twenty(() => Response.json(body, { status }));
    await expect(credentials.token()).rejects.toMatchObject({ name: 'TwentyError', kind });
  });

  test('a failure is not kept: the next one asks again', async () => {
    const good = tokens();
    let isAway = true;
    const { credentials } = twenty(() => (isAway ? Promise.reject(new TypeError('fetch failed')) : good()));
    await expect(credentials.token()).rejects.toMatchObject({ kind: 'unreachable' });
    isAway = false;
    expect(await credentials.token()).toBe('token-1');
  });

  test('no error ever carries the secret', async () => {
    const { credentials } = twenty(() => Response.json({ error: 'invalid_client' }, { status: 401 }));
    const error = await credentials.token().catch((thrown: unknown) => thrown);
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('secret-1');
  });
});

test('an API key is its own token, and cannot be renewed', async () => {
  const credentials = apiKeyCredentials('key-1');
  credentials.forget('key-1');
  expect(await credentials.token()).toBe('key-1');
});
