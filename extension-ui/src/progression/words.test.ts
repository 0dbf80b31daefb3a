import { RANKS } from '@twenty-dialer/contract';
import { describe, expect, test } from 'vitest';
import { inventedProgression } from '../testing/invented.ts';
import { progressWords, RANK_NAMES, signedXp } from './rank-words.ts';
import { streakWords } from './streak-words.ts';
import { syncWords } from './sync-words.ts';

describe('rank', () => {
  test('says how far it is to the next one', () => {
    expect(progressWords({ totalXp: 435, rank: 'caller-2' })).toEqual({
      rank: 'Caller II',
      xp: '435 XP',
      toNext: '65 to Caller III',
      xpInRank: 35,
    });
  });

  test('a legend is not told of a rank that does not exist', () => {
    expect(progressWords({ totalXp: 950, rank: 'legend' })).toMatchObject({ toNext: null, xpInRank: 100 });
  });

  test('points below nothing are shown as they are, and all of the way to the next rank', () => {
    expect(progressWords({ totalXp: -3, rank: 'rookie-1' })).toMatchObject({
      xp: '-3 XP',
      toNext: '103 to Rookie II',
      xpInRank: 0,
    });
  });

  test('no two ranks can be taken for one another', () => {
    expect(new Set(Object.values(RANK_NAMES)).size).toBe(RANKS.length);
  });

  test('points that were taken away are not shown as points that came', () => {
    expect([signedXp(5), signedXp(-3)]).toEqual(['+5 XP', '\u22123 XP']);
  });
});

describe('streak', () => {
  // Wednesday, in the time zone of whoever runs this.
  const wednesday = new Date(2026, 10, 18, 10).getTime();
  const monday = new Date(2026, 10, 23, 0, 1).getTime();
  const words = (streakDays: number, streakThrough: string | null, now = wednesday) =>
    streakWords({ streakDays, streakThrough }, now);

  test('through yesterday still goes on: today is not over', () => {
    expect(words(4, '2026-11-17')).toBe('4 days in a row, through yesterday');
  });

  test('with a call today says so', () => {
    expect(words(1, '2026-11-18')).toBe('1 day, through today');
  });

  test('a weekend without a call does not end it', () => {
    expect(words(5, '2026-11-20', monday)).toMatch(/^5 days in a row, through Friday/);
  });

  test('a working day without a call ends it, though no figure was written at midnight', () => {
    expect(words(4, '2026-11-16')).toMatch(/^4 days in a row, until Monday.*begins a new one/);
  });

  test('nobody is told of a streak that never was', () => {
    expect(words(0, null)).toMatch(/^No streak yet/);
  });
});

describe('the mark beside the points', () => {
  test('says which points Twenty has while newer ones are on their way', () => {
    const sync = { state: 'on-its-way', deliveredAt: '2026-11-20T15:07:42.180Z', totalXpInTwenty: 430 };
    const words = syncWords(inventedProgression({ sync }));
    expect(words).toContain('435 XP are saved by the dialer and on their way');
    expect(words).toContain('Twenty has 430 XP since');
  });

  test('never says that Twenty has them before it has', () => {
    const sync = { state: 'saved', deliveredAt: null, totalXpInTwenty: null };
    expect(syncWords(inventedProgression({ sync }))).not.toContain('Twenty has');
  });
});
