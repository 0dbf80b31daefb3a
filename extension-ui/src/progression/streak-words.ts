import type { Progression } from '@twenty-dialer/contract';

/**
 * The streak as of today. The ledger holds the row of days and its last one; whether it still goes on is a matter of
 * today's date, so that midnight changes no figure.
 */
export const streakWords = (
  { streakDays, streakThrough }: Pick<Progression, 'streakDays' | 'streakThrough'>,
  now: number,
): string => {
  if (streakThrough === null || streakDays === 0)
    return 'No streak yet. Calls on two days in a row begin one; weekends may be free.';
  const days = streakDays === 1 ? '1 day' : `${streakDays} days in a row`;
  const missed = daysBetween(streakThrough, now).filter((day) => day.getDay() !== 0 && day.getDay() !== 6);
  return missed.length === 0
    ? `${days}, through ${dayName(streakThrough, now)}`
    : `${days}, until ${dayName(streakThrough, now)}. The next call begins a new one.`;
};

const midnightOf = (date: string): Date => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day);
};
const plusDays = (date: Date, days: number): Date =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
const todayOf = (now: number): Date => plusDays(new Date(now), 0);

/** The days that are over since then: after `date`, before today. Eight are as good as any more. */
const daysBetween = (date: string, now: number): Date[] =>
  [1, 2, 3, 4, 5, 6, 7, 8]
    .map((days) => plusDays(midnightOf(date), days))
    .filter((day) => day.getTime() < todayOf(now).getTime());

const dayName = (date: string, now: number): string => {
  const day = midnightOf(date);
  // A rep who flew west may have called tomorrow already.
  if (day.getTime() >= todayOf(now).getTime()) return 'today';
  if (day.getTime() === plusDays(todayOf(now), -1).getTime()) return 'yesterday';
  return new Intl.DateTimeFormat(undefined, { weekday: 'long', month: 'short', day: 'numeric' }).format(day);
};
