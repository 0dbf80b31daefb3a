import { CallId, MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { JsonObject, LeasedEntry } from '../outbox/entry.ts';
import { OBJECT_NAMES } from '../outbox/entry.ts';
import { withOverrides } from '../outbox/overrides.ts';
import type { Changes } from './call-changes.ts';
import type { Query } from './database.ts';

export interface LeaseRequest {
  readonly holder: string;
  readonly leaseMs: number;
  readonly perObject: number;
}

/** Leases what is due and waits for nothing; `OutboxStore.lease` says what it promises. */
export const leaseEntries = async (
  query: Query,
  changes: Changes,
  { holder, leaseMs, perObject }: LeaseRequest,
): Promise<LeasedEntry[]> => {
  const rows = LeasedRows.parse(await query(LEASE, [holder, leaseMs, perObject, OBJECT_NAMES]));
  changes.noteCalls(rows.map((row) => row.call_id));
  return rows
    .sort((a, b) => a.due_at.getTime() - b.due_at.getTime() || (a.slot < b.slot ? -1 : 1))
    .map(toLeasedEntry);
};

/** Prolongs what `holder` still holds. */
export const renewLeases = async (
  query: Query,
  { holder, leaseMs, slots }: { holder: string; leaseMs: number; slots: readonly string[] },
): Promise<string[]> => {
  const rows = await query(RENEW, [holder, leaseMs, slots]);
  return z
    .array(z.object({ slot: z.string() }))
    .parse(rows)
    .map(({ slot }) => slot);
};

/**
 * What somebody else is locking is skipped, not waited for: it is being leased, touched or settled at this moment. An
 * entry whose lease ran out may have been sent, so whoever takes it over has to look before writing.
 */
const LEASE = `
  with picked as (
    select due.slot, due.state = 'leased' as is_taken_over
    from unnest($4::text[]) as object (name)
    cross join lateral (
      select slot, state from outbox_entry
      where object_name = object.name and state in ('pending', 'leased') and not is_waiting
        and wake_at <= statement_timestamp()
      order by wake_at limit $3
      for no key update skip locked
    ) as due
  )
  update outbox_entry as e set
    state = 'leased',
    leased_by = $1,
    lease_expires_at = statement_timestamp() + $2 * interval '1 millisecond',
    is_unanswered = e.is_unanswered or picked.is_taken_over,
    updated_at = now()
  from picked where e.slot = picked.slot
  returning e.slot, e.object_name, e.record_id, e.call_id, e.member_id, e.payload, e.version, e.attempts,
    e.is_unanswered, e.last_delivered, e.seen, e.yields, e.overrides, e.twenty_record_id, e.due_at,
    (select coalesce(jsonb_object_agg(l.field, target.twenty_record_id), '{}')
      from outbox_link l join outbox_entry target on target.slot = l.target_slot
      where l.slot = e.slot) as resolved_links`;

const RENEW = `
  with held as (
    select slot from outbox_entry
    where slot = any($3::text[]) and state = 'leased' and leased_by = $1
    order by slot for no key update
  )
  update outbox_entry as e set lease_expires_at = statement_timestamp() + $2 * interval '1 millisecond'
  from held where e.slot = held.slot
  returning e.slot`;

const Json = z.custom<JsonObject>((value) => z.record(z.string(), z.json()).safeParse(value).success);

const LeasedRow = z.object({
  slot: z.string(),
  object_name: z.enum(OBJECT_NAMES),
  record_id: z.string(),
  call_id: CallId.nullable(),
  member_id: MemberId.nullable(),
  payload: Json,
  resolved_links: z.record(z.string(), z.string()),
  version: z.number(),
  attempts: z.number(),
  is_unanswered: z.boolean(),
  last_delivered: Json.nullable(),
  seen: Json.nullable(),
  yields: z.array(z.string()).nullable(),
  overrides: z.record(z.string(), z.object({ from: z.json(), to: z.json() })).nullable(),
  twenty_record_id: z.string().nullable(),
  due_at: z.date(),
});
const LeasedRows = z.array(LeasedRow);

const toLeasedEntry = (row: z.infer<typeof LeasedRow>): LeasedEntry => ({
  slot: row.slot,
  objectName: row.object_name,
  recordId: row.record_id,
  callId: row.call_id,
  memberId: row.member_id,
  payload: withOverrides(row.payload, row.overrides),
  resolvedLinks: row.resolved_links,
  version: row.version,
  attempts: row.attempts,
  isUnanswered: row.is_unanswered,
  lastDelivered: row.last_delivered,
  seen: row.seen,
  yields: row.yields ?? [],
  twentyRecordId: row.twenty_record_id,
});
