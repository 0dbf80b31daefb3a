import { expect, test } from 'vitest';
import { at, TEST_APP, testSandbox } from '../testing/test-sandbox.ts';

const NOTES = '{ notes { totalCount } }';
const keys = [
  { token: 'revoked', name: 'a', isRevoked: true },
  { token: 'expired', name: 'b', expiresAtMs: 0 },
];

test('a revoked key is told from a bad one', async () => {
  const answer = await testSandbox({ apiKeys: keys }).graphql(NOTES, {}, 'revoked');
  expect(answer.status).toBe(200);
  expect(at(answer, 'errors', 0)).toMatchObject({
    message: 'This API Key is revoked',
    extensions: { code: 'FORBIDDEN', subCode: 'FORBIDDEN_EXCEPTION' },
  });
});

test('an expired key is told from a bad one', async () => {
  const answer = await testSandbox({ apiKeys: keys }).graphql(NOTES, {}, 'expired');
  expect(at(answer, 'errors', 0)).toMatchObject({
    message: 'Token has expired.',
    extensions: { code: 'UNAUTHENTICATED' },
  });
});

test('the app’s token runs out after half an hour', async () => {
  const sandbox = testSandbox();
  const { body } = await sandbox.form('/oauth/token', { grant_type: 'client_credentials', ...TEST_APP });
  const token = String(body.access_token);
  expect(at(await sandbox.graphql(NOTES, {}, token), 'data', 'notes', 'totalCount')).toBe(0);
  sandbox.pass(30 * 60_000);
  const later = await sandbox.graphql(NOTES, {}, token);
  expect(at(later, 'errors', 0, 'message')).toBe('Token has expired.');
});

test('a token with a forged signature is worth nothing', async () => {
  const sandbox = testSandbox();
  const { body } = await sandbox.form('/oauth/token', { grant_type: 'client_credentials', ...TEST_APP });
  const forged = `${String(body.access_token).slice(0, -4)}AAAA`;
  expect(at(await sandbox.graphql(NOTES, {}, forged), 'errors', 0, 'message')).toBe('Token invalid.');
});
