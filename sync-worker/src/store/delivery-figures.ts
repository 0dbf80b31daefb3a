import { DeliveryStage, FailureKind } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { DeliveryFigures } from './admin-port.ts';
import { OLDEST_DUE, waitedMs } from './backlog.ts';
import type { Query } from './database.ts';
import { IS_OPEN } from './match-store.ts';

/** How deliveries are doing, in figures; none of them reads what has arrived and is well. */
export const readDeliveryFigures = async (query: Query): Promise<DeliveryFigures> => {
  const [unmatched] = Unmatched.parse(await query(UNMATCHED));
  const parts = Parts.parse(await query(PARTS));
  const waits = parts.flatMap(({ waited_ms }) => (waited_ms === null ? [] : [waited_ms]));
  return {
    stages: summed(parts.map(({ stage, count }) => [stage, count])).map(([stage, count]) => ({
      stage,
      count,
    })),
    failures: summed(parts.flatMap(({ failure, count }) => (failure === null ? [] : [[failure, count]]))).map(
      ([failure, count]) => ({ failure, count }),
    ),
    unmatched: unmatched?.count ?? 0,
    oldestWaitingMs: waits.length === 0 ? null : Math.round(Math.max(...waits)),
    hours: Hours.parse(await query(HOURS)),
  };
};

const summed = <Key extends string>(
  counts: readonly (readonly [Key, number])[],
): (readonly [Key, number])[] => {
  const sums = new Map<Key, number>();
  for (const [key, count] of counts) sums.set(key, (sums.get(key) ?? 0) + count);
  return [...sums];
};

const Parts = z.array(
  z.object({
    stage: DeliveryStage,
    failure: FailureKind.nullable(),
    count: z.number(),
    waited_ms: z.number().nullable(),
  }),
);
const Unmatched = z.array(z.object({ count: z.number() }));
const Hours = z.array(
  z.object({
    from: z.date().transform((date) => date.toISOString()),
    delivered: z.number(),
    failed: z.number(),
  }),
);

/** All of it is in the index of what is not well. */
const PARTS = `
  select stage, case when stage <> 'dismissed' then failure end as failure, count(*)::integer as count,
    ${waitedMs(`${OLDEST_DUE} filter (where state in ('pending', 'leased'))`)} as waited_ms
  from outbox_entry where stage <> 'in-twenty' group by 1, 2 order by 1, 2`;

const UNMATCHED = `
  select count(*)::integer as count from call c where c.number is not null and not c.is_kept_here and ${IS_OPEN}`;

const HOURS = `
  select date_trunc('hour', started_at, 'UTC') as "from", sum(arrived)::integer as delivered,
    sum(failed)::integer as failed
  from delivery_attempt where started_at > statement_timestamp() - interval '24 hours'
  group by 1 having sum(arrived) + sum(failed) > 0 order by 1`;
