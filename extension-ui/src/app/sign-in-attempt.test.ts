import { expect, test } from 'vitest';
import { signInAttempt } from './sign-in-attempt.ts';

const storageOf = (kept = new Map<string, string>()): Storage => ({
  length: 0,
  clear: () => kept.clear(),
  key: () => null,
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, value),
  removeItem: (key) => void kept.delete(key),
});

test('an attempt is remembered for ten minutes, and forgotten when it is over', () => {
  let now = 1_800_000_000_000;
  const attempt = signInAttempt({ storage: storageOf(), now: () => now });
  expect(attempt.wasLeft()).toBe(false);
  attempt.begin();
  now += 599_999;
  expect(attempt.wasLeft()).toBe(true);
  now += 1;
  expect(attempt.wasLeft()).toBe(false);
  attempt.begin();
  attempt.forget();
  expect(attempt.wasLeft()).toBe(false);
});

test('a browser that keeps nothing signs people in all the same', () => {
  const closed = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const storage = { ...storageOf(), getItem: closed, setItem: closed, removeItem: closed };
  const attempt = signInAttempt({ storage, now: Date.now });
  attempt.begin();
  attempt.forget();
  expect(attempt.wasLeft()).toBe(false);
});
