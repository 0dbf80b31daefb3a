import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';

const settings = { baseMs: 500, capMs: 30_000 };
const almostOne = () => 1 - Number.EPSILON;

test.each([
  [1, 499],
  [2, 999],
  [3, 1_999],
  [6, 15_999],
  [7, 29_999],
  [1_000, 29_999],
])('after %i failed attempts the wait is at most %i ms', (failedAttempts, mostMs) => {
  expect(backoffMs(failedAttempts, almostOne, settings)).toBe(mostMs);
  expect(backoffMs(failedAttempts, () => 0, settings)).toBe(0);
});

test('no wait is negative, fractional or above the cap, whatever the history', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (failedAttempts, chance) => {
        const waitMs = backoffMs(failedAttempts, () => chance, settings);
        expect(Number.isInteger(waitMs)).toBe(true);
        expect(waitMs).toBeGreaterThanOrEqual(0);
        expect(waitMs).toBeLessThan(settings.capMs);
      },
    ),
  );
});
