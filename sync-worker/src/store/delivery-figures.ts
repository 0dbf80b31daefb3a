import { DeliveryStage, FailureKind } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { DeliveryFigures } from './admin-port.ts';
import type { Query } from './database.ts';
import { FAILURE } from './delivery-filter.ts';
import { IS_OPEN } from './match-store.ts';

/** How deliveries are doing, in figures; none of them reads what has arrived and is well. */
export const readDeliveryFigures = async (query: Query): Promise<DeliveryFigures> => {
  const [unmatched] = Unmatched.parse(await query(UNMATCHED));
  return {
    stages: Stages.parse(await query(STAGES)),
    failures: Failures.parse(await query(FAILURES)),
    unmatched: unmatched?.count ?? 0,
    hours: Hours.parse(await query(HOURS)),
  };
};

const Stages = z.array(z.object({ stage: DeliveryStage, count: z.number() }));
const Failures = z.array(z.object({ failure: FailureKind, count: z.number() }));
const Unmatched = z.array(z.object({ count: z.number() }));
const Hours = z.array(
  z.object({
    from: z.date().transform((date) => date.toISOString()),
    delivered: z.number(),
    failed: z.number(),
  }),
);

/** Each part has the very condition of a partial index. */
const STAGES = `
  select stage, sum(count)::integer as count from (
    select case state when 'leased' then 'on-its-way' else 'waiting' end as stage, count(*) as count
    from outbox_entry where state in ('pending', 'leased') and not is_waiting group by 1
    union all
    select case state when 'dead' then 'failed' when 'dismissed' then 'dismissed' when 'leased' then 'on-its-way'
      else 'waiting' end, count(*)
    from outbox_entry where state in ('dead', 'dismissed') or is_waiting group by 1
    union all
    select 'needs-attention', count(*) from outbox_entry where state = 'delivered' and attention is not null
  ) as part where count > 0 group by stage order by stage`;

const FAILURES = `
  select failure, count(*)::integer as count from (
    select ${FAILURE} as failure from outbox_entry e where e.state = 'dead'
    union all
    select ${FAILURE} from outbox_entry e where e.state = 'delivered' and e.attention is not null
    union all
    select e.failure_class from outbox_entry e
    where e.state in ('pending', 'leased') and not e.is_waiting and e.failure_class is not null
  ) as part where failure is not null group by failure order by failure`;

const UNMATCHED = `
  select count(*)::integer as count from call c where c.number is not null and not c.is_kept_here and ${IS_OPEN}`;

const HOURS = `
  select date_trunc('hour', started_at, 'UTC') as "from", sum(arrived)::integer as delivered,
    sum(failed)::integer as failed
  from delivery_attempt where started_at > statement_timestamp() - interval '24 hours'
  group by 1 having sum(arrived) + sum(failed) > 0 order by 1`;
