import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countLags, lagQuantile, lagTotal } from './lag.ts';

const DAY_MS = 86_400_000;
const lags = fc.array(fc.double({ min: 0, max: 25 * DAY_MS, noNaN: true }), { minLength: 1, maxLength: 200 });
const share = fc.constantFrom(0.5, 0.95, 0.99);

/** What sorting all of them would tell: the smallest that the share does not exceed. */
const exact = (values: readonly number[], wanted: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(wanted * values.length) - 1] ?? 0;

describe('how long deliveries took', () => {
  test('is told to within a quarter of what sorting all of them would tell', () => {
    fc.assert(
      fc.property(lags, share, (values, wanted) => {
        const told = lagQuantile(countLags(values), wanted) ?? Number.NaN;
        const truth = exact(values, wanted);
        expect(told).toBeGreaterThanOrEqual(truth <= 50 ? 0 : truth / 1.26);
        expect(told).toBeLessThanOrEqual(Math.max(50, truth * 1.26));
      }),
    );
  });

  test('counts of several documents are added up, in any order', () => {
    fc.assert(
      fc.property(lags, lags, (one, other) => {
        const both = countLags([...one, ...other]);
        const [first, second] = [countLags(one), countLags(other)];
        for (const bucket of Object.keys(both)) {
          expect((first[bucket] ?? 0) + (second[bucket] ?? 0)).toBe(both[bucket]);
        }
        expect(lagTotal(both)).toBe(one.length + other.length);
      }),
    );
  });

  test('nothing delivered is no lag, not a lag of nothing', () => {
    expect(lagQuantile({}, 0.5)).toBeNull();
    expect(lagTotal({})).toBe(0);
  });

  test('what waited for years does not make a bucket of its own for ever', () => {
    expect(Object.keys(countLags([1e12, 1e13, 1e14]))).toHaveLength(1);
  });
});
