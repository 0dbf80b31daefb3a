import type { JsonObject } from '../json.ts';
import type { SeededCall } from './seed-calls.ts';

const POINTS_PER_CALL = 2;
const POINTS_WHEN_CONNECTED = 3;
/** Outcomes that say that a person was talked to. */
export const CONNECTED: ReadonlySet<string> = new Set([
  'INTERESTED',
  'MEETING_BOOKED',
  'CALLBACK',
  'NOT_INTERESTED',
  'GATEKEEPER',
  'DISQUALIFIED',
]);
const RANKS = [
  'ROOKIE_1',
  'ROOKIE_2',
  'ROOKIE_3',
  'CALLER_1',
  'CALLER_2',
  'CALLER_3',
  'CLOSER_1',
  'CLOSER_2',
  'CLOSER_3',
  'LEGEND',
];
const POINTS_PER_RANK = 100;
const DAY_MS = 86_400_000;

/** Adds a rep's seeded calls up, by the dialer's scale: it takes this past over and goes on from it. */
export const createTally = () => {
  let totalXp = 0;
  let totalTalkSeconds = 0;
  let totalCalls = 0;
  let lastMs = 0;
  const days = new Set<number>();
  return {
    add: (call: SeededCall): void => {
      totalXp += POINTS_PER_CALL + (CONNECTED.has(call.outcome) ? POINTS_WHEN_CONNECTED : 0);
      totalTalkSeconds += call.talkSeconds;
      totalCalls += 1;
      lastMs = Math.max(lastMs, call.startedAtMs);
      days.add(Math.floor(call.startedAtMs / DAY_MS));
    },
    result: (): JsonObject => ({
      totalXp,
      totalCalls,
      totalTalkSeconds,
      rank: RANKS[Math.min(RANKS.length - 1, Math.floor(totalXp / POINTS_PER_RANK))] ?? 'ROOKIE_1',
      lastCallAt: lastMs === 0 ? null : new Date(lastMs).toISOString(),
      streakDays: streak(days, Math.floor(lastMs / DAY_MS)),
      streakThrough: lastMs === 0 ? null : new Date(lastMs).toISOString().slice(0, 10),
    }),
  };
};

/** Days in a row with a call, up to the last one; weekends neither count nor break it. */
const streak = (days: ReadonlySet<number>, last: number): number => {
  let count = 0;
  for (let day = last; day > 0; day -= 1) {
    const isWeekend = [0, 6].includes(new Date(day * DAY_MS).getUTCDay());
    if (days.has(day)) count += 1;
    else if (!isWeekend) break;
  }
  return count;
};
