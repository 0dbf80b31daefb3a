import { E164 } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { JsonObject } from '../outbox/entry.ts';
import type { AdminDeliveryStore, DeliveryDetail, EditResult } from './admin-port.ts';
import type { Changes } from './call-changes.ts';
import type { Query } from './database.ts';
import { readDeliveryFigures } from './delivery-figures.ts';
import { conditionOf, IS_UNMATCHED } from './delivery-filter.ts';
import { readDeliveryRows, SELECT_DELIVERIES } from './delivery-rows.ts';
import { dismissEntries, editEntry, redriveEntries } from './redrive.ts';

/** What an admin looks at and does about records on their way, within one transaction. */
export const createAdminDeliveryStore = (query: Query, changes: Changes): AdminDeliveryStore => ({
  list: async ({ filter, after, limit }) => {
    const { sql, values } = conditionOf({ filter }, 4);
    return readDeliveryRows(
      await query(
        // The page is found in the order of an index, and only its own records are read.
        `${SELECT_DELIVERIES} join (
           select e.slot, e.updated_at from outbox_entry e
           where ($2::text is null or (e.updated_at, e.slot) < ($1::timestamptz, $2)) and ${sql}
           order by e.updated_at desc, e.slot desc limit $3
         ) as page on page.slot = e.slot
         order by page.updated_at desc, e.slot desc`,
        [after?.changedAt ?? null, after?.slot ?? null, limit, ...values],
      ),
    );
  },
  count: async (selection, most) => {
    const { sql, values } = conditionOf(selection, 2);
    const rows = await query(
      `select count(*)::integer as count from (select from outbox_entry e where ${sql} limit $1) as found`,
      [most, ...values],
    );
    return Counts.parse(rows)[0]?.count ?? 0;
  },
  detail: async (slot) => readDetail(query, slot),
  figures: () => readDeliveryFigures(query),
  redrive: (slots) => redriveEntries(query, changes, slots),
  dismiss: (slots, words) => dismissEntries(query, changes, { slots, words }),
  edit: async ({ slot, version, overrides }): Promise<EditResult> =>
    editEntry(query, changes, { slot, version, overrides }),
});

const Counts = z.array(z.object({ count: z.number() }));

const readDetail = async (query: Query, slot: string): Promise<DeliveryDetail | null> => {
  const [row] = readDeliveryRows(await query(`${SELECT_DELIVERIES} where e.slot = $1`, [slot]));
  const [more] = Details.parse(await query(DETAIL, [slot]));
  if (row === undefined || more === undefined) return null;
  const near = async (slots: string): Promise<DeliveryDetail['waitsFor']> =>
    readDeliveryRows(
      await query(`${SELECT_DELIVERIES} where e.slot in (${slots}) order by e.slot limit 50`, [slot]),
    );
  return {
    row,
    version: more.version,
    recordId: row.twentyRecordId ?? more.record_id,
    payload: more.payload,
    overrides: more.overrides ?? {},
    links: more.links,
    waitsFor: row.isHeldBack ? await near(WAITS_FOR) : [],
    holdsBack: await near(HOLDS_BACK),
    unmatchedNumber: more.unmatched_number,
  };
};

const DETAIL = `
  select e.version, e.record_id, e.payload, e.overrides,
    (select coalesce(jsonb_object_agg(l.field, target.twenty_record_id), '{}')
      from outbox_link l left join outbox_entry target on target.slot = l.target_slot where l.slot = e.slot) as links,
    case when ${IS_UNMATCHED} then (select c.number from call c where c.id = e.call_id) end as unmatched_number
  from outbox_entry e where e.slot = $1`;

const WAITS_FOR = `
  select l.target_slot from outbox_link l join outbox_entry target on target.slot = l.target_slot
  where l.slot = $1 and target.first_delivered_at is null`;
const HOLDS_BACK = `
  select l.slot from outbox_link l join outbox_entry waiting on waiting.slot = l.slot
  where l.target_slot = $1 and waiting.is_waiting`;

const Payload = z.custom<JsonObject>((value) => z.record(z.string(), z.json()).safeParse(value).success);
const Details = z.array(
  z.object({
    version: z.number(),
    record_id: z.string(),
    payload: Payload,
    overrides: z.record(z.string(), z.object({ from: z.json(), to: z.json() })).nullable(),
    links: z.record(z.string(), z.string().nullable()),
    unmatched_number: E164.nullable(),
  }),
);
