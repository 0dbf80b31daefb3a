import { createCipheriv, randomBytes } from 'node:crypto';
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
  expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('token');
  expect(box.seal(tokens, 'session')).not.toBe(sealed);
});

test('moved to another session, changed, or under another key, it does not open', () => {
  const sealed = box.seal(tokens, 'session');
  expect(box.open(sealed, 'another session')).toBeNull();
  expect(createTokenBox(randomBytes(32)).open(sealed, 'session')).toBeNull();
  const flipped = `${sealed.slice(0, -4)}${sealed.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
  expect(box.open(flipped, 'session')).toBeNull();
  for (const junk of [
    '',
    'v1.',
    'v1.AAAA',
    'v2.',
    'v2.whatever',
    'v2.whatever.AAAA',
    'v3.a.b',
    sealed.slice(3),
  ]) {
    expect(box.open(junk, 'session')).toBeNull();
  }
});

test('after the key has changed, what the one before had sealed still opens, and is known as old', () => {
  const next = createTokenBox(randomBytes(32), [randomBytes(32), key]);
  const sealed = box.seal(tokens, 'session');
  expect(next.open(sealed, 'session')).toEqual(tokens);
  expect(next.open(sealed, 'another session')).toBeNull();
  expect([box.isOld(sealed), next.isOld(sealed)]).toEqual([false, true]);
  const sealedAnew = next.seal(tokens, 'session');
  expect(next.isOld(sealedAnew)).toBe(false);
  expect(box.open(sealedAnew, 'session')).toBeNull();
});

test('a session that was sealed by the release before still opens', () => {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from('session'));
  const text = Buffer.concat([cipher.update(JSON.stringify(tokens), 'utf8'), cipher.final()]);
  const sealed = `v1.${Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')}`;
  expect(box.open(sealed, 'session')).toEqual(tokens);
  expect(createTokenBox(randomBytes(32), [key]).open(sealed, 'session')).toEqual(tokens);
  expect(box.isOld(sealed)).toBe(true);
});
