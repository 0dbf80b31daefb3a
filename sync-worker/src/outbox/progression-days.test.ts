import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, streakOf } from './progression-days.ts';

const NOTHING = { days: 0, through: null };

describe('the day of a call is the rep’s own', () => {
  test.each([
    ['2026-11-21T02:30:00Z', 'America/New_York', '2026-11-20'],
    ['2026-11-20T23:30:00Z', 'Asia/Tokyo', '2026-11-21'],
    ['2026-11-20T23:30:00Z', null, '2026-11-20'],
    // Clocks go back at 06:00 UTC: an hour comes twice, and belongs to one day all the same.
    ['2026-11-01T05:30:00Z', 'America/New_York', '2026-11-01'],
    ['2026-11-01T06:30:00Z', 'America/New_York', '2026-11-01'],
    ['2026-11-01T03:30:00Z', 'America/New_York', '2026-10-31'],
  ])('%s in %s is %s', (instant, timeZone, day) => {
    expect(dayOf(instant, timeZone)).toBe(day);
  });
});

describe('a streak', () => {
  // 2026-11-16 is a Monday.
  test.each([
    ['nobody who never called has one', [], 0, null],
    ['one day is a streak of one', ['2026-11-18'], 1, '2026-11-18'],
    ['days in a row count', ['2026-11-16', '2026-11-17', '2026-11-18'], 3, '2026-11-18'],
    ['a working day without a call breaks it', ['2026-11-16', '2026-11-18'], 1, '2026-11-18'],
    ['a free weekend does not', ['2026-11-19', '2026-11-20', '2026-11-23'], 3, '2026-11-23'],
    ['a call on Saturday counts', ['2026-11-20', '2026-11-21', '2026-11-23'], 3, '2026-11-23'],
    ['a free Friday breaks it across the weekend', ['2026-11-19', '2026-11-23'], 1, '2026-11-23'],
    ['it goes on over the turn of the year', ['2026-12-31', '2027-01-01', '2027-01-04'], 3, '2027-01-04'],
  ])('%s', (_name, days, count, through) => {
    expect(streakOf(days, NOTHING)).toEqual({ days: count, through });
  });

  describe('that Twenty had before', () => {
    const opening = { days: 12, through: '2026-11-18' };
    test.each([
      ['is kept while nobody calls', [], 12, '2026-11-18'],
      ['goes on', ['2026-11-19', '2026-11-20'], 14, '2026-11-20'],
      ['goes on over a weekend', ['2026-11-19', '2026-11-20', '2026-11-23'], 15, '2026-11-23'],
      ['is over after a free day', ['2026-11-20'], 1, '2026-11-20'],
      [
        'is not counted twice by a call of a day that it counts',
        ['2026-11-17', '2026-11-18'],
        12,
        '2026-11-18',
      ],
    ])('%s', (_name, days, count, through) => {
      expect(streakOf(days, opening)).toEqual({ days: count, through });
    });
  });

  test('is the same in whatever order the days were heard of', () => {
    const days = fc.uniqueArray(
      fc
        .integer({ min: 0, max: 40 })
        .map((n) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10)),
    );
    fc.assert(
      fc.property(
        days.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
        ),
        ([one, other]) => {
          expect(streakOf(other, NOTHING)).toEqual(streakOf(one, NOTHING));
        },
      ),
    );
  });
});
