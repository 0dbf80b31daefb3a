import { describe, expect, test } from 'vitest';
import { dayAround, firstDayOfWeek, instantsOf } from './timeframe.ts';

const NEW_YORK = { timeZone: 'America/New_York', weekStartsOn: 0 as const };
const BERLIN = { timeZone: 'Europe/Berlin', weekStartsOn: 1 as const };
const at = (instant: string) => Date.parse(instant);
const hours = ({ from = '', to = '' }: { from?: string; to?: string }) => (at(to) - at(from)) / 3_600_000;

describe('today', () => {
  test.each([
    ['New York, clocks go forward', NEW_YORK, '2026-03-08T18:00:00Z', '2026-03-08T05:00:00.000Z', 23],
    ['New York, clocks go back', NEW_YORK, '2026-11-01T18:00:00Z', '2026-11-01T04:00:00.000Z', 25],
    ['Berlin, clocks go forward', BERLIN, '2026-03-29T12:00:00Z', '2026-03-28T23:00:00.000Z', 23],
    ['Berlin, clocks go back', BERLIN, '2026-10-25T12:00:00Z', '2026-10-24T22:00:00.000Z', 25],
  ])(
    '%s: no call of the day is left out and none of the next is taken in',
    (_name, calendar, now, from, length) => {
      const today = instantsOf({ when: 'today' }, calendar, at(now));
      expect(today.from).toBe(from);
      expect(hours(today)).toBe(length);
    },
  );

  test('ends at the viewer\u2019s midnight, not at that of UTC', () => {
    const late = instantsOf({ when: 'today' }, NEW_YORK, at('2026-11-21T03:30:00Z'));
    expect(late).toEqual({ from: '2026-11-20T05:00:00.000Z', to: '2026-11-21T05:00:00.000Z' });
  });
});

describe('this week', () => {
  test('with a clock change inside is an hour longer, and begins on the day usual there', () => {
    const week = instantsOf({ when: 'week' }, NEW_YORK, at('2026-11-04T12:00:00Z'));
    expect(week).toEqual({ from: '2026-11-01T04:00:00.000Z', to: '2026-11-08T05:00:00.000Z' });
    const berlin = instantsOf({ when: 'week' }, BERLIN, at('2026-10-25T22:59:00Z'));
    expect(berlin).toEqual({ from: '2026-10-18T22:00:00.000Z', to: '2026-10-25T23:00:00.000Z' });
  });

  test('begins where the viewer\u2019s language has it', () => {
    expect([firstDayOfWeek('en-US'), firstDayOfWeek('de-DE'), firstDayOfWeek('en-GB')]).toEqual([0, 1, 1]);
  });
});

describe('a custom timeframe', () => {
  test('takes in the whole of its last day, also when clocks change on it', () => {
    const range = instantsOf({ when: 'custom', from: '2026-10-24', to: '2026-10-25' }, BERLIN, 0);
    expect(range).toEqual({ from: '2026-10-23T22:00:00.000Z', to: '2026-10-25T23:00:00.000Z' });
  });
  test('may be open at either end', () => {
    expect(instantsOf({ when: 'custom', from: '2026-03-08' }, NEW_YORK, 0)).toEqual({
      from: '2026-03-08T05:00:00.000Z',
    });
    expect(instantsOf({ when: 'custom' }, NEW_YORK, 0)).toEqual({});
  });
});

test('a call in the hour that comes twice belongs to its day', () => {
  const second = at('2026-11-01T06:30:00Z');
  const day = dayAround(second, 'America/New_York');
  expect(day.from <= second && second < day.to).toBe(true);
  expect(day.to - day.from).toBe(25 * 3_600_000);
});
