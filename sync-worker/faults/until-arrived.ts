import { setTimeout as pause } from 'node:timers/promises';
import { Progression } from '@twenty-dialer/contract';
import { z } from 'zod';
import { until } from '../src/testing/until.ts';
import type { CallingRep, PlacedCall } from './call-load.ts';
import { type Crew, METRICS_TOKEN } from './crew.ts';
import type { PoisonOf } from './expect-exactly-once.ts';
import type { FaultyTwenty } from './faulty-twenty.ts';

interface Waited {
  readonly crew: Crew;
  readonly twenty: FaultyTwenty;
  /** What Twenty held before the first call. */
  readonly countBefore: number | null;
  readonly placed: readonly PlacedCall[];
  readonly poisonOf: PoisonOf;
}

const PATIENCE = { timeoutMs: 900_000, everyMs: 300 };
/** From Twenty's answer until the worker has noted it. */
const SETTLED_AFTER_MS = 300;

/** Waits until nothing of these calls is on its way any more but what waits for a part that Twenty refused. */
export const untilArrived = async ({
  crew,
  twenty,
  countBefore,
  placed,
  poisonOf,
}: Waited): Promise<void> => {
  const recordsOf = ({ last }: PlacedCall) => (last.personId === null ? 3 : 4);
  const wanted = placed.reduce((sum, call) => sum + recordsOf(call), 0);
  const mayWait = placed.reduce((sum, call) => sum + WAITING[poisonOf(call) ?? 'none'], 0);
  const dead = placed.filter((call) => poisonOf(call) !== null).length;
  // The worker counts anew every five seconds only, so it is asked when it is likely to say yes.
  await until(
    'every record of the calls is in Twenty',
    async () => {
      const count = await twenty.count();
      const isThere = count === null || count - (countBefore ?? 0) >= wanted - mayWait - dead;
      return isThere || undefined;
    },
    PATIENCE,
  );
  await pause(SETTLED_AFTER_MS);
  await until(
    'the worker waits for nothing more',
    async () => (await countWaiting(crew)) === mayWait || undefined,
    PATIENCE,
  );
};

const WAITING = { call: 1, note: 2, none: 0 } as const;

/** Waits until Twenty has the totals of everybody who called, as each of them is told. */
export const untilTotalsArrived = (crew: Crew, reps: readonly CallingRep[]): Promise<true> =>
  until(
    'the totals of all reps are in Twenty',
    async () => {
      const told = await Promise.all(
        reps.map(async ({ cookie }) => {
          const answer = await fetch(`${crew.urls[0]}/api/progression`, { headers: { cookie } });
          return Progression.parse(await answer.json());
        }),
      );
      return told.every(({ sync, totalXp }) => sync.totalXpInTwenty === totalXp) || undefined;
    },
    PATIENCE,
  );

/** Entries of calls that are pending or leased, as the worker itself tells. */
const countWaiting = async (crew: Crew): Promise<number> => {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  const text = await (await fetch(`${crew.urls[0]}/metrics`, { headers })).text();
  let sum = 0;
  for (const [, value] of text.matchAll(OF_CALLS)) sum += z.coerce.number().parse(value);
  if (!text.includes('dialer_outbox_entries{')) throw new Error('The worker does not say what waits.');
  return sum;
};

const OF_CALLS =
  /^dialer_outbox_entries\{object="(?:phoneCall|note|noteTarget)",state="(?:pending|leased)"\} (\d+)$/gm;
