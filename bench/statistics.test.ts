import fc from 'fast-check';
import { expect, test } from 'vitest';
import { median, percentile } from './statistics.ts';

test('the median is the middle one, or half-way between the two', () => {
  expect(median([30, 10, 20])).toBe(20);
  expect(median([40, 10, 30, 20])).toBe(25);
  expect(median([7])).toBe(7);
});

test('of a hundred delays the 99th is the p99, and the worst one is not hidden by the others', () => {
  const delays = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(delays, 99)).toBe(99);
  expect(percentile(delays, 100)).toBe(100);
  expect(percentile([5, 1], 99)).toBe(5);
});

test('nothing measured is no figure', () => {
  expect(median([])).toBeNaN();
  expect(percentile([], 99)).toBeNaN();
});

test('a percentile is one of the values, and so many of them do not exceed it', () => {
  const values = fc.array(fc.double({ noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 100 }), (given, percent) => {
      const found = percentile(given, percent);
      expect(given).toContain(found);
      const within = given.filter((value) => value <= found).length;
      expect(within).toBeGreaterThanOrEqual((percent / 100) * given.length);
    }),
  );
});
