import type { Attention } from '@twenty-dialer/contract';
import { CallId } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Overrides } from '../outbox/overrides.ts';
import type { EditResult } from './admin-port.ts';
import type { Changes } from './call-changes.ts';
import type { Query } from './database.ts';
import { toJsonText, toStorableText } from './json.ts';

/**
 * Tries entries again as if for the first time; `AdminDeliveryStore.redrive` says which. What was given up together with a
 * record that it points at comes back with it.
 */
export const redriveEntries = async (
  query: Query,
  changes: Changes,
  slots: readonly string[],
): Promise<string[]> => {
  const along = await lockWithDependents(query, slots);
  const tried = Moved.parse(
    await query(`${TRY_AGAIN} where ${MAY_BE_TRIED} returning slot, call_id`, [along]),
  );
  changes.noteCalls(tried.map(({ call_id }) => call_id));
  if (tried.length > 0) changes.note('outbox');
  return tried.map(({ slot }) => slot);
};

/** Gives entries up, and with them what waits for them. What Twenty has loses its mark and is left as it is there. */
export const dismissEntries = async (
  query: Query,
  changes: Changes,
  { slots, words }: { slots: readonly string[]; words: string },
): Promise<string[]> => {
  const along = await lockWithDependents(query, slots);
  const message = toStorableText(words);
  const given = Moved.parse(await query(GIVE_UP, [slots, along, message, ATTENTION_KIND]));
  await query(CLOSE_LINES, [given.map(({ slot }) => slot), message]);
  changes.noteCalls(given.map(({ call_id }) => call_id));
  return given.map(({ slot }) => slot);
};

/** Keeps an admin's values and tries the entry again with them. */
export const editEntry = async (
  query: Query,
  changes: Changes,
  { slot, version, overrides }: { slot: string; version: number; overrides: Overrides },
): Promise<EditResult> => {
  const [held] = Held.parse(await query(HOLD, [slot]));
  if (held === undefined) return 'unknown';
  if (held.version !== version) return 'changed-meanwhile';
  if (held.state === 'leased') return 'on-its-way';
  if (held.state === 'delivered' && !held.has_attention) return 'in-twenty';
  await query(EDIT, [slot, toJsonText(overrides)]);
  changes.noteCalls([held.call_id]);
  changes.note('outbox');
  return 'edited';
};

/** In one go and in the order of their slots, as everybody locks entries. */
const lockWithDependents = async (query: Query, slots: readonly string[]): Promise<string[]> => {
  const rows = await query(
    `select slot from outbox_entry where slot = any($1::text[])
       or (is_waiting and slot in (select l.slot from outbox_link l where l.target_slot = any($1::text[])))
     order by slot for no key update`,
    [slots],
  );
  return z
    .array(z.object({ slot: z.string() }))
    .parse(rows)
    .map(({ slot }) => slot);
};

const Moved = z.array(z.object({ slot: z.string(), call_id: CallId.nullable() }));
const Held = z.array(
  z.object({
    state: z.string(),
    version: z.number(),
    has_attention: z.boolean(),
    call_id: CallId.nullable(),
  }),
);

const ATTENTION_KIND: Attention['kind'] = 'dismissed';

const AS_NEW = `state = 'pending', attempts = 0, due_at = statement_timestamp(),
  waiting_since = case when state in ('pending', 'leased') then waiting_since else statement_timestamp() end,
  failure_class = null, reason = null, attention = null, updated_at = now()`;

const TRY_AGAIN = `update outbox_entry set ${AS_NEW}`;

const MAY_BE_TRIED = `slot = any($1::text[]) and (
  state in ('dead', 'dismissed') or (state = 'delivered' and attention is not null)
  or (state = 'pending' and failure_class is not null))`;

/** What waits for the named ones is given up only while it never was in Twenty. */
const GIVE_UP = `
  update outbox_entry set
    state = case when state = 'delivered' then state else 'dismissed' end,
    waiting_since = case when state = 'delivered' then waiting_since end,
    attention = case when state = 'delivered' then null
      else jsonb_build_object('kind', $4::text, 'message', $3::text, 'objectName', object_name) end,
    updated_at = now()
  where (slot = any($1::text[]) and (state in ('pending', 'dead') or (state = 'delivered' and attention is not null)))
    or (slot = any($2::text[]) and state = 'pending' and is_waiting)
  returning slot, call_id`;

/** The log that is read in Twenty must not show as failed for good what somebody has looked at. */
const CLOSE_LINES = `
  update sync_failure set status = 'resolved', message = $2, at = statement_timestamp(), revision = revision + 1
  where status = 'failed' and slot = any($1::text[])`;

const HOLD = `
  select state, version, attention is not null as has_attention, call_id
  from outbox_entry where slot = $1 for no key update`;

const EDIT = `
  update outbox_entry set ${AS_NEW}, version = version + 1, overrides = coalesce(overrides, '{}') || $2::text::jsonb
  where slot = $1`;
