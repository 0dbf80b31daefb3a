import { CallId } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { RecordToDeliver } from '../outbox/entry.ts';
import type { Changes } from './call-changes.ts';
import type { Query } from './database.ts';
import { contentHash, toJsonText } from './json.ts';

/** Puts the present state of records into the outbox; `OutboxStore.touch` says what it promises. */
export const touchRecords = async (
  query: Query,
  changes: Changes,
  records: readonly RecordToDeliver[],
): Promise<void> => {
  // Of two states of one record the later one is its present state.
  const bySlot = new Map(records.map((record) => [record.slot, record]));
  if (bySlot.size === 0) return;
  const held = await lockNeighbours(query, [...bySlot.values()]);
  const changed = Changed.parse(await query(UPSERT_ENTRIES, [toJsonText([...bySlot.values()].map(toRow))]));
  if (changed.length === 0) return;
  await replaceLinks(
    query,
    changed.map(({ slot }) => ({ slot, isNew: !held.has(slot), links: linksOf(bySlot.get(slot)) })),
  );
  changes.note('outbox');
  changes.noteCalls(changed.map(({ call_id }) => call_id));
};

const Changed = z.array(z.object({ slot: z.string(), call_id: CallId.nullable() }));
const Locked = z.array(z.object({ slot: z.string() }));

const toRow = (record: RecordToDeliver) => ({
  slot: record.slot,
  object_name: record.objectName,
  record_id: record.recordId,
  call_id: record.callId,
  member_id: record.memberId,
  payload: record.payload,
  content_hash: contentHash([record.payload, record.links]),
  due_in_ms: record.dueInMs,
  min_interval_ms: record.minIntervalMs ?? 0,
  seen: record.seen ?? null,
  yields: record.yields ?? null,
  targets: Object.values(record.links),
});

const Unlinked = z.array(z.object({ slot: z.string() }));
const DELETE_LINKS = 'delete from outbox_link where slot = any($1::text[]) returning slot';

const linksOf = (record: RecordToDeliver | undefined) =>
  Object.entries(record?.links ?? {}).map(([field, target]) => ({ slot: record?.slot, field, target }));

interface ChangedEntry {
  readonly slot: string;
  readonly isNew: boolean;
  readonly links: ReturnType<typeof linksOf>;
}

/** Statements are most of what a report costs: a new entry has no links to delete, and was inserted as waiting or not. */
const replaceLinks = async (query: Query, entries: readonly ChangedEntry[]): Promise<void> => {
  const old = entries.filter(({ isNew }) => !isNew).map(({ slot }) => slot);
  const links = entries.flatMap((entry) => entry.links);
  const unlinked = old.length > 0 ? Unlinked.parse(await query(DELETE_LINKS, [old])) : [];
  if (links.length > 0) await query(INSERT_LINKS, [toJsonText(links)]);
  // What had no links and gets none waits for nothing, as before.
  const hadLinks = new Set(unlinked.map(({ slot }) => slot));
  const relinked = entries.filter(
    (entry) => !entry.isNew && (entry.links.length > 0 || hadLinks.has(entry.slot)),
  );
  if (relinked.length > 0) await query(SET_WAITING, [relinked.map(({ slot }) => slot)]);
};

/**
 * Locks the entries of these records and of the records that they point at. Without it an entry could wait for ever: we
 * read "its note is not in Twenty", the note's settlement looks for entries that wait for it and does not see ours yet,
 * and both commit.
 *
 * An entry that is not there cannot be locked, so a lock on its name stands in for it, and comes first: whoever makes the
 * entry waits for us, and what was made meanwhile is there to be locked as a row. Names share 4096 locks, because a large
 * batch would fill Postgres' table of locks.
 *
 * Returns the slots that have an entry already.
 */
const lockNeighbours = async (query: Query, records: readonly RecordToDeliver[]): Promise<Set<string>> => {
  const slots = [...new Set(records.flatMap(({ slot, links }) => [slot, ...Object.values(links)]))];
  await query(LOCK_MISSING_NAMES, [slots]);
  const rows = await query(
    'select slot from outbox_entry where slot = any($1::text[]) order by slot for no key update',
    [slots],
  );
  return new Set(Locked.parse(rows).map(({ slot }) => slot));
};

/** A lookup, not a join: while nobody has analysed the table, Postgres takes reading all of it for the cheaper join. */
const LOCK_MISSING_NAMES = `
  select pg_advisory_xact_lock(hashtext(current_workspace()::text), name)
  from (
    select distinct abs(hashtext(wanted.slot) % 4096) as name
    from unnest($1::text[]) as wanted (slot)
    where (select e.slot from outbox_entry e where e.slot = wanted.slot) is null
    order by 1
  ) as missing`;

/**
 * New content raises the version and makes the entry pending, unless somebody holds it: then its settlement, being for
 * the older version, will. Content that had failed for good starts over. The same content can only move the due time
 * forward, and not that of a retry, which waits for a reason of its own. Returns what really changed.
 *
 * What was seen in Twenty is new content too: whoever settles a clash in favour of what we have changes nothing else.
 *
 * An entry with an interval is due so long after its last delivery. While it is pending its time stays as it is: put off
 * by every change, that of a busy rep would never come; hurried by every change, a retry would know no pause.
 */
const UPSERT_ENTRIES = `
  insert into outbox_entry as e
    (slot, object_name, record_id, call_id, member_id, state, payload, content_hash, due_at,
     waiting_since, min_interval_ms, seen, yields, is_waiting)
  select slot, object_name, record_id, call_id, member_id, 'pending', payload, content_hash,
    statement_timestamp() + due_in_ms * interval '1 millisecond',
    statement_timestamp() + due_in_ms * interval '1 millisecond', min_interval_ms, seen, yields,
    exists (
      select from jsonb_array_elements_text(targets) as link (target)
      where (select held.first_delivered_at from outbox_entry held where held.slot = link.target) is null
    )
  from jsonb_to_recordset($1::text::jsonb) as record (slot text, object_name text, record_id uuid, call_id uuid,
    member_id uuid, payload jsonb, content_hash text, due_in_ms double precision, min_interval_ms integer,
    seen jsonb, yields jsonb, targets jsonb)
  order by slot
  on conflict (workspace_id, slot) do update set
    payload = excluded.payload,
    content_hash = excluded.content_hash,
    version = e.version + case when e.content_hash = excluded.content_hash and excluded.seen is null then 0 else 1 end,
    seen = case when excluded.seen is null then e.seen else coalesce(e.seen, '{}') || excluded.seen end,
    due_at = case
      when excluded.min_interval_ms = 0 then excluded.due_at
      when e.state = 'pending' then e.due_at
      else greatest(excluded.due_at, e.delivered_at + excluded.min_interval_ms * interval '1 millisecond') end,
    -- An edit of what waits already does not make it wait any shorter.
    waiting_since = case
      when e.state not in ('pending', 'leased')
        then greatest(excluded.due_at, e.delivered_at + excluded.min_interval_ms * interval '1 millisecond')
      when excluded.min_interval_ms = 0 then least(coalesce(e.waiting_since, e.due_at), excluded.due_at)
      else e.waiting_since end,
    min_interval_ms = excluded.min_interval_ms,
    yields = excluded.yields,
    state = case when e.state = 'leased' then 'leased' else 'pending' end,
    attempts = case when e.state in ('dead', 'dismissed') then 0 else e.attempts end,
    failure_class = case when e.state in ('dead', 'dismissed') then null else e.failure_class end,
    reason = case when e.state in ('dead', 'dismissed') then null else e.reason end,
    attention = case when e.state in ('dead', 'dismissed') then null else e.attention end,
    updated_at = now()
  where e.content_hash <> excluded.content_hash or excluded.seen is not null
    or (e.state = 'pending' and e.failure_class is null and e.min_interval_ms = 0 and excluded.due_at < e.due_at)
  returning slot, call_id`;

const INSERT_LINKS = `
  insert into outbox_link (slot, field, target_slot)
  select slot, field, target
  from jsonb_to_recordset($1::text::jsonb) as link (slot text, field text, target text)`;

/**
 * An aggregate, not `exists`: that one Postgres may answer by reading every link there is into a table of its own, for each
 * statement. With 40,000 links that was half of all the time that a backlog's delivery took.
 */
export const SET_WAITING = `
  update outbox_entry as e set is_waiting = not e.is_waiting
  where e.slot = any($1::text[]) and e.is_waiting <> coalesce((
    select bool_or(
      (select target.first_delivered_at from outbox_entry target where target.slot = l.target_slot) is null)
    from outbox_link l where l.slot = e.slot
  ), false)`;
