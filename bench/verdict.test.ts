import { expect, test } from 'vitest';
import type { Bar } from './scenario.ts';
import { verdictOf } from './verdict.ts';

const at = (kind: Bar['kind'], value: number) => verdictOf({ value, bar: { kind, value: 100 } });

test('a bar that is just met holds, and one that has to be stayed below does not', () => {
  expect([at('at-most', 99), at('at-most', 100), at('at-most', 100.1)]).toEqual(['ok', 'ok', 'MISSED']);
  expect([at('at-least', 101), at('at-least', 100), at('at-least', 99.9)]).toEqual(['ok', 'ok', 'MISSED']);
  expect([at('below', 99.9), at('below', 100)]).toEqual(['ok', 'MISSED']);
});

test.each(['at-most', 'at-least', 'below'] as const)(
  'what was not measured has missed its bar %s',
  (kind) => {
    expect(at(kind, Number.NaN)).toBe('MISSED');
  },
);

test('a figure without a bar is judged by nobody', () => {
  expect(verdictOf({ value: 5, bar: null })).toBe('');
});
