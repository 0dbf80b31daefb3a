import { CallId, MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Changes } from './call-changes.ts';
import type { Query } from './database.ts';
import { toJsonText } from './json.ts';
import type { WriteAgain } from './reconciliation-port.ts';
import { SET_WAITING } from './touch.ts';

/** Puts entries into the outbox once more; `ReconciliationStore.writeAgain` says what it promises. */
export const writeAgain = async (
  query: Query,
  changes: Changes,
  entries: readonly WriteAgain[],
): Promise<void> => {
  if (entries.length === 0) return;
  const slots = entries.map(({ slot }) => slot);
  const dependents = await lockAround(query, slots);
  const rows = entries.map((entry) => ({ seen: null, ...entry }));
  const written = Written.parse(await query(WRITE_AGAIN, [toJsonText(rows)]));
  if (written.length === 0) return;
  // What points at a record that is written anew waits for it; what is in Twenty already need not.
  const affected = [...new Set([...slots, ...dependents])];
  const pending = Slots.parse(
    await query(
      `select slot from outbox_entry where slot = any($1::text[]) and state in ('pending', 'leased')`,
      [affected],
    ),
  );
  await query(SET_WAITING, [pending.map(({ slot }) => slot)]);
  changes.note('outbox');
  changes.noteCalls(written.map(({ call_id }) => call_id));
  for (const { object_name, member_id } of written) {
    if (object_name === 'repProgression' && member_id !== null) changes.noteProgression(member_id);
  }
};

const Slots = z.array(z.object({ slot: z.string() }));
const Written = z.array(
  z.object({
    slot: z.string(),
    object_name: z.string(),
    call_id: CallId.nullable(),
    member_id: MemberId.nullable(),
  }),
);

/**
 * Locks the entries, those that they point at and those that point at them, in the order of their slots as everybody does:
 * else one could wait for a record whose settlement has just looked for it. Answers those that point at them.
 */
export const lockAround = async (query: Query, slots: readonly string[]): Promise<string[]> => {
  const links = z.array(z.object({ slot: z.string(), target_slot: z.string() })).parse(
    await query(
      `select slot, target_slot from outbox_link where slot = any($1::text[])
         union select slot, target_slot from outbox_link where target_slot = any($1::text[])`,
      [slots],
    ),
  );
  const around = new Set([...slots, ...links.flatMap((link) => [link.slot, link.target_slot])]);
  await query('select 1 from outbox_entry where slot = any($1::text[]) order by slot for no key update', [
    [...around],
  ]);
  return links.map(({ slot }) => slot);
};

/**
 * What is on its way already is left alone: it is compared again when it has come to rest. Anew, nothing is known of what
 * Twenty had, and that it may be there is: so its row is read first, and one that lies in the trash is not brought back.
 */
const WRITE_AGAIN = `
  update outbox_entry as e set
    state = 'pending',
    version = e.version + 1,
    due_at = statement_timestamp(),
    waiting_since = statement_timestamp(),
    attempts = 0,
    failure_class = null,
    reason = null,
    attention = case when e.state = 'delivered' then e.attention end,
    is_unanswered = e.is_unanswered or w.how = 'anew',
    last_delivered = case when w.how = 'anew' then null else e.last_delivered end,
    delivered_version = case when w.how = 'anew' then null else e.delivered_version end,
    twenty_record_id = case when w.how = 'anew' then null else e.twenty_record_id end,
    first_delivered_at = case when w.how = 'anew' then null else e.first_delivered_at end,
    seen = case when w.seen is null then e.seen else coalesce(e.seen, '{}') || w.seen end,
    updated_at = now()
  from jsonb_to_recordset($1::text::jsonb) as w (slot text, how text, seen jsonb)
  where e.slot = w.slot and e.state in ('delivered', 'dead', 'dismissed')
  returning e.slot, e.object_name, e.call_id, e.member_id`;
