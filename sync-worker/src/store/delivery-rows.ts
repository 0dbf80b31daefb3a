import { Attention, CallId, DeliveryStage, FailureKind, MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';
import { OBJECT_NAMES } from '../outbox/entry.ts';
import type { DeliveryRow } from './admin-port.ts';

/**
 * Entries as an admin sees them, to be followed by a condition on `e`. What has no name of its own (a note's link) is
 * called as its call is.
 */
export const SELECT_DELIVERIES = `
  select e.slot, e.object_name, e.call_id, e.member_id, e.attempts, e.reason, e.attention, e.is_waiting, e.updated_at,
    e.delivered_at, e.twenty_record_id, e.stage, e.failure,
    case when e.state = 'pending' and not e.is_waiting then e.due_at end as due_at,
    case when e.state in ('pending', 'leased') and coalesce(e.waiting_since, e.due_at) <= statement_timestamp()
      then coalesce(e.waiting_since, e.due_at) end as waiting_since,
    coalesce(e.payload ->> 'name', e.payload ->> 'title', (
      select parent.payload ->> 'name' from outbox_entry parent where parent.slot = 'phoneCall:' || e.call_id
    ), '') as title,
    coalesce((select p.member_name from member_progression p where p.member_id = e.member_id),
      e.payload #>> '{createdBy,name}', '') as member_name
  from outbox_entry e`;

export const readDeliveryRows = (rows: unknown): DeliveryRow[] => Rows.parse(rows);

const asInstant = z.date().transform((date) => date.toISOString());

const Row = z
  .object({
    slot: z.string(),
    object_name: z.enum(OBJECT_NAMES),
    call_id: CallId.nullable(),
    member_id: MemberId.nullable(),
    member_name: z.string(),
    attempts: z.number(),
    reason: z.string().nullable(),
    attention: Attention.nullable(),
    is_waiting: z.boolean(),
    stage: DeliveryStage,
    failure: FailureKind.nullable(),
    title: z.string(),
    updated_at: asInstant,
    delivered_at: asInstant.nullable(),
    due_at: asInstant.nullable(),
    waiting_since: asInstant.nullable(),
    twenty_record_id: z.string().nullable(),
  })
  .transform(
    (row): DeliveryRow => ({
      slot: row.slot,
      objectName: row.object_name,
      title: row.title,
      stage: row.stage,
      isHeldBack: row.is_waiting,
      failure: row.failure,
      reason: row.reason,
      attention: row.attention,
      member: row.member_id === null ? null : { id: row.member_id, name: row.member_name },
      callId: row.call_id,
      attempts: row.attempts,
      waitingSince: row.waiting_since,
      dueAt: row.due_at,
      changedAt: row.updated_at,
      deliveredAt: row.delivered_at,
      twentyRecordId: row.twenty_record_id,
    }),
  );
const Rows = z.array(Row);
