import { expect, test } from 'vitest';
import { ADA, BEN } from '../testing/invented.ts';
import { createCallSession } from './call-session.ts';

const memoryStorage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};
const setUp = () => {
  const time = { now: Date.parse('2026-11-21T09:00:00Z') };
  const storage = memoryStorage();
  const open = (member = ADA) =>
    createCallSession({ storage, now: () => time.now, newId: () => crypto.randomUUID(), member });
  return { time, storage, open, passMinutes: (minutes: number) => (time.now += minutes * 60_000) };
};

test('two windows of one rep share the call session', () => {
  const { open } = setUp();
  expect(open().use()).toBe(open().use());
});

test('a break of up to 60 minutes stays in the same session, a longer one begins the next', () => {
  const { open, passMinutes } = setUp();
  const first = open().use();
  passMinutes(60);
  expect(open().use()).toBe(first);
  passMinutes(61);
  expect(open().use()).not.toBe(first);
});

test('a call of two hours does not split the session while it is kept awake', () => {
  const { open, passMinutes } = setUp();
  const session = open();
  const first = session.use();
  for (let minutes = 0; minutes < 120; minutes += 10) {
    passMinutes(10);
    session.touch();
  }
  expect(session.use()).toBe(first);
});

test('signing out ends the session, and another rep never gets it', () => {
  const { open } = setUp();
  const first = open().use();
  expect(open(BEN).use()).not.toBe(first);
  open().end();
  expect(open().use()).not.toBe(first);
});

test('unreadable text in the storage begins a new session instead of breaking the dialer', () => {
  const { storage, open } = setUp();
  storage.setItem(`twenty-dialer:call-session:${ADA}`, '{"id":');
  expect(open().use()).toMatch(/^[0-9a-f-]{36}$/);
});
