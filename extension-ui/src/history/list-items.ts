import type { HistoryRow } from './history-rows.ts';
import { dayAround } from './timeframe.ts';
import { dayWords } from './when-words.ts';

/** What stands in the list, one below the other. */
export type ListItem =
  | { type: 'day'; key: string; words: string }
  | { type: 'call'; key: string; row: HistoryRow };

/** The calls with a heading above each day of the viewer's. */
export const itemsOf = (
  rows: readonly HistoryRow[],
  { now, timeZone }: { now: number; timeZone: string },
): ListItem[] => {
  const items: ListItem[] = [];
  let day = { from: Number.NaN, to: Number.NaN };
  for (const row of rows) {
    const isOfDay = row.at >= day.from && row.at < day.to;
    if (!isOfDay && !Number.isNaN(row.at)) {
      day = dayAround(row.at, timeZone);
      items.push({ type: 'day', key: `day ${day.from}`, words: dayWords(row.at, now, timeZone) });
    }
    items.push({ type: 'call', key: row.call.key, row });
  }
  return items;
};
