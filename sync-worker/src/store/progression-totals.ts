import { MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';
import { type Streak, streakOf } from '../outbox/progression-days.ts';
import { repProgressionSlot } from '../outbox/slot.ts';
import type { Query } from './database.ts';
import type { MemberTotals } from './progression-port.ts';

/** A member's totals as they are kept; null where there are none. */
export const readTotals = async (query: Query, memberId: MemberId): Promise<MemberTotals | null> => {
  const [totals] = Totals.parse(
    await query(`select ${TOTALS_COLUMNS} from member_progression t where t.member_id = $1`, [memberId]),
  );
  return totals ?? null;
};

export const TOTALS_COLUMNS = `
  t.member_id, t.member_name, t.total_xp, t.total_calls, t.total_talk_seconds, t.last_call_at, t.streak_days,
  t.streak_through::text as streak_through, t.is_opened`;

export const TotalsRow = z.object({
  member_id: MemberId,
  member_name: z.string(),
  total_xp: z.number(),
  total_calls: z.number(),
  total_talk_seconds: z.number(),
  last_call_at: z.date().nullable(),
  streak_days: z.number(),
  streak_through: z.string().nullable(),
  is_opened: z.boolean(),
});

export const toTotals = (row: z.infer<typeof TotalsRow>): MemberTotals => ({
  member: { id: row.member_id, name: row.member_name },
  isOpened: row.is_opened,
  totalXp: row.total_xp,
  totalCalls: row.total_calls,
  totalTalkSeconds: row.total_talk_seconds,
  lastCallAt: row.last_call_at?.toISOString() ?? null,
  streakDays: row.streak_days,
  streakThrough: row.streak_through,
});
const Totals = z.array(TotalsRow.transform(toTotals));

/** Works a member's streak out from the days that are kept. */
export const updateStreak = async (query: Query, memberId: MemberId): Promise<void> => {
  const [found] = Days.parse(await query(SELECT_DAYS, [memberId]));
  const opening: Streak = { days: found?.opening_days ?? 0, through: found?.opening_through ?? null };
  const { days, through } = streakOf(found?.days ?? [], opening);
  await query('update member_progression set streak_days = $2, streak_through = $3 where member_id = $1', [
    memberId,
    days,
    through,
  ]);
};

const Days = z.array(
  z.object({
    days: z.array(z.string()),
    opening_days: z.number().nullable(),
    opening_through: z.string().nullable(),
  }),
);

const SELECT_DAYS = `
  select
    coalesce((
      select jsonb_agg(day::text) from member_active_day where member_id = $1 and calls > 0
    ), '[]') as days,
    opening.streak_days as opening_days, opening.streak_through::text as opening_through
  from (select 1) as always left join progression_entry opening
    on opening.member_id = $1 and opening.rule = 'opening'`;

/** Works everything about a member out from the ledger alone. Whoever calls it holds the member's lock. */
export const recomputeTotals = async (query: Query, memberId: MemberId): Promise<void> => {
  await query('delete from member_active_day where member_id = $1', [memberId]);
  await query(INSERT_DAYS, [memberId]);
  await query(UPSERT_TOTALS, [memberId, repProgressionSlot(memberId)]);
  await updateStreak(query, memberId);
};

const INSERT_DAYS = `
  insert into member_active_day (member_id, day, calls)
  select $1, day, sum(calls) from progression_entry
  where member_id = $1 and day is not null group by day having sum(calls) <> 0`;

/**
 * A name is no part of the ledger: where the row is gone, the one that Twenty was given last is taken.
 * The last call is the newest one that still counts: one that was taken back from a time does not count for it.
 */
const UPSERT_TOTALS = `
  insert into member_progression as held
    (member_id, member_name, total_xp, total_calls, total_talk_seconds, last_call_at, is_opened)
  select $1, coalesce((select payload ->> 'name' from outbox_entry where slot = $2), ''),
    coalesce(sum(points), 0), coalesce(sum(calls), 0), coalesce(sum(talk_seconds), 0),
    (select max(started_at) from (
      select started_at from progression_entry where member_id = $1 and started_at is not null
      group by call_id, started_at having sum(calls) > 0 or call_id is null
    ) as counted),
    coalesce(bool_or(rule = 'opening'), false)
  from progression_entry where member_id = $1
  on conflict (workspace_id, member_id) do update set
    total_xp = excluded.total_xp,
    total_calls = excluded.total_calls,
    total_talk_seconds = excluded.total_talk_seconds,
    last_call_at = excluded.last_call_at,
    is_opened = excluded.is_opened`;
