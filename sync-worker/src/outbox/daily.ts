const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * Whether what is done once a day is due: the quiet minute (after midnight, by UTC) has come since it was last begun. What
 * was missed while nobody was at work is made up for once.
 */
export const isDailyDue = (lastAtMs: number, nowMs: number, minute: number): boolean => {
  const today = Math.floor(nowMs / DAY_MS) * DAY_MS + minute * MINUTE_MS;
  const latest = today <= nowMs ? today : today - DAY_MS;
  return lastAtMs < latest;
};
