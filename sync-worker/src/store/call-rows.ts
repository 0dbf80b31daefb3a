import { Attention, CallMatch, CallReport, FurtherNote, MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';
import { OBJECT_NAMES } from '../outbox/entry.ts';
import type { CallRecord } from './call-port.ts';

/** Whom the number of call `c` led to, where its rep leaves it open. */
export const MATCH_OF_CALL = `(
    select jsonb_build_object('personId', m.person_id, 'personName', p.name, 'companyId', p.company_id, 'how', m.how)
    from call_match m left join person_mirror p on p.person_id = m.person_id
    where m.call_id = c.id and c.person_id is null and not c.is_nobody
  )`;

/**
 * Calls with their entries, in one statement and so in one view of the data: `c` is the call, `change` its last change.
 * The rest (`where …`) follows.
 */
export const SELECT_CALLS = `
  select c.report, c.member_id,
    coalesce((
      select jsonb_agg(n.note order by n.written_at, n.note_id) from call_note n where n.call_id = c.id
    ), '[]') as further_notes,
    c.accepted_at, coalesce(change.change_seq, 0) as change_seq,
    ${MATCH_OF_CALL} as match,
    (select coalesce(sum(p.points), 0)::integer from progression_entry p where p.call_id = c.id) as points,
    coalesce((
      select jsonb_agg(jsonb_build_object(
        'slot', e.slot,
        'objectName', e.object_name,
        'state', e.state,
        'isDue', case
          when e.state = 'leased' then true
          when e.state <> 'pending' then false
          when not e.is_waiting then e.due_at <= statement_timestamp()
          else exists (
            select from outbox_link l join outbox_entry target on target.slot = l.target_slot
            where l.slot = e.slot and (target.state = 'leased'
              or (target.state = 'pending' and target.due_at <= statement_timestamp())))
          end,
        'attention', e.attention,
        'twentyRecordId', e.twenty_record_id,
        'firstDeliveredAt', e.first_delivered_at
      ) order by e.slot)
      from outbox_entry e where e.call_id = c.id
    ), '[]') as entries
  from call c left join call_change change on change.call_id = c.id`;

const Entry = z.object({
  slot: z.string(),
  objectName: z.enum(OBJECT_NAMES),
  state: z.enum(['pending', 'leased', 'delivered', 'dead', 'dismissed']),
  isDue: z.boolean(),
  attention: Attention.nullable(),
  twentyRecordId: z.string().nullable(),
  firstDeliveredAt: z
    .string()
    .transform((text) => new Date(text))
    .nullable(),
});

export const MatchOfCall = CallMatch.extend({ companyId: z.string().nullable() }).nullable();

const CallRows = z.array(
  z
    .object({
      report: CallReport,
      match: MatchOfCall,
      further_notes: z.array(FurtherNote),
      member_id: MemberId,
      accepted_at: z.date(),
      change_seq: z.coerce.number(),
      points: z.number(),
      entries: z.array(Entry),
    })
    .transform(
      (row): CallRecord => ({
        report: { ...row.report, furtherNotes: row.further_notes },
        match: row.match,
        memberId: row.member_id,
        acceptedAt: row.accepted_at.toISOString(),
        changeSeq: row.change_seq,
        points: row.points,
        entries: row.entries,
      }),
    ),
);

export const readCallRows = (rows: readonly unknown[]): CallRecord[] => CallRows.parse(rows);
