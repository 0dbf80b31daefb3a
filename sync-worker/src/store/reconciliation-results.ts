import {
  CallId,
  DifferenceCause,
  DifferenceState,
  MemberId,
  type ReconciledDay,
  type ReconciledTotals,
  Remedy,
} from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Compared, CountOfCall } from '../outbox/reconciled.ts';
import type { Query } from './database.ts';
import { toJsonText } from './json.ts';
import type { DifferenceRow, ReconciliationStore } from './reconciliation-port.ts';

type Results = Pick<ReconciliationStore, 'keep' | 'keepTotals' | 'sides' | 'differences'>;

/** What comparing came to. */
export const createReconciliationResults = (query: Query): Results => ({
  keep: async (id, compared) => {
    if (compared.length === 0) return;
    const subjects = compared.map(({ subject }) => subject);
    const differences = compared.flatMap((one) => one.differences.map((each) => toRow(id, each)));
    await query(DELETE_COUNTS, [id, subjects]);
    await query(DELETE_OPEN, [id, subjects]);
    await query(END_REPAIRS, [id, subjects, differences.map(({ key }) => key)]);
    if (differences.length > 0) await query(UPSERT_DIFFERENCES, [toJsonText(differences)]);
    const counts = addedUp(id, compared);
    if (counts.length > 0) await query(ADD_COUNTS, [toJsonText(counts)]);
    const inTrash = compared.flatMap((one) => one.inTrash);
    if (inTrash.length > 0) await query(KNOW_TRASH, [inTrash]);
  },
  keepTotals: async (id, totals) => {
    if (totals.length === 0) return;
    const rows = totals.map(({ memberId, here, twenty }) => ({ id, member: memberId, here, twenty }));
    await query(UPSERT_TOTALS, [toJsonText(rows)]);
  },
  sides: async (id) => ({
    days: Days.parse(await query(SELECT_DAYS, [id])),
    totals: Totals.parse(await query(SELECT_TOTALS, [id])),
  }),
  differences: async (id, { causes, memberIds, day, after, limit }) => {
    const [rank, from] = (after ?? '-1:0').split(':').map(Number);
    const rows = Differences.parse(
      await query(
        `${SELECT_DIFFERENCES} where d.reconciliation_id = $1 and ($2::text[] is null or d.cause = any($2))
           and ($3::uuid[] is null or d.member_id = any($3)) and ($4::date is null or d.day = $4)
           and (${RANK}, d.id) > ($5::integer, $6::bigint)
         order by ${RANK}, d.id limit $7`,
        [id, causes, memberIds, day, rank ?? -1, from ?? 0, limit + 1],
      ),
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      differences: page,
      through: rows.length > limit && last !== undefined ? `${RANKS[last.state]}:${last.id}` : null,
    };
  },
});

const DELETE_COUNTS = `
  delete from reconciliation_count where reconciliation_id = $1 and subject = any($2::text[]) and subject <> ''`;
const DELETE_OPEN = `
  delete from reconciliation_difference
  where reconciliation_id = $1 and subject = any($2::text[]) and state = 'open'`;
/** What was pressed while it was compared has not been done yet, and stays as it is. */
const END_REPAIRS = `
  update reconciliation_difference set state = case remedy when 'accept' then 'accepted' else 'repaired' end
  where reconciliation_id = $1 and subject = any($2::text[]) and state = 'repairing' and is_applied
    and key <> all ($3::text[])`;

const toRow = (id: string, difference: Compared['differences'][number]) => ({
  reconciliation_id: id,
  subject: difference.subject,
  key: difference.key,
  cause: difference.cause,
  slot: difference.slot,
  object_name: difference.objectName,
  call_id: difference.callId,
  member_id: difference.memberId,
  day: difference.day,
  title: difference.title,
  message: difference.message,
  fields: difference.fields,
  twenty_record_id: difference.twentyRecordId,
  fingerprint: difference.fingerprint,
});

const COLUMNS = `reconciliation_id, subject, key, cause, slot, object_name, call_id, member_id, day, title, message, fields,
    twenty_record_id, fingerprint`;

const UPSERT_DIFFERENCES = `
  insert into reconciliation_difference as held (${COLUMNS})
  select ${COLUMNS}
  from jsonb_to_recordset($1::text::jsonb) as found (reconciliation_id uuid, subject text, key text, cause text, slot text,
    object_name text, call_id uuid, member_id uuid, day date, title text, message text, fields jsonb,
    twenty_record_id text, fingerprint text)
  on conflict (workspace_id, reconciliation_id, key) do update set
    subject = excluded.subject, cause = excluded.cause, day = excluded.day, title = excluded.title,
    message = excluded.message, fields = excluded.fields, twenty_record_id = excluded.twenty_record_id,
    fingerprint = excluded.fingerprint, state = 'open', remedy = null, settled_by = null, settled_at = null,
    is_applied = false
    where held.state <> 'repairing' or held.is_applied`;

/** Calls that are the same on both sides are added up; what is not keeps a row of its own, to be taken back one day. */
const addedUp = (id: string, compared: readonly Compared[]) => {
  const rows = new Map<string, CountOfCall & { id: string; subject: string; side: string }>();
  const add = (subject: string, side: string, count: CountOfCall) => {
    const key = [subject, side, count.day, count.member].join('\n');
    const held = rows.get(key);
    rows.set(key, {
      ...count,
      id,
      subject,
      side,
      calls: count.calls + (held?.calls ?? 0),
      talkSeconds: count.talkSeconds + (held?.talkSeconds ?? 0),
    });
  };
  for (const { subject, differences, here, twenty } of compared) {
    const isSame = differences.length === 0 && JSON.stringify(here) === JSON.stringify(twenty);
    if (isSame) for (const count of here) add('', 'both', count);
    else {
      for (const count of here) add(subject, 'here', count);
      for (const count of twenty) add(subject, 'twenty', count);
    }
  }
  return [...rows.values()];
};

const ADD_COUNTS = `
  insert into reconciliation_count as held (reconciliation_id, subject, side, day, member, calls, talk_seconds)
  select id, subject, side, day, member, calls, "talkSeconds"
  from jsonb_to_recordset($1::text::jsonb) as added (id uuid, subject text, side text, day date, member text,
    calls integer, "talkSeconds" integer)
  on conflict (workspace_id, reconciliation_id, subject, side, day, member) do update set
    calls = held.calls + excluded.calls, talk_seconds = held.talk_seconds + excluded.talk_seconds`;

const KNOW_TRASH = `
  insert into reconciliation_known (key, what, fingerprint) select unnest($1::text[]), 'in-trash', ''
  on conflict do nothing`;

const UPSERT_TOTALS = `
  insert into reconciliation_total (reconciliation_id, member_id, here, twenty)
  select id, member, here, twenty
  from jsonb_to_recordset($1::text::jsonb) as total (id uuid, member uuid, here jsonb, twenty jsonb)
  on conflict (workspace_id, reconciliation_id, member_id) do update set
    here = excluded.here, twenty = excluded.twenty`;

const NAMES = `left join member_progression p on p.member_id::text =`;

const SELECT_DAYS = `
  select sums.*, coalesce(p.member_name, '') as member_name
  from (
    select c.day::text as day, c.member,
      coalesce(sum(c.calls) filter (where c.side <> 'twenty'), 0)::integer as here_calls,
      coalesce(sum(c.talk_seconds) filter (where c.side <> 'twenty'), 0)::integer as here_talk,
      coalesce(sum(c.calls) filter (where c.side <> 'here'), 0)::integer as twenty_calls,
      coalesce(sum(c.talk_seconds) filter (where c.side <> 'here'), 0)::integer as twenty_talk
    from reconciliation_count c where c.reconciliation_id = $1 group by c.day, c.member
  ) as sums ${NAMES} sums.member
  order by sums.day desc, member_name, sums.member`;

const Days = z.array(
  z
    .object({
      day: z.string(),
      member: z.string(),
      member_name: z.string(),
      here_calls: z.number(),
      here_talk: z.number(),
      twenty_calls: z.number(),
      twenty_talk: z.number(),
    })
    .transform((row): ReconciledDay => {
      const member = MemberId.safeParse(row.member);
      return {
        day: row.day,
        member: member.success ? { id: member.data, name: row.member_name } : null,
        here: { calls: row.here_calls, talkSeconds: row.here_talk },
        inTwenty: { calls: row.twenty_calls, talkSeconds: row.twenty_talk },
      };
    }),
);

const SELECT_TOTALS = `
  select t.member_id, coalesce(p.member_name, '') as member_name, t.here, t.twenty
  from reconciliation_total t left join member_progression p on p.member_id = t.member_id
  where t.reconciliation_id = $1 order by member_name, t.member_id`;

const Sums = z.object({ xp: z.number(), calls: z.number(), talkSeconds: z.number() });
const Totals = z.array(
  z.object({ member_id: MemberId, member_name: z.string(), here: Sums, twenty: Sums.nullable() }).transform(
    (row): ReconciledTotals => ({
      member: { id: row.member_id, name: row.member_name },
      here: row.here,
      inTwenty: row.twenty,
    }),
  ),
);

const RANKS = { open: 0, repairing: 1, repaired: 2, accepted: 2 } as const;
const RANK = `case d.state when 'open' then 0 when 'repairing' then 1 else 2 end`;

export const SELECT_DIFFERENCES = `
  select d.id::text as id, d.subject, d.key, d.cause, d.state, d.slot, d.object_name, d.call_id, d.member_id,
    coalesce(p.member_name, '') as member_name, d.day::text as day, d.title, d.message, d.fields, d.twenty_record_id,
    d.fingerprint, d.remedy, d.settled_by, d.settled_at
  from reconciliation_difference d left join member_progression p on p.member_id = d.member_id`;

export const Differences = z.array(
  z
    .object({
      id: z.string(),
      subject: z.string(),
      key: z.string(),
      cause: DifferenceCause,
      state: DifferenceState,
      slot: z.string().nullable(),
      object_name: z.string(),
      call_id: CallId.nullable(),
      member_id: MemberId.nullable(),
      member_name: z.string(),
      day: z.string().nullable(),
      title: z.string(),
      message: z.string(),
      fields: z.array(z.object({ name: z.string(), here: z.json(), inTwenty: z.json() })),
      twenty_record_id: z.string().nullable(),
      fingerprint: z.string(),
      remedy: Remedy.nullable(),
      settled_by: z.string().nullable(),
      settled_at: z.date().nullable(),
    })
    .transform(
      (row): DifferenceRow => ({
        id: row.id,
        subject: row.subject,
        key: row.key,
        cause: row.cause,
        state: row.state,
        slot: row.slot,
        objectName: row.object_name,
        callId: row.call_id,
        member: row.member_id === null ? null : { id: row.member_id, name: row.member_name },
        day: row.day,
        title: row.title,
        message: row.message,
        fields: row.fields,
        twentyRecordId: row.twenty_record_id,
        fingerprint: row.fingerprint,
        remedy: row.remedy,
        settledBy: row.settled_by,
        settledAt: row.settled_at?.toISOString() ?? null,
      }),
    ),
);
