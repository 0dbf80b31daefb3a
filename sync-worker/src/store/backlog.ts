import { z } from 'zod';
import { DELIVERY_STATES, OBJECT_NAMES } from '../outbox/entry.ts';
import type { Query } from './database.ts';
import type { BacklogPart } from './outbox-port.ts';

/** Since when the longest due of a group's entries has been due; retries in between do not begin it anew. */
export const OLDEST_DUE = 'min(coalesce(waiting_since, due_at))';
/** How long that is in milliseconds, by the store's clock, or null; once per group: it is dear for a hundred thousand. */
export const waitedMs = (since: string): string =>
  `case when ${since} is not null then
    greatest(0, extract(epoch from statement_timestamp() - ${since}) * 1000)::double precision end`;

/** What is not in Twenty as it should be; `OutboxStore.backlog` says what it promises. */
export const readBacklog = async (query: Query): Promise<BacklogPart[]> =>
  BacklogParts.parse(await query(BACKLOG));

const BacklogParts = z.array(
  z.object({
    objectName: z.enum(OBJECT_NAMES),
    state: z.enum(DELIVERY_STATES),
    count: z.coerce.number(),
    oldestWaitingMs: z.number().nullable(),
  }),
);

/**
 * All of it is in an index, so that whatever has arrived is not read. What waits for another record is not due: how long it
 * takes is the other one's matter.
 */
const BACKLOG = `
  select object_name as "objectName", state, count(*)::integer as count,
    ${waitedMs(`${OLDEST_DUE} filter (where state in ('pending', 'leased') and not is_waiting)`)} as "oldestWaitingMs"
  from outbox_entry where stage <> 'in-twenty' and state <> 'delivered'
  group by object_name, state order by object_name, state`;
