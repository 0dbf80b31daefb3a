import { randomBytes } from 'node:crypto';
import { WorkspaceId } from '@twenty-dialer/contract';
import { exampleMember } from '@twenty-dialer/contract/examples';
import { expect, test } from 'vitest';
import type { SignedIn } from '../http/route.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { TwentyTokens } from '../twenty/port.ts';
import { createAccessTokens } from './access-tokens.ts';
import { createTokenBox } from './token-box.ts';

const MINUTE = 60_000;
const NOW = 1_800_000_000_000;
const key = randomBytes(32);
const box = createTokenBox(key);

const setUp = (tokens: Partial<TwentyTokens>, refreshed: (refreshToken: string) => Promise<TwentyTokens>) => {
  const held = { accessToken: 'first', refreshToken: 'refresh', expiresAtMs: NOW + 30 * MINUTE, ...tokens };
  const asked: string[] = [];
  const stored: string[] = [];
  const ended: string[] = [];
  const accessTokenOf = createAccessTokens({
    saveTokens: async (_who, sealed) => void stored.push(sealed),
    endSession: async ({ session }) => void ended.push(session.idHash),
    signIn: {
      refresh: (refreshToken) => {
        asked.push(refreshToken);
        return refreshed(refreshToken);
      },
    },
    box,
    nowMs: () => NOW,
  });
  const who: SignedIn = {
    member: exampleMember,
    workspaceId: WorkspaceId.parse('7b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d'),
    session: {
      idHash: 'session',
      member: exampleMember,
      encryptedTokens: box.seal(held, 'session'),
      createdAt: new Date(NOW),
      expiresAt: new Date(NOW + MINUTE),
      mayReadPeople: null,
      roles: null,
    },
  };
  return { accessTokenOf: () => accessTokenOf(who), asked, stored, ended, who };
};
const second = async (): Promise<TwentyTokens> => ({
  accessToken: 'second',
  refreshToken: null,
  expiresAtMs: NOW + 30 * MINUTE,
});
const refuse = async (): Promise<TwentyTokens> => {
  throw new TwentyError('refused', 'The user revoked this application access');
};
const beAway = async (): Promise<TwentyTokens> => {
  throw new TwentyError('unreachable', 'Twenty cannot be reached.');
};

test('a token with time left is used as it is', async () => {
  const { accessTokenOf, asked } = setUp({}, refuse);
  expect(await accessTokenOf()).toBe('first');
  expect(asked).toEqual([]);
});

test('a token that is about to end is renewed first, and the refresh token is kept', async () => {
  const { accessTokenOf, stored } = setUp({ expiresAtMs: NOW + MINUTE }, second);
  expect(await accessTokenOf()).toBe('second');
  expect(box.open(stored[0] ?? '', 'session')).toMatchObject({
    accessToken: 'second',
    refreshToken: 'refresh',
  });
});

test('ten questions at once renew the token once', async () => {
  const { accessTokenOf, asked } = setUp({ expiresAtMs: NOW - MINUTE }, second);
  const tokens = await Promise.all(Array.from({ length: 10 }, accessTokenOf));
  expect(new Set(tokens)).toEqual(new Set(['second']));
  expect(asked).toEqual(['refresh']);
});

test('while Twenty gives no new token, the old one serves to its end', async () => {
  expect(await setUp({ expiresAtMs: NOW + MINUTE }, beAway).accessTokenOf()).toBe('first');
  await expect(setUp({ expiresAtMs: NOW - 1 }, beAway).accessTokenOf()).rejects.toThrow('cannot be reached');
});

test.each([
  ['access was revoked in Twenty', setUp({ expiresAtMs: NOW - 1 }, refuse)],
  ['there is nothing to renew it with', setUp({ expiresAtMs: NOW - 1, refreshToken: null }, second)],
])('when %s, the rep is asked to sign in again', async (_why, { accessTokenOf }) => {
  await expect(accessTokenOf()).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('with the key of the settings changed, a session goes on and is sealed with the new one when it is used', async () => {
  const { who } = setUp({}, second);
  const stored: string[] = [];
  const next = createTokenBox(randomBytes(32), [key]);
  const accessTokenOf = createAccessTokens({
    saveTokens: async (_who, sealed) => void stored.push(sealed),
    endSession: async () => {},
    signIn: { refresh: refuse },
    box: next,
    nowMs: () => NOW,
  });
  expect(await accessTokenOf(who)).toBe('first');
  expect(stored.map(next.isOld)).toEqual([false]);
  const session = { ...who.session, encryptedTokens: stored[0] ?? '' };
  expect(await accessTokenOf({ ...who, session })).toBe('first');
  expect(stored).toHaveLength(1);
});

test('tokens of an earlier key of ours ask for a sign-in, not for an error page', async () => {
  const { who } = setUp({}, second);
  const accessTokenOf = createAccessTokens({
    saveTokens: async () => {},
    endSession: async () => {},
    signIn: { refresh: second },
    box: createTokenBox(randomBytes(32)),
    nowMs: () => NOW,
  });
  await expect(accessTokenOf(who)).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('whoever was removed from Twenty does not stay signed in here', async () => {
  const { accessTokenOf, ended } = setUp({ expiresAtMs: NOW - MINUTE }, refuse);
  await expect(accessTokenOf()).rejects.toThrow();
  expect(ended).toEqual(['session']);
});

test('a Twenty that is away ends nobody’s session', async () => {
  const { accessTokenOf, ended } = setUp({ expiresAtMs: NOW - MINUTE }, beAway);
  await expect(accessTokenOf()).rejects.toThrow(TwentyError);
  expect(ended).toEqual([]);
});
