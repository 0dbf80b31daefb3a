import { clockTime } from '../ui/time.ts';
import { dayAround } from './timeframe.ts';

const HOUR_MS = 3_600_000;

/** “5 minutes ago” within the hour, the time of day before that; the day stands above. */
export const timeWords = (instant: string, now: number): string => {
  const ago = now - Date.parse(instant);
  if (ago >= HOUR_MS || ago < -60_000) return clockTime(instant);
  const minutes = Math.max(0, Math.floor(ago / 60_000));
  if (minutes === 0) return 'just now';
  return new Intl.RelativeTimeFormat(undefined, { style: 'narrow' }).format(-minutes, 'minute');
};

/** Today, Yesterday, or the date; with the year where it is another one. */
export const dayWords = (at: number, now: number, timeZone: string): string => {
  const today = dayAround(now, timeZone);
  if (at >= today.from && at < today.to) return 'Today';
  if (at < today.from && at >= dayAround(today.from - 1, timeZone).from) return 'Yesterday';
  const yearOf = (ms: number) =>
    new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(new Date(ms));
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
    ...(yearOf(at) === yearOf(now) ? {} : { year: 'numeric' }),
  }).format(new Date(at));
};
