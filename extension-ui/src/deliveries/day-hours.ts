import type { DeliveryOverview } from '@twenty-dialer/contract';
import { instantOf } from '../timers.ts';

type Hour = DeliveryOverview['hours'][number];
const HOUR_MS = 3_600_000;
const HOURS = 24;

/** 24 hours that end with the present one; an hour of which nothing is told had nothing. */
export const dayHours = (known: readonly Hour[], now: number): Hour[] => {
  const newest = known.at(-1);
  // Hours begin where the worker begins them: not every time zone is whole hours from the others.
  const offset = newest === undefined ? 0 : Date.parse(newest.from) % HOUR_MS;
  const last = Math.max(
    Math.floor((now - offset) / HOUR_MS) * HOUR_MS + offset,
    newest === undefined ? 0 : Date.parse(newest.from),
  );
  const byTime = new Map(known.map((hour) => [Date.parse(hour.from), hour]));
  return Array.from({ length: HOURS }, (_, index) => {
    const from = last - (HOURS - 1 - index) * HOUR_MS;
    return byTime.get(from) ?? { from: instantOf(from), delivered: 0, failed: 0 };
  });
};
