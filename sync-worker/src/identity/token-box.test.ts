import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTokenBox } from './token-box.ts';

const tokens = { accessToken: 'an access token', refreshToken: 'a refresh token', expiresAtMs: 1_800_000 };
const key = randomBytes(32);
const box = createTokenBox(key);

test('tokens come out as they went in', () => {
  expect(box.open(box.seal(tokens, 'session'), 'session')).toEqual(tokens);
  const withoutRefresh = { ...tokens, refreshToken: null };
  expect(box.open(box.seal(withoutRefresh, 'session'), 'session')).toEqual(withoutRefresh);
});

test('a copy of the database shows no token, and never the same text twice', () => {
  const sealed = box.seal(tokens, 'session');
  expect(Buffer.from(sealed.slice(3), 'base64url').toString('latin1')).not.toContain('token');
  expect(box.seal(tokens, 'session')).not.toBe(sealed);
});

test('moved to another session, changed, or under another key, it does not open', () => {
  const sealed = box.seal(tokens, 'session');
  expect(box.open(sealed, 'another session')).toBeNull();
  expect(createTokenBox(randomBytes(32)).open(sealed, 'session')).toBeNull();
  const flipped = `${sealed.slice(0, -4)}${sealed.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
  expect(box.open(flipped, 'session')).toBeNull();
  for (const junk of ['', 'v1.', 'v1.AAAA', 'v2.whatever', sealed.slice(3)]) {
    expect(box.open(junk, 'session')).toBeNull();
  }
});
