import { MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { ProgressionTotals } from '../outbox/progression-record.ts';
import { repProgressionSlot } from '../outbox/slot.ts';
import type { Changes } from './call-changes.ts';
import type { Query } from './database.ts';
import { toStorableText } from './json.ts';
import { appendEntries, readLedger } from './ledger.ts';
import { lockMember } from './member-lock.ts';
import type { MemberTotals, ProgressionStore } from './progression-port.ts';
import {
  readTotals,
  recomputeTotals,
  TOTALS_COLUMNS,
  TotalsRow,
  toTotals,
  updateStreak,
} from './progression-totals.ts';

/** The ledger and what is computed from it, within one transaction. */
export const createProgressionStore = (query: Query, changes: Changes): ProgressionStore => {
  const totalsOf = async (memberId: MemberId): Promise<MemberTotals> => {
    const totals = await readTotals(query, memberId);
    if (totals === null) throw new Error(`The totals of ${memberId} were written and yet are not there.`);
    changes.noteProgression(memberId);
    return totals;
  };

  return {
    append: async (call, missing) => {
      const entries = missing(call.isFirst ? [] : await readLedger(query, call.callId));
      if (entries.length === 0) return null;
      const { id } = call.member;
      const { totals, hasMovedDays } = await appendEntries(query, call, entries);
      changes.noteProgression(id);
      // What is taken back may have been the last call: then only the ledger knows which one is the last now.
      const isTakenBack = entries.some(({ rule }) => rule === 'call-taken-back');
      if (!isTakenBack && !hasMovedDays) return totals;
      await (isTakenBack ? recomputeTotals(query, id) : updateStreak(query, id));
      return totalsOf(id);
    },
    open: async (member, found) => {
      await lockMember(query, member.id);
      const opened = await query(OPEN, openingOf(member.id, found));
      if (opened.length === 0) return null;
      await recomputeTotals(query, member.id);
      await query('update member_progression set member_name = $2 where member_id = $1', [
        member.id,
        toStorableText(member.name),
      ]);
      return totalsOf(member.id);
    },
    get: async (memberId) => {
      const [found] = Progressions.parse(await query(GET, [memberId, repProgressionSlot(memberId)]));
      return found ?? null;
    },
    members: async () => Members.parse(await query(MEMBERS)).map(({ member_id }) => member_id),
    rebuild: async (memberId) => {
      await lockMember(query, memberId);
      const before = await readTotals(query, memberId);
      await recomputeTotals(query, memberId);
      return { before, after: await totalsOf(memberId) };
    },
  };
};

const OPEN = `
  insert into progression_entry
    (member_id, revision, rule, points, calls, talk_seconds, started_at, streak_days, streak_through)
  values ($1, 0, 'opening', $2, $3, $4, $5, $6, $7)
  on conflict (workspace_id, member_id) where rule = 'opening' do nothing
  returning id`;

const openingOf = (memberId: MemberId, found: ProgressionTotals | null) => [
  memberId,
  found?.totalXp ?? 0,
  found?.totalCalls ?? 0,
  found?.totalTalkSeconds ?? 0,
  found?.lastCallAt ?? null,
  found?.streakDays ?? 0,
  found?.streakThrough ?? null,
];

const Progressions = z.array(
  TotalsRow.extend({
    state: z.enum(['pending', 'leased', 'delivered', 'dead', 'dismissed']).nullable(),
    is_due: z.boolean().nullable(),
    delivered_at: z.date().nullable(),
    delivered_xp: z.number().nullable(),
  }).transform((row) => ({
    ...toTotals(row),
    entry:
      row.state === null
        ? null
        : {
            state: row.state,
            isDue: row.is_due ?? false,
            deliveredAt: row.delivered_at?.toISOString() ?? null,
            deliveredXp: row.delivered_xp,
          },
  })),
);

/** The totals together with how far they have come on their way to Twenty, in one view of the data. */
const GET = `
  select ${TOTALS_COLUMNS}, e.state, e.due_at <= statement_timestamp() as is_due, e.delivered_at,
    (e.last_delivered ->> 'totalXp')::integer as delivered_xp
  from member_progression t left join outbox_entry e on e.slot = $2
  where t.member_id = $1`;

const Members = z.array(z.object({ member_id: MemberId }));
const MEMBERS = `
  select member_id from progression_entry union select member_id from member_progression order by member_id`;
