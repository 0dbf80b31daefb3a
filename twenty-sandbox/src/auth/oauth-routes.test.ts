import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEMO_MEMBERS } from '../seed/members.ts';
import { at, TEST_APP, type TestSandbox, testSandbox } from '../testing/test-sandbox.ts';

const VERIFIER = 'a-verifier-that-is-long-enough-for-the-standard';
const REDIRECT = 'http://localhost:4400/auth/callback';
const QUERY = new URLSearchParams({
  client_id: TEST_APP.client_id,
  redirect_uri: REDIRECT,
  response_type: 'code',
  state: 'the state',
  code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
  code_challenge_method: 'S256',
  scope: 'api profile',
});
const [maya] = DEMO_MEMBERS;

/** Clicks the first member on the page and follows to where the browser is sent. */
const choose = async (sandbox: TestSandbox): Promise<URL> => {
  const page = await (await sandbox.app.request(`/authorize?${QUERY}`)).text();
  const href = /href="(\/authorize\/continue[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const answer = await sandbox.app.request(href);
  return new URL(answer.headers.get('location') ?? '');
};
const tokens = async (sandbox: TestSandbox) => {
  const back = await choose(sandbox);
  const code = back.searchParams.get('code') ?? '';
  const form = { ...TEST_APP, code, redirect_uri: REDIRECT, code_verifier: VERIFIER };
  return (await sandbox.form('/oauth/token', { grant_type: 'authorization_code', ...form })).body;
};

test('the page lists everybody with their work, one click each', async () => {
  const page = await (await testSandbox().app.request(`/authorize?${QUERY}`)).text();
  expect(page).toContain('Sign in to Twenty sandbox as…');
  for (const { firstName, jobTitle } of DEMO_MEMBERS) {
    expect(page).toContain(firstName);
    expect(page).toContain(jobTitle);
  }
});

test('a click brings a person back to the dialer, with the state', async () => {
  const back = await choose(testSandbox());
  expect(`${back.origin}${back.pathname}`).toBe(REDIRECT);
  expect(back.searchParams.get('state')).toBe('the state');
});

test('the token is the chosen person’s', async () => {
  const sandbox = testSandbox();
  const { access_token: token } = await tokens(sandbox);
  const me = await sandbox.metadata('{ currentUser { workspaceMember { id } } }', {}, String(token));
  expect(at(me, 'data', 'currentUser', 'workspaceMember', 'id')).toBe(maya?.id);
});

test('nobody is sent to an address that was not registered', async () => {
  const sandbox = testSandbox();
  for (const evil of [
    'https://evil.example.com/cb',
    'http://localhost.evil.example.com/',
    'javascript:alert(1)',
    'x',
  ]) {
    const query = new URLSearchParams(QUERY);
    query.set('redirect_uri', evil);
    query.set('member', maya?.id ?? '');
    expect((await sandbox.app.request(`/authorize?${query}`)).status).toBe(400);
    const answer = await sandbox.app.request(`/authorize/continue?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  }
});

test('an https address works once it is registered', async () => {
  const sandbox = testSandbox();
  const apps = await sandbox.metadata('{ findManyApplicationRegistrations { id oAuthClientId } }');
  const id = at(apps, 'data', 'findManyApplicationRegistrations', 0, 'id') ?? null;
  await sandbox.metadata(
    'mutation ($input: UpdateApplicationRegistrationInput!) { updateApplicationRegistration(input: $input) { id } }',
    { input: { id, update: { oAuthRedirectUris: ['https://dialer.example.com/cb'], oAuthScopes: ['api'] } } },
  );
  const query = new URLSearchParams(QUERY);
  query.set('redirect_uri', 'https://dialer.example.com/cb');
  expect((await sandbox.app.request(`/authorize?${query}`)).status).toBe(200);
});

test('a new secret ends the old one', async () => {
  const sandbox = testSandbox();
  const apps = await sandbox.metadata('{ findManyApplicationRegistrations { id } }');
  const id = at(apps, 'data', 'findManyApplicationRegistrations', 0, 'id') ?? null;
  const rotated = await sandbox.metadata(
    'mutation ($id: String!) { rotateApplicationRegistrationClientSecret(id: $id) { clientSecret } }',
    { id },
  );
  const secret = String(at(rotated, 'data', 'rotateApplicationRegistrationClientSecret', 'clientSecret'));
  const token = (client_secret: string) =>
    sandbox.form('/oauth/token', { grant_type: 'client_credentials', ...TEST_APP, client_secret });
  expect((await token(TEST_APP.client_secret)).status).toBe(401);
  expect((await token(secret)).status).toBe(200);
});

test('a session of the dialer outlives a restart of the sandbox', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const { refresh_token } = await tokens(testSandbox({}, { dataDir: folder }));
  const again = testSandbox({}, { dataDir: folder });
  const form = { ...TEST_APP, refresh_token: String(refresh_token) };
  expect((await again.form('/oauth/token', { grant_type: 'refresh_token', ...form })).status).toBe(200);
  rmSync(folder, { recursive: true });
});

test('without the app nobody can sign in through it', async () => {
  const sandbox = testSandbox({}, { manifest: null });
  expect((await sandbox.app.request(`/authorize?${QUERY}`)).status).toBe(400);
  const { status } = await sandbox.form('/oauth/token', { grant_type: 'client_credentials', ...TEST_APP });
  expect(status).toBe(401);
});

test('only admins and keys see the app’s registration', async () => {
  const sandbox = testSandbox();
  const { access_token: token } = await tokens(sandbox);
  const answer = await sandbox.metadata('{ findManyApplicationRegistrations { id } }', {}, String(token));
  expect(at(answer, 'errors', 0, 'extensions', 'subCode')).toBe('PERMISSION_DENIED');
});
