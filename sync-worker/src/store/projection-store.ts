import { z } from 'zod';
import type { ObjectName } from '../outbox/entry.ts';
import type { Changes } from './call-changes.ts';
import { countCalls } from './call-figures.ts';
import type { Query } from './database.ts';
import { toJsonText } from './json.ts';
import type { ProjectionStore } from './projection-port.ts';
import { markTold, readUntold } from './sync-log.ts';

/** Figures and the log of deliveries, within one transaction. */
export const createProjectionStore = (query: Query, changes: Changes): ProjectionStore => ({
  takeTurn: async () => {
    const [look] = Looks.parse(await query(LOOK));
    if (look === undefined || !look.has_news) return { kind: 'nothing-new' };
    const waitMs = Math.ceil(look.wait_ms);
    if (waitMs > 0) return { kind: 'later', waitMs };
    await query(
      'insert into projection_turn (next_at) values (statement_timestamp()) on conflict do nothing',
    );
    const held = await query(LOCK_TURN);
    return held.length > 0 ? { kind: 'now' } : { kind: 'later', waitMs: TAKEN_MS };
  },
  endTurn: async (intervalMs) => {
    await query(
      `update projection_turn set next_at = statement_timestamp() + $1 * interval '1 millisecond'`,
      [intervalMs],
    );
    // The last calls of a backlog may have changed nothing: then nobody else says that its rows are due.
    if ((await query(END_WAIT, [COUNTED])).length > 0) changes.note('outbox');
  },
  countCalls: (limit) => countCalls(query, limit),
  markCalls: async (callIds) => {
    await query('insert into call_to_count (call_id) select unnest($1::uuid[])', [callIds]);
  },
  markPeople: async (personIds) => {
    await query('insert into person_to_tell (person_id) select unnest($1::uuid[])', [personIds]);
  },
  markAllCalls: async () => {
    const marked = await query('insert into call_to_count (call_id) select id from call returning 1');
    return marked.length;
  },
  untoldLog: (limit) => readUntold(query, limit),
  markTold: (lines) => markTold(query, lines),
  openPeople: async (found) => {
    if (found.length === 0) return new Map();
    const people = toJsonText(
      found.map(({ personId, callsBefore }) => ({ id: personId, calls: callsBefore })),
    );
    await query(OPEN_PEOPLE, [people]);
    const ids = found.map(({ personId }) => personId);
    const rows = Openings.parse(
      await query('select person_id, calls_before from person_opening where person_id = any($1::uuid[])', [
        ids,
      ]),
    );
    return new Map(rows.map((row) => [row.person_id, row.calls_before]));
  },
});

const COUNTED: readonly ObjectName[] = ['callSession', 'dailyCallStats', 'person', 'syncLogEntry'];

/**
 * A retry keeps its time: it waits for a reason of its own. Entries that wait for their time are locked by nobody who
 * waits for another entry, so that these come after those that were touched, whatever their slots, is no danger.
 */
const END_WAIT = `
  update outbox_entry set due_at = statement_timestamp(), waiting_since = statement_timestamp()
  where object_name = any($1::text[]) and state = 'pending' and not is_waiting and failure_class is null
    and wake_at > statement_timestamp()
  returning 1`;

/** Another worker counts at this moment; afterwards there may be more. */
const TAKEN_MS = 1_000;

const Looks = z.array(z.object({ has_news: z.boolean(), wait_ms: z.number() }));

const LOOK = `
  select
    exists (select from call_to_count) or exists (select from person_to_tell) or exists (select from sync_failure where told_revision < revision)
      or exists (select from sync_day where told_revision < revision) as has_news,
    coalesce((
      select greatest(0, extract(epoch from next_at - clock_timestamp()) * 1000) from projection_turn
    ), 0)::double precision as wait_ms`;

const LOCK_TURN = `
  select 1 from projection_turn where next_at <= clock_timestamp() for no key update skip locked`;

/** In one order, so that two workers that meet the same people do not wait for each other. */
const OPEN_PEOPLE = `
  insert into person_opening (person_id, calls_before)
  select id, calls from jsonb_to_recordset($1::text::jsonb) as found (id uuid, calls integer) order by id
  on conflict (workspace_id, person_id) do nothing`;

const Openings = z.array(z.object({ person_id: z.string(), calls_before: z.number() }));
