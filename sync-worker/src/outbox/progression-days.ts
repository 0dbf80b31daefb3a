/** A streak: so many working days in a row with a call, the last of them `through` (`2026-11-21`). */
export interface Streak {
  readonly days: number;
  readonly through: string | null;
}

/** The day of a moment, `2026-11-21`, where the clock shows `timeZone`; null counts as UTC. */
export const dayOf = (instant: string, timeZone: string | null): string => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timeZone ?? 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
};

/**
 * The streak that days with a call amount to. A weekend day without one neither counts nor breaks it, any other day does.
 * Worked out from the set of days alone, so the order in which calls were heard of does not matter. Where the days reach
 * back to what `opening` counted already, that is added as it is.
 */
export const streakOf = (days: readonly string[], opening: Streak): Streak => {
  const known = new Set(days.map(numberOf));
  const openedThrough = opening.through === null ? Number.NEGATIVE_INFINITY : numberOf(opening.through);
  const last = Math.max(openedThrough, ...known);
  if (last === Number.NEGATIVE_INFINITY) return { days: 0, through: null };
  let count = 0;
  for (let day = last; day > openedThrough; day -= 1) {
    if (known.has(day)) count += 1;
    else if (!isWeekend(day)) return { days: count, through: nameOf(last) };
  }
  return { days: count + opening.days, through: nameOf(last) };
};

const DAY_MS = 86_400_000;
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const nameOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
const isWeekend = (number: number): boolean => [0, 6].includes(new Date(number * DAY_MS).getUTCDay());
