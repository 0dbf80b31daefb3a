import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  API_KEY_BUDGET,
  APP_TOKEN_BUDGET,
  type BudgetSettings,
  type BudgetState,
  drainTokens,
  returnTokens,
  takeTokens,
  tokensLeft,
} from './budget.ts';

const key: BudgetSettings = { capacity: 100, windowMs: 60_000, reserve: 0 };

describe('the modelled bucket', () => {
  test('a worker that starts has a full bucket and delivers at once', () => {
    expect(takeTokens(null, 5_000, 4, key)).toEqual({
      isGranted: true,
      state: { tokens: 96, allowedAtMs: 5_000 },
      waitMs: 0,
    });
  });

  test.each([
    ['requests closer than a token refill nothing', { tokens: 10, allowedAtMs: 0 }, 599, 9],
    ['one request every 600 ms never drains it', { tokens: 10, allowedAtMs: 0 }, 600, 10],
    ['part of a token is lost', { tokens: 10, allowedAtMs: 0 }, 1_199, 10],
    ['it never holds more than its capacity', { tokens: 99, allowedAtMs: 0 }, 600_000, 99],
    ['a clock that went back refills nothing', { tokens: 10, allowedAtMs: 9_000 }, 1_000, 9],
  ])('%s', (_name, state, nowMs, left) => {
    expect(takeTokens(state, nowMs, 1, key).state.tokens).toBe(left);
  });

  test('a drained bucket says when the tokens will be there, and they are', () => {
    const drained = drainTokens(1_000).state;
    const refused = takeTokens(drained, 1_100, 3, key);
    expect(refused).toEqual({ isGranted: false, state: drained, waitMs: 1_700 });
    expect(takeTokens(drained, 1_100 + refused.waitMs, 3, key).isGranted).toBe(true);
  });

  test('a clock that was put back by an hour delays delivery by no more than the tokens take', () => {
    const drained = drainTokens(3_600_000).state;
    const refused = takeTokens(drained, 0, 3, key);
    expect(refused.waitMs).toBe(1_800);
    expect(takeTokens(refused.state, refused.waitMs, 3, key).isGranted).toBe(true);
  });

  test('a refused request does not move the moment from which Twenty refills', () => {
    const state: BudgetState = { tokens: 0, allowedAtMs: 0 };
    expect(takeTokens(state, 500, 1, key).state).toEqual(state);
  });

  test('with an API key the last tokens are left to people and other integrations', () => {
    const state: BudgetState = { tokens: 20, allowedAtMs: 0 };
    expect(takeTokens(state, 0, 1, API_KEY_BUDGET).isGranted).toBe(false);
    expect(takeTokens(state, 0, 1, APP_TOKEN_BUDGET).isGranted).toBe(true);
  });

  test('asking for more than can ever be granted is a fault, not an endless wait', () => {
    expect(() => takeTokens(null, 0, 81, API_KEY_BUDGET)).toThrow(RangeError);
  });

  test('tokens that were not sent come back, up to a full bucket', () => {
    expect(returnTokens({ tokens: 96, allowedAtMs: 7 }, 9, 2, key).state).toEqual({
      tokens: 98,
      allowedAtMs: 7,
    });
    expect(returnTokens({ tokens: 99, allowedAtMs: 7 }, 9, 4, key).state.tokens).toBe(100);
    expect(returnTokens(null, 9, 4, key).state).toEqual({ tokens: 100, allowedAtMs: 9 });
  });
});

test('what is told to be left could be taken at once, and not one token more', () => {
  const reserving = { capacity: 100, windowMs: 60_000, reserve: 20 };
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: -1_000, max: 100_000 }),
      (tokens, nowMs) => {
        const state = { tokens, allowedAtMs: 0 };
        const left = tokensLeft(state, nowMs, reserving);
        expect(left === 0 || takeTokens(state, nowMs, left, reserving).isGranted).toBe(true);
        expect(left === 80 || !takeTokens(state, nowMs, left + 1, reserving).isGranted).toBe(true);
      },
    ),
  );
  expect(tokensLeft(null, 0, reserving)).toBe(80);
});

test('whatever is asked for and when, Twenty would have allowed every request that was granted', () => {
  const step = fc.record({
    waitMs: fc.integer({ min: 0, max: 5_000 }),
    tokens: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      let nowMs = 0;
      let state: BudgetState | null = null;
      const twenty = { tokens: key.capacity, allowedAtMs: 0 };
      for (const { waitMs, tokens } of steps) {
        nowMs += waitMs;
        const decision = takeTokens(state, nowMs, tokens, key);
        state = decision.state;
        if (!decision.isGranted) continue;
        const refill = Math.floor((nowMs - twenty.allowedAtMs) / 600);
        twenty.tokens = Math.min(key.capacity, twenty.tokens + refill) - tokens;
        twenty.allowedAtMs = nowMs;
        expect(twenty.tokens).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('the wait that is told is always long enough', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 100_000 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(key, APP_TOKEN_BUDGET, API_KEY_BUDGET, { capacity: 70, windowMs: 60_000, reserve: 3 }),
      (held, nowMs, tokens, settings) => {
        const state = { tokens: held, allowedAtMs: 0 };
        const { isGranted, waitMs } = takeTokens(state, nowMs, tokens, settings);
        expect(isGranted || takeTokens(state, nowMs + waitMs + 1, tokens, settings).isGranted).toBe(true);
      },
    ),
  );
});
