import { expect, test } from 'vitest';
import { isDailyDue } from './daily.ts';

const at = (time: string) => Date.parse(`${time}:00.000Z`);
const THREE = 180;

test.each([
  ['before the quiet minute', '2026-11-20T03:00', '2026-11-21T02:59', false],
  ['at the quiet minute', '2026-11-20T03:00', '2026-11-21T03:00', true],
  ['once a day is enough', '2026-11-21T03:01', '2026-11-21T23:59', false],
  ['missed for a week, made up for', '2026-11-14T03:00', '2026-11-21T01:00', true],
  ['set up after it, not before the next one', '2026-11-21T09:00', '2026-11-22T02:00', false],
])('%s', (_name, last, now, isDue) => {
  expect(isDailyDue(at(last), at(now), THREE)).toBe(isDue);
});
