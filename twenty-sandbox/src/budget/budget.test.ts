import { expect, test } from 'vitest';
import { createBudget } from './budget.ts';

const start = (isOn = true) => {
  let nowMs = 1_000_000;
  const budget = createBudget({ now: () => nowMs, isOn });
  const spend = (kind: 'api-key' | 'app', times: number): number => {
    let allowed = 0;
    for (let index = 0; index < times; index += 1) {
      try {
        budget.spend(kind);
        allowed += 1;
      } catch {
        // Counted by its absence.
      }
    }
    return allowed;
  };
  return {
    budget,
    spend,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
};

test('a full bucket lets a hundred root fields through at once, and no more', () => {
  const { spend, budget } = start();
  expect(spend('api-key', 115)).toBe(100);
  expect(budget.throttled).toBe(15);
});

test('requests closer together than 600 ms refill nothing, so pacing too fast runs dry', () => {
  const { spend, pass } = start();
  for (let request = 0; request < 100; request += 1) {
    expect(spend('api-key', 1)).toBe(1);
    pass(550);
  }
  expect(spend('api-key', 1)).toBe(0);
  // The wait counts from the last request that was allowed, so the next one finds a token.
  pass(550);
  expect(spend('api-key', 1)).toBe(1);
});

test('one request every 600 ms never runs dry', () => {
  const { spend, pass } = start();
  for (let request = 0; request < 300; request += 1) {
    expect(spend('api-key', 1)).toBe(1);
    pass(600);
  }
});

test('silence refills, a token each 600 ms, never above the full bucket', () => {
  const { spend, pass } = start();
  spend('api-key', 100);
  pass(6_500);
  expect(spend('api-key', 20)).toBe(10);
  pass(10 * 60_000);
  expect(spend('api-key', 200)).toBe(100);
});

test('the app has five hundred of its own, whatever the keys have spent', () => {
  const { spend, pass } = start();
  spend('api-key', 200);
  expect(spend('app', 600)).toBe(500);
  pass(120);
  expect(spend('app', 5)).toBe(1);
});

test('refusals say what Twenty says', () => {
  const { budget, spend } = start();
  spend('api-key', 100);
  expect(() => budget.spend('api-key')).toThrowError('Limit reached (100 tokens per 60000 ms)');
});

test('the budget can be switched off', () => {
  expect(start(false).spend('api-key', 1_000)).toBe(1_000);
});
