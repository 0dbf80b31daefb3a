import { z } from 'zod';
import { OBJECT_NAMES } from '../outbox/entry.ts';
import { readAttempts } from './attempts.ts';
import { readBacklog } from './backlog.ts';
import type { Changes } from './call-changes.ts';
import type { Query } from './database.ts';
import { leaseEntries, renewLeases } from './lease.ts';
import type { OutboxStore } from './outbox-port.ts';
import { settleEntries } from './settle.ts';
import { touchRecords } from './touch.ts';

/** The outbox, within one transaction. */
export const createOutboxStore = (query: Query, changes: Changes): OutboxStore => ({
  touch: (records) => touchRecords(query, changes, records),
  lease: (request) => leaseEntries(query, changes, request),
  renew: (request) => renewLeases(query, request),
  settle: (holder, settlements, attempts) => settleEntries(query, changes, { holder, settlements, attempts }),
  attemptsOf: (slot) => readAttempts(query, slot),
  backlog: () => readBacklog(query),
  msUntilNextDue: async () => {
    const [next] = NextDue.parse(await query(NEXT_DUE, [OBJECT_NAMES]));
    // Up, not down: a worker that wakes a fraction too early finds nothing, and would ask again and again.
    return next?.ms == null ? null : Math.max(0, Math.ceil(next.ms));
  },
  count: async () => Counts.parse(await query(COUNT)),
});

const NextDue = z.array(z.object({ ms: z.number().nullable() }));

/** One look into the index per object: a plain minimum would read every entry that is on its way. */
const NEXT_DUE = `
  select min(extract(epoch from next.wake_at - clock_timestamp()) * 1000)::double precision as ms
  from unnest($1::text[]) as object (name)
  cross join lateral (
    select wake_at from outbox_entry
    where object_name = object.name and state in ('pending', 'leased') and not is_waiting
    order by wake_at limit 1
  ) as next`;

const Counts = z.array(
  z.object({ objectName: z.enum(OBJECT_NAMES), state: z.string(), count: z.coerce.number() }),
);

const COUNT = `
  select object_name as "objectName", state, count(*) as count
  from outbox_entry group by object_name, state order by object_name, state`;
