import { describe, expect, test } from 'vitest';
import { createTwentyClient } from './client.ts';
import { createTwentySignIn } from './sign-in.ts';

const NOW = 1_800_000_000_000;
const DISCOVERY = {
  authorization_endpoint: 'http://public.example/authorize',
  token_endpoint: 'http://public.example/oauth/token',
  revocation_endpoint: 'http://public.example/oauth/revoke',
};
type Answer = { status?: number; body: unknown };

/** What a Twenty answers, by path; requests are kept as they were sent. */
const setUp = (
  answers: Record<string, Answer>,
  app: { clientId: string; clientSecret: string } | null = APP,
) => {
  const all: Record<string, Answer> = {
    '/.well-known/oauth-authorization-server': { body: DISCOVERY },
    ...answers,
  };
  const requests: { url: string; form: Record<string, string> }[] = [];
  const fetchHere: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const form = init?.body instanceof URLSearchParams ? Object.fromEntries(init.body) : {};
    requests.push({ url: url.href, form });
    const answer = all[url.pathname];
    if (!answer)
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
    return Response.json(answer.body, { status: answer.status ?? 200 });
  };
  const apiUrl = 'http://inside.example:3000';
  const signIn = createTwentySignIn({
    apiUrl,
    frontUrl: 'http://front.example',
    app,
    client: createTwentyClient({ url: apiUrl, fetch: fetchHere, retryMs: 1 }),
    nowMs: () => NOW,
    fetch: fetchHere,
  });
  return { signIn, requests };
};
const APP = { clientId: 'client', clientSecret: 'secret' };
const GRANTED = {
  body: { access_token: 'access', token_type: 'Bearer', expires_in: 1800, refresh_token: 'refresh' },
};
const exchange = {
  code: 'code',
  codeVerifier: 'verifier',
  redirectUri: 'http://localhost:4400/auth/callback',
};

test('people are sent to the Twenty that they know, with everything it needs to send them back', async () => {
  const { signIn } = setUp({});
  const url = new URL(
    await signIn.authorizeUrl({ state: 's', codeChallenge: 'c', redirectUri: exchange.redirectUri }),
  );
  expect(url.origin + url.pathname).toBe('http://front.example/authorize');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: 'code',
    client_id: 'client',
    redirect_uri: exchange.redirectUri,
    scope: 'api profile',
    state: 's',
    code_challenge: 'c',
    code_challenge_method: 'S256',
  });
});

test('the worker asks Twenty under the address that it was given, and asks for the endpoints once', async () => {
  const { signIn, requests } = setUp({ '/oauth/token': GRANTED });
  expect(await signIn.exchange(exchange)).toEqual({
    accessToken: 'access',
    refreshToken: 'refresh',
    expiresAtMs: NOW + 1_800_000,
  });
  await signIn.refresh('refresh');
  expect(requests.map(({ url }) => url)).toEqual([
    'http://inside.example:3000/.well-known/oauth-authorization-server',
    'http://inside.example:3000/oauth/token',
    'http://inside.example:3000/oauth/token',
  ]);
  expect(requests[1]?.form).toEqual({
    grant_type: 'authorization_code',
    code: 'code',
    code_verifier: 'verifier',
    redirect_uri: exchange.redirectUri,
    client_id: 'client',
    client_secret: 'secret',
  });
});

describe('a sign-in that fails says what kind of failure it is', () => {
  test.each<[string, Answer, string]>([
    [
      'a code used twice',
      {
        status: 400,
        body: { error: 'invalid_grant', error_description: 'Authorization code has already been used' },
      },
      'refused',
    ],
    ['a wrong secret', { status: 401, body: { error: 'invalid_client' } }, 'not-allowed'],
    ['too many sign-ins', { status: 429, body: {} }, 'throttled'],
    ['a Twenty that is starting', { status: 502, body: null }, 'unreachable'],
    ['an answer without a token', { body: { ok: true } }, 'refused'],
  ])('%s', async (_what, answer, kind) => {
    await expect(setUp({ '/oauth/token': answer }).signIn.exchange(exchange)).rejects.toMatchObject({ kind });
  });

  test('a Twenty that is away', async () => {
    await expect(setUp({}).signIn.exchange(exchange)).rejects.toMatchObject({ kind: 'unreachable' });
  });

  test('a dialer that was never connected says what to run', async () => {
    await expect(setUp({}, null).signIn.exchange(exchange)).rejects.toThrow(/npm run connect/);
  });
});

const user = {
  id: '17516434-f2c1-493f-8b69-7e96a3334c23',
  email: 'ann@login.example',
  workspaceMember: {
    id: '609c8ba9-1f62-4b3d-b1e0-ed4cbec29d00',
    userEmail: 'ann@example.com',
    name: { firstName: 'Ann', lastName: 'Admin' },
    roles: [{ id: '1f0d6a3b-52c7-4e89-9b14-7c8e2d5f0a61', label: 'Admin', canUpdateAllSettings: true }],
  },
  currentWorkspace: { id: '7b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d', displayName: 'Example' },
};

describe('who somebody is, Twenty says', () => {
  const memberOf = (currentUser: unknown) =>
    setUp({ '/metadata': { body: { data: { currentUser } } } }).signIn.currentMember('access');

  test('by the id of the workspace member, not by an address that may change', async () => {
    expect(await memberOf(user)).toEqual({
      member: { id: user.workspaceMember.id, firstName: 'Ann', lastName: 'Admin', email: 'ann@example.com' },
      roles: user.workspaceMember.roles,
      workspaceId: user.currentWorkspace.id,
    });
  });

  test('a user without a workspace is turned away in words', async () => {
    await expect(memberOf({ ...user, workspaceMember: null })).rejects.toThrow('member of no workspace');
  });

  test('an answer that cannot be read lets nobody in', async () => {
    await expect(memberOf({ ...user, workspaceMember: { id: 'x' } })).rejects.toMatchObject({
      kind: 'refused',
    });
  });
});

test('a sign-out revokes the refresh token, from which all others come', async () => {
  const { signIn, requests } = setUp({ '/oauth/revoke': { body: {} } });
  await signIn.revoke({ accessToken: 'access', refreshToken: 'refresh', expiresAtMs: NOW });
  expect(requests.at(-1)).toEqual({
    url: 'http://inside.example:3000/oauth/revoke',
    form: { token: 'refresh', client_id: 'client', client_secret: 'secret' },
  });
});
