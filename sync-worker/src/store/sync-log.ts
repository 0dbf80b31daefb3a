import { z } from 'zod';
import type { SyncLogLine } from '../outbox/sync-log-record.ts';
import type { Query } from './database.ts';
import { toJsonText } from './json.ts';
import type { UntoldLine } from './projection-port.ts';

/** A record, or delivery as a whole, that did not get on. */
export interface LoggedFailure {
  /** Of the outbox entry, or `DELIVERY_SLOT`. */
  readonly slot: string;
  readonly entryKey: string;
  readonly objectName: string;
  readonly recordId: string;
  readonly action: SyncLogLine['action'];
  readonly message: string;
}

/** Stands in the place of an entry's slot where nothing at all is delivered. */
export const DELIVERY_SLOT = 'delivery';

/**
 * Notes failures, ends the lines of what got on after all, and adds to the day's count, in one statement: every settlement
 * waits for it. What fails again keeps its one open line, with the newest words. Whoever calls it holds the entries; the
 * day's row is the last lock before the change counter.
 */
export const keepInLog = async (
  query: Query,
  news: {
    readonly failures: readonly LoggedFailure[];
    readonly resolvedSlots: readonly string[];
    readonly delivered: number;
  },
): Promise<void> => {
  const { failures, resolvedSlots, delivered } = news;
  if (failures.length === 0 && resolvedSlots.length === 0 && delivered === 0) return;
  await query(KEEP, [toJsonText(failures), resolvedSlots, delivered]);
};

const KEEP = `
  with failed as (
    select * from jsonb_to_recordset($1::text::jsonb) as failure (slot text, "entryKey" text, "objectName" text,
      "recordId" text, action text, message text)
  ), again as (
    update sync_failure as held set
      record_id = failed."recordId", action = failed.action, message = failed.message, at = statement_timestamp(),
      revision = held.revision + 1
    from failed where held.slot = failed.slot and held.status = 'failed'
    returning held.slot
  ), opened as (
    insert into sync_failure as held (entry_key, slot, object_name, record_id, action, status, message, at)
    select "entryKey", slot, "objectName", "recordId", action, 'failed', message, statement_timestamp()
    from failed where slot not in (select slot from again)
    on conflict (workspace_id, entry_key) do update set
      status = 'failed', message = excluded.message, at = excluded.at, revision = held.revision + 1
  ), resolved as (
    update sync_failure set status = 'resolved', revision = revision + 1
    where status = 'failed' and slot = any($2::text[])
  )
  insert into sync_day as held (day, delivered, last_at)
  select (statement_timestamp() at time zone 'utc')::date, $3::integer, statement_timestamp() where $3::integer > 0
  on conflict (workspace_id, day) do update set
    delivered = held.delivered + excluded.delivered, last_at = excluded.last_at, revision = held.revision + 1`;

export const readUntold = async (query: Query, limit: number): Promise<UntoldLine[]> => [
  ...UntoldFailures.parse(await query(SELECT_UNTOLD_FAILURES, [limit])),
  ...UntoldDays.parse(await query(SELECT_UNTOLD_DAYS)),
];

/** Only after the lines were touched: a settlement, too, holds entries when it comes to the log. */
export const markTold = async (query: Query, told: readonly UntoldLine[]): Promise<void> => {
  const rows = toJsonText(told.map(({ line, revision }) => ({ key: line.entryKey, revision })));
  for (const table of ['sync_failure', 'sync_day']) {
    const key = table === 'sync_day' ? DAY_KEY : 'held.entry_key';
    await query(
      `update ${table} as held set told_revision = told.revision
       from jsonb_to_recordset($1::text::jsonb) as told (key text, revision integer)
       where told.key = ${key} and held.told_revision < held.revision`,
      [rows],
    );
  }
};

const DAY_KEY = `'delivered:' || held.day || ':' || held.line_id`;

const SELECT_UNTOLD_FAILURES = `
  select entry_key, object_name, record_id, action, status, message, at, revision from sync_failure
  where told_revision < revision order by at, entry_key limit $1`;

const UntoldFailures = z.array(
  z
    .object({
      entry_key: z.string(),
      object_name: z.string(),
      record_id: z.string(),
      action: z.enum(['create', 'update', 'deliver']),
      status: z.enum(['failed', 'resolved']),
      message: z.string(),
      at: z.date(),
      revision: z.number(),
    })
    .transform(
      (row): UntoldLine => ({
        revision: row.revision,
        line: {
          entryKey: row.entry_key,
          objectName: row.object_name,
          recordId: row.record_id,
          action: row.action,
          status: row.status,
          message: row.message,
          count: 1,
          at: row.at.toISOString(),
        },
      }),
    ),
);

const SELECT_UNTOLD_DAYS = `
  select ${DAY_KEY} as entry_key, day::text as day, delivered, last_at, revision
  from sync_day as held where told_revision < revision order by day`;

const UntoldDays = z.array(
  z
    .object({
      entry_key: z.string(),
      day: z.string(),
      delivered: z.number(),
      last_at: z.date(),
      revision: z.number(),
    })
    .transform(
      (row): UntoldLine => ({
        revision: row.revision,
        line: {
          entryKey: row.entry_key,
          objectName: '',
          recordId: '',
          action: 'deliver',
          status: 'delivered',
          message: `Records of all kinds that reached Twenty on ${row.day}, by UTC.`,
          count: row.delivered,
          at: row.last_at.toISOString(),
        },
      }),
    ),
);
