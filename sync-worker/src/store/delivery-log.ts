import { DeliveryLogLine } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Parameter, Query } from './database.ts';
import type { DeliveryLogStore } from './port.ts';

/**
 * What failed, what was tried, what arrived, table by table. Of each page so many rows are looked at, whether they belong to
 * the time or not: on the embedded store everybody else waits for a page.
 */
export const createDeliveryLog = (query: Query, looked = 1_000): DeliveryLogStore => ({
  page: async ({ from, to, after }) => {
    const [table = 'failures', ...rest] = after?.split(' ') ?? [];
    const place = rest.join(' ');
    const index = TABLES.findIndex(({ name }) => name === table);
    const part = TABLES[index];
    if (part === undefined) return { lines: [], through: null };
    const parameters: Parameter[] = [from, to, looked, place === '' ? part.first : place];
    const rows = Rows.parse(await query(part.sql, parameters));
    const last = rows.at(-1);
    const lines = rows.flatMap(({ line }) => line ?? []);
    if (last !== undefined && rows.length === looked) return { lines, through: `${part.name} ${last.place}` };
    const next = TABLES[index + 1];
    return { lines, through: next === undefined ? null : `${next.name} ` };
  },
});

const Rows = z.array(
  z.object({
    place: z.string(),
    line: DeliveryLogLine.nullable(),
  }),
);

const MOMENT = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const line = (fields: Record<keyof DeliveryLogLine, string>): string =>
  `jsonb_build_object(${Object.entries(fields)
    .map(([name, value]) => `'${name}', ${value}`)
    .join(', ')})`;

const FAILURES = `
  select entry_key as place, case when at >= $1 and at < $2 then ${line({
    kind: `'failure'`,
    at: MOMENT('at'),
    objectName: `nullif(object_name, '')`,
    slot: 'slot',
    recordId: `nullif(record_id, '')`,
    callId: 'null',
    memberId: 'null',
    action: 'action',
    status: 'status',
    failure: 'null',
    message: 'message',
    rows: 'null',
    ms: 'null',
  })} end as line
  from sync_failure where entry_key > $4 order by entry_key limit $3`;

/** These have an index by time, and are looked at no further than they belong to it. */
const ATTEMPTS = `
  select ${MOMENT('started_at')} || ' ' || id as place, ${line({
    kind: `'attempt'`,
    at: MOMENT('started_at'),
    objectName: `(select string_agg(name, '+' order by name) from jsonb_object_keys(row_counts) as name)`,
    slot: 'slots[1]',
    recordId: 'null',
    callId: 'null',
    memberId: 'null',
    action: 'action',
    status: 'answer',
    failure: 'failure_class',
    message: 'message',
    rows: `(select sum(value::integer) from jsonb_each_text(row_counts))`,
    ms: 'ms',
  })} as line
  from delivery_attempt
  where started_at >= $1 and started_at < $2
    and (date_trunc('milliseconds', started_at), id)
      > (split_part($4, ' ', 1)::timestamptz, split_part($4, ' ', 2)::uuid)
    and started_at >= split_part($4, ' ', 1)::timestamptz
  order by date_trunc('milliseconds', started_at), id limit $3`;

const DELIVERIES = `
  select slot as place, case when delivered_at >= $1 and delivered_at < $2 then ${line({
    kind: `'delivery'`,
    at: MOMENT('delivered_at'),
    objectName: 'object_name',
    slot: 'slot',
    recordId: 'twenty_record_id',
    callId: 'call_id',
    memberId: 'member_id',
    action: `'deliver'`,
    status: `case when state = 'delivered' and attention is null then 'in-twenty'
      when state = 'delivered' then 'needs-attention' else state end`,
    failure: 'failure_class',
    message: `coalesce(attention ->> 'message', reason)`,
    rows: 'null',
    ms: 'null',
  })} end as line
  from outbox_entry where slot > $4 order by slot limit $3`;

const TABLES = [
  { name: 'failures', sql: FAILURES, first: '' },
  { name: 'attempts', sql: ATTEMPTS, first: '0001-01-01T00:00:00Z 00000000-0000-0000-0000-000000000000' },
  { name: 'deliveries', sql: DELIVERIES, first: '' },
] as const;
