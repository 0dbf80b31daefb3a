import { Attention, CallId, MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';
import { ATTEMPTS_PER_ENTRY, type NewAttempt } from '../outbox/attempt.ts';
import { OBJECT_NAMES, type Settlement } from '../outbox/entry.ts';
import { countLags, type LagCounts } from '../outbox/lag.ts';
import { keepAttempts } from './attempts.ts';
import { waitedMs } from './backlog.ts';
import type { Changes } from './call-changes.ts';
import type { Query } from './database.ts';
import { toJsonText } from './json.ts';
import { keepInLog, type LoggedFailure } from './sync-log.ts';

/** Settles what `holder` still holds; `OutboxStore.settle` says what it promises. Returns the slots settled. */
export const settleEntries = async (
  query: Query,
  changes: Changes,
  {
    holder,
    settlements,
    attempts = [],
  }: { holder: string; settlements: readonly Settlement[]; attempts?: readonly NewAttempt[] | undefined },
): Promise<string[]> => {
  if (settlements.length === 0) {
    await keepAttempts(query, attempts, { lags: {}, arrived: 0, failed: 0 });
    return [];
  }
  const held = await lockSettled(query, settlements);
  const settled = Settled.parse(await query(SETTLE, [holder, toJsonText(settlements)]));
  const arrived = settled.filter((entry) => entry.is_delivered && held.get(entry.slot)?.is_first);
  const woken = await wakeDependents(
    query,
    arrived.map(({ slot }) => slot),
    held,
  );
  if (woken.length > 0 || settled.some(({ state }) => state === 'pending')) changes.note('outbox');
  const came = {
    lags: lagsOf(settled, held),
    arrived: settled.filter(({ is_delivered }) => is_delivered).length,
    failed: settled.filter(({ is_failed }) => is_failed).length,
  };
  await keepAttempts(query, attempts, came, settlements[0]?.attemptIds?.[0]);
  await keepInLog(query, newsOf(settled));
  changes.noteCalls([...settled, ...woken].map(({ call_id }) => call_id));
  for (const { object_name, member_id } of settled) {
    if (object_name === 'repProgression' && member_id !== null) changes.noteProgression(member_id);
  }
  return settled.map(({ slot }) => slot);
};

/** Of calls alone: figures and the log are held back on purpose. */
const lagsOf = (settled: readonly SettledEntry[], held: ReadonlyMap<string, LockedEntry>): LagCounts =>
  countLags(
    settled
      .filter(({ call_id, is_delivered }) => is_delivered && call_id !== null)
      .flatMap(({ slot }) => held.get(slot)?.waited_ms ?? []),
  );

/** The log's own records are not in it: it would never come to rest. */
const newsOf = (settled: readonly SettledEntry[]) => {
  const logged = settled.filter(({ object_name }) => object_name !== 'syncLogEntry');
  const arrived = logged.filter(({ is_delivered }) => is_delivered);
  const failed = logged.filter(({ state, is_delivered, attention }) =>
    is_delivered ? attention !== null : state === 'dead',
  );
  return {
    failures: failed.map(failureOf),
    resolvedSlots: arrived.filter(({ attention }) => attention === null).map(({ slot }) => slot),
    delivered: arrived.length,
  };
};

const failureOf = (entry: SettledEntry): LoggedFailure => ({
  slot: entry.slot,
  entryKey: `${entry.slot}@${entry.version}`,
  objectName: entry.object_name,
  recordId: entry.twenty_record_id ?? entry.record_id,
  action: entry.is_known ? 'update' : 'create',
  message: entry.attention?.message ?? entry.reason ?? '',
});

const Touched = z.array(z.object({ slot: z.string(), call_id: CallId.nullable() }));
const SettledEntry = z.object({
  slot: z.string(),
  object_name: z.enum(OBJECT_NAMES),
  call_id: CallId.nullable(),
  member_id: MemberId.nullable(),
  state: z.string(),
  is_delivered: z.boolean(),
  is_failed: z.boolean(),
  version: z.number(),
  record_id: z.string(),
  twenty_record_id: z.string().nullable(),
  /** It had been in Twenty before. */
  is_known: z.boolean(),
  reason: z.string().nullable(),
  attention: Attention.nullable(),
});
type SettledEntry = z.infer<typeof SettledEntry>;
const Settled = z.array(SettledEntry);
const LockedEntry = z.object({ slot: z.string(), is_first: z.boolean(), waited_ms: z.number() });
type LockedEntry = z.infer<typeof LockedEntry>;
const Locked = z.array(LockedEntry);

/**
 * Locks the entries and those that wait for them, in one go and in the order of their slots, as everybody does.
 * Tells which of them have never been in Twenty, and how long they have been due.
 */
const lockSettled = async (
  query: Query,
  settlements: readonly Settlement[],
): Promise<ReadonlyMap<string, LockedEntry>> => {
  const slots = settlements.map(({ slot }) => slot);
  const dependents = await dependentsOf(query, slots);
  const locked = await query(
    `select slot, first_delivered_at is null as is_first, ${waitedMs('coalesce(waiting_since, due_at)')} as waited_ms from outbox_entry
     where slot = any($1::text[]) order by slot for no key update`,
    [[...new Set([...slots, ...dependents])]],
  );
  return new Map(Locked.parse(locked).map((entry) => [entry.slot, entry]));
};

const dependentsOf = async (query: Query, slots: readonly string[]): Promise<string[]> => {
  const rows = await query('select distinct slot from outbox_link where target_slot = any($1::text[])', [
    slots,
  ]);
  return z
    .array(z.object({ slot: z.string() }))
    .parse(rows)
    .map(({ slot }) => slot);
};

/**
 * Frees entries whose last missing record has just reached Twenty. They are locked before it is decided, in a statement
 * of its own: two holders that settle the two records one entry waits for would otherwise each see the other one as
 * missing, and nobody would free it.
 */
const wakeDependents = async (
  query: Query,
  arrived: readonly string[],
  held: ReadonlyMap<string, LockedEntry>,
) => {
  if (arrived.length === 0) return [];
  const dependents = await dependentsOf(query, arrived);
  if (dependents.length === 0) return [];
  // Only those that were linked while we waited for the locks are not ours yet.
  const added = dependents.filter((slot) => !held.has(slot));
  if (added.length > 0) {
    await query('select 1 from outbox_entry where slot = any($1::text[]) order by slot for no key update', [
      added,
    ]);
  }
  const woken = await query(WAKE, [dependents]);
  return Touched.parse(woken);
};

/**
 * Each of them looks its own links up. As a join (or `not exists`, which becomes one) it would read everything that waits,
 * for every batch of a long backlog: more than half of the store's work.
 */
const WAKE = `
  update outbox_entry as e set is_waiting = false, updated_at = now()
  where slot = any($1::text[]) and is_waiting and (
    select bool_and(
      (select target.first_delivered_at from outbox_entry target where target.slot = l.target_slot) is not null)
    from outbox_link l where l.slot = e.slot
  )
  returning slot, call_id`;

/**
 * A success or a refusal counts for the version that was leased. When newer content came meanwhile the entry is due
 * again, after its interval if it has one, and what Twenty now holds is kept all the same, for the comparison at the next
 * delivery.
 */
const SETTLE = `
  update outbox_entry as e set
    state = case
      when e.version = s.version and s.kind = 'delivered' then 'delivered'
      when e.version = s.version and s.kind = 'dead' then 'dead'
      else 'pending' end,
    leased_by = null,
    lease_expires_at = null,
    due_at = case
      when s.kind = 'retry' then statement_timestamp() + s."retryInMs" * interval '1 millisecond'
      when s.kind = 'delivered' and e.min_interval_ms > 0
        then statement_timestamp() + e.min_interval_ms * interval '1 millisecond'
      else least(e.due_at, statement_timestamp()) end,
    attempts = case
      when s.kind = 'delivered' then 0
      when s.kind = 'retry' and s.failure <> 'not-allowed' then e.attempts + 1
      else e.attempts end,
    is_unanswered = case s.kind
      when 'delivered' then false
      when 'retry' then e.is_unanswered or s."isUnanswered"
      else e.is_unanswered end,
    failure_class = case s.kind when 'delivered' then null when 'released' then e.failure_class else s.failure end,
    reason = case s.kind when 'delivered' then null when 'released' then e.reason else s.reason end,
    attention = case
      when s.kind = 'delivered' or (s.kind = 'dead' and e.version = s.version) then s.attention
      else e.attention end,
    last_delivered = case s.kind when 'delivered' then s.delivered else e.last_delivered end,
    -- A correction that came meanwhile has not been compared yet.
    seen = case when s.kind = 'delivered' and e.version = s.version then null else e.seen end,
    delivered_version = case s.kind when 'delivered' then s.version else e.delivered_version end,
    twenty_record_id = case s.kind when 'delivered' then s."twentyRecordId" else e.twenty_record_id end,
    first_delivered_at = case s.kind
      when 'delivered' then coalesce(e.first_delivered_at, statement_timestamp())
      else e.first_delivered_at end,
    delivered_at = case s.kind when 'delivered' then statement_timestamp() else e.delivered_at end,
    -- Newer content that came meanwhile waits since now, or until its interval is over. What is dead waits for nothing:
    -- put back, it waits since then.
    waiting_since = case
      when s.kind = 'delivered' then statement_timestamp() + e.min_interval_ms * interval '1 millisecond'
      when s.kind = 'dead' and e.version = s.version then null
      else e.waiting_since end,
    attempt_ids = case
      when s."attemptIds" is null then e.attempt_ids
      else (s."attemptIds" || e.attempt_ids)[1:${ATTEMPTS_PER_ENTRY}] end,
    updated_at = now()
  from jsonb_to_recordset($2::text::jsonb) as s (slot text, version integer, kind text, failure text, reason text,
    "retryInMs" double precision, "isUnanswered" boolean, attention jsonb, delivered jsonb, "twentyRecordId" text,
    "attemptIds" uuid[])
  where e.slot = s.slot and e.state = 'leased' and e.leased_by = $1
  returning e.slot, e.object_name, e.call_id, e.member_id, e.state, s.kind = 'delivered' as is_delivered,
    s.kind in ('dead', 'retry') as is_failed,
    e.version, e.record_id, e.twenty_record_id, e.first_delivered_at < statement_timestamp() is true as is_known,
    e.reason, e.attention`;
