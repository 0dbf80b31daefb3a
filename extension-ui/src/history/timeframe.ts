import { TZDate, tz } from '@date-fns/tz';
import { addDays, addWeeks, startOfDay, startOfWeek } from 'date-fns';
import { instantOf } from '../timers.ts';

type WeekDay = 0 | 1 | 2 | 3 | 4 | 5 | 6;
/** The viewer's calendar. */
export type Calendar = { timeZone: string; weekStartsOn: WeekDay };
/** As the address of a list says it: `from` and `to` are the first and last day of a custom one. */
export type Timeframe = {
  when?: 'today' | 'week' | 'custom' | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/**
 * The instants [from, to) that a timeframe means in the viewer's calendar. Days and weeks are counted by the calendar, never
 * in hours: a day on which clocks change has 23 or 25 of them.
 */
export const instantsOf = (
  { when, from, to }: Timeframe,
  { timeZone, weekStartsOn }: Calendar,
  now: number,
): { from?: string; to?: string } => {
  const here = { in: tz(timeZone) };
  switch (when) {
    case 'today': {
      const day = startOfDay(now, here);
      return { from: instantOf(+day), to: instantOf(+startOfDay(addDays(day, 1))) };
    }
    case 'week': {
      const week = startOfWeek(now, { ...here, weekStartsOn });
      return { from: instantOf(+week), to: instantOf(+startOfDay(addWeeks(week, 1))) };
    }
    case 'custom':
      return {
        ...(from === undefined ? {} : { from: instantOf(+midnight(from, timeZone)) }),
        ...(to === undefined ? {} : { to: instantOf(+startOfDay(addDays(midnight(to, timeZone), 1))) }),
      };
    case undefined:
      return {};
  }
};

/** The day that a moment belongs to, as [from, to). */
export const dayAround = (at: number, timeZone: string): { from: number; to: number } => {
  const from = startOfDay(at, { in: tz(timeZone) });
  return { from: +from, to: +startOfDay(addDays(from, 1)) };
};

const midnight = (date: string, timeZone: string): TZDate => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return startOfDay(new TZDate(year, month - 1, day, 12, timeZone));
};

/** The calendar of this browser: its time zone, and the first day of a week where its language is spoken. */
export const viewersCalendar = (language: string = navigator.language): Calendar => ({
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  weekStartsOn: firstDayOfWeek(language),
});

const FROM_SUNDAY =
  'AG BR BS BZ CA CO DO GT HK HN ID IL IN JM JP KE KR MO MX NI PA PE PH PK PR PT PY SA SG SV TH TT TW US VE YE ZA ZW';

/** Sunday is 0. Not every browser tells the week of a locale. */
export const firstDayOfWeek = (language: string): WeekDay => {
  const locale = new Intl.Locale(language);
  const known = toldByLocale(locale);
  if (known !== null) return (known % 7) as WeekDay;
  const { region } = locale.maximize();
  return region !== undefined && FROM_SUNDAY.includes(region) ? 0 : 1;
};

const toldByLocale = (locale: Intl.Locale): number | null => {
  const told = locale as { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
  return (told.getWeekInfo?.() ?? told.weekInfo)?.firstDay ?? null;
};
