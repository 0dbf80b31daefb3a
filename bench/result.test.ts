import { expect, test } from 'vitest';
import { isMissed, type Result, resultLines } from './result.ts';

const result = (changes: Partial<Result>): Result => ({
  scenario: 'intake',
  store: 'pglite',
  figures: [],
  skipped: null,
  failure: null,
  ...changes,
});
const share = (value: number) => ({
  name: 'share',
  value,
  unit: '',
  bar: { kind: 'at-least', value: 0.5 } as const,
});

test('a figure stands in one line with its bar, its verdict and its store', () => {
  const [line] = resultLines(result({ figures: [share(0.4567)] }));
  expect(line).toMatch(/^ {2}MISSED share .* 0\.457 {2}at least 0\.5 .* pglite$/);
});

test('a scenario that failed has missed its bars, one that could not run has not', () => {
  expect(isMissed(result({ figures: [share(0.6)] }))).toBe(false);
  expect(isMissed(result({ figures: [share(0.4)] }))).toBe(true);
  expect(isMissed(result({ failure: 'calls are missing' }))).toBe(true);
  expect(isMissed(result({ skipped: 'it needs the sandbox' }))).toBe(false);
});
