import { type CallId, CallLine, type MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { LedgerEntry } from '../outbox/progression-entries.ts';
import type { Query } from './database.ts';
import { toJsonText, toStorableText } from './json.ts';
import type { MemberTotals } from './progression-port.ts';
import { TOTALS_COLUMNS, TotalsRow, toTotals } from './progression-totals.ts';

/** What the ledger holds about a call, in the order in which it was appended. */
export const readLedger = async (query: Query, callId: CallId): Promise<LedgerEntry[]> =>
  Entries.parse(await query(READ, [callId]));

const READ = `
  select rule, points, calls, talk_seconds as "talkSeconds", day::text as day, started_at as "startedAt", line,
    is_earning as "isEarning"
  from progression_entry where call_id = $1 order by id`;

const counted = {
  calls: z.number(),
  talkSeconds: z.number(),
  day: z.string(),
  startedAt: z.date().transform((date) => date.toISOString()),
};
const Entries = z.array(
  z.discriminatedUnion('rule', [
    z.object({ rule: z.literal('call'), line: CallLine, isEarning: z.boolean(), ...counted }),
    z.object({ rule: z.literal('call-taken-back'), ...counted }),
    z.object({ rule: z.enum(['dial', 'connect']), points: z.number() }),
  ]),
);

export interface Append {
  readonly callId: CallId;
  readonly revision: number;
  readonly member: { readonly id: MemberId; readonly name: string };
  /** Nothing was known of the call before, so the ledger holds nothing of it either. */
  readonly isFirst?: boolean;
}

/**
 * Appends entries and moves the member's totals and days by as much, in one statement: a report waits for it. Answers the
 * totals, and whether a day has become one with calls, or ceased to be one: then the streak is another.
 */
export const appendEntries = async (
  query: Query,
  { callId, revision, member }: Append,
  entries: readonly LedgerEntry[],
): Promise<{ totals: MemberTotals; hasMovedDays: boolean }> => {
  const name = toStorableText(member.name);
  const [row] = Appended.parse(await query(APPEND, [member.id, name, callId, revision, toJsonText(entries)]));
  if (row === undefined) throw new Error(`The totals of ${member.id} were written and yet are not there.`);
  return { totals: toTotals(row), hasMovedDays: row.has_moved_days };
};

const Appended = z.array(TotalsRow.extend({ has_moved_days: z.boolean() }));

/** The unique key makes an entry count once, whatever is tried; only what was really appended moves the totals. */
const APPEND = `
  with appended as (
    insert into progression_entry
      (member_id, call_id, revision, rule, points, calls, talk_seconds, day, started_at, line, is_earning)
    select $1, $3, $4, rule, coalesce(points, 0), coalesce(calls, 0), coalesce("talkSeconds", 0), day, "startedAt",
      line, "isEarning"
    from jsonb_to_recordset($5::text::jsonb) as entry (rule text, points integer, calls integer,
      "talkSeconds" integer, day date, "startedAt" timestamptz, line text, "isEarning" boolean)
    on conflict (workspace_id, call_id, revision, rule) do nothing
    returning points, calls, talk_seconds, day, started_at
  ), totals as (
    insert into member_progression as t
      (member_id, member_name, total_xp, total_calls, total_talk_seconds, last_call_at)
    select $1, $2, coalesce(sum(points), 0), coalesce(sum(calls), 0),
      coalesce(sum(talk_seconds), 0), max(started_at) filter (where calls > 0)
    from appended
    on conflict (workspace_id, member_id) do update set
      member_name = excluded.member_name,
      total_xp = t.total_xp + excluded.total_xp,
      total_calls = t.total_calls + excluded.total_calls,
      total_talk_seconds = t.total_talk_seconds + excluded.total_talk_seconds,
      last_call_at = greatest(t.last_call_at, excluded.last_call_at)
    returning ${TOTALS_COLUMNS}
  ), changed as (
    select day, sum(calls) as calls from appended where day is not null group by day having sum(calls) <> 0
  ), counted as (
    insert into member_active_day as held (member_id, day, calls)
    select $1, day, calls from changed order by day
    on conflict (workspace_id, member_id, day) do update set calls = held.calls + excluded.calls
    returning held.day, held.calls
  )
  select totals.*, exists (
    select from counted join changed using (day)
    where (counted.calls > 0) <> (counted.calls - changed.calls > 0)
  ) as has_moved_days
  from totals`;
