import {
  AuditAction,
  AuditChange,
  type AuditEvent,
  AuditPerson,
  DeliveryDeed,
} from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Actor, AuditStore, TrailKeeper } from './admin-port.ts';
import type { Query } from './database.ts';
import { toJsonText, toStorableText } from './json.ts';

/** What admins did, within one transaction. */
export const createAuditStore = (query: Query): AuditStore => ({
  note: async (actor, { action, subject, detail }) => {
    await noteDeeds(query, actorText(actor), { action, subjects: [subject], detail });
  },
  noteSession: async ({ action, member, roles, reason }) => {
    const who = member === null ? null : actorText({ member, roles, requestId: null });
    await query(NOTE_SESSION, [who, action, reason]);
  },
  of: async (subject, limit) => Deeds.parse(await query(DEEDS, [subject, limit])),
  list: async ({ record, type, action, member, from, to, after, limit }) =>
    Events.parse(
      await query(LIST, [
        record ?? null,
        type ?? null,
        action ?? null,
        member ?? null,
        from ?? null,
        to ?? null,
        after,
        limit,
      ]),
    ),
});

/** The trail under the role that may take entries out of it, within one transaction. */
export const createTrailKeeper = (query: Query): TrailKeeper => ({
  older: async (thanMs, limit) => Events.parse(await query(OLDER, [thanMs, limit])),
  remove: async (ids) => {
    await query('delete from audit_event where id = any($1::bigint[])', [ids]);
  },
});

/** Notes the same deed about several things, in one statement. `actor` is as `actorText` gives it. */
export const noteDeeds = async (
  query: Query,
  actor: string,
  deed: { action: DeliveryDeed['action']; subjects: readonly (string | null)[]; detail: string },
): Promise<void> => {
  if (deed.subjects.length === 0) return;
  await query(NOTE, [
    actor,
    deed.action,
    deed.subjects.map((subject) => subject ?? ''),
    toStorableText(deed.detail),
  ]);
};

/** Who did it, as they were then. */
export const actorText = ({ member, roles, requestId }: Actor): string =>
  toJsonText({
    id: member.id,
    name: `${member.firstName} ${member.lastName}`.trim() || member.email,
    email: member.email,
    roles: roles.map(({ label }) => label),
    requestId,
  });

const NOTE = `
  insert into audit_event (member_id, member, action, subject, detail, request_id, address)
  select (actor ->> 'id')::uuid, actor - 'requestId', $2, nullif(subject, ''), $4, actor ->> 'requestId',
    current_actor() ->> 'address'
  from (select $1::text::jsonb as actor) as who cross join unnest($3::text[]) as done (subject)`;

const NOTE_SESSION = `
  insert into audit_event (member_id, member, action, subject, detail, request_id, address)
  select (who ->> 'id')::uuid, who - 'requestId', $2, who ->> 'id', $3,
    current_actor() ->> 'requestId', current_actor() ->> 'address'
  from (select $1::text::jsonb as who) as given`;

const DEEDS = `
  select id::text, at, member ->> 'name' as by, action, detail from audit_event
  where subject = $1 and record_type is null order by audit_event.id desc limit $2`;

const EVENT = `select id::text, at, member_id, member, work, action, record_type, subject, detail, changes, request_id, address`;

const LIST = `
  ${EVENT}
  from audit_event
  where ($1::text is null or subject = $1) and ($2::text is null or record_type = $2)
    and ($3::text is null or action = $3) and ($4::uuid is null or member_id = $4)
    and ($5::timestamptz is null or at >= $5) and ($6::timestamptz is null or at < $6)
    and ($7::bigint is null or id < $7)
  order by audit_event.id desc limit $8`;

/** Several workers may tidy up at once: what another one has in its hands is left to it. */
const OLDER = `
  ${EVENT}
  from audit_event where at < statement_timestamp() - $1 * interval '1 millisecond'
  order by audit_event.id limit $2 for update skip locked`;

/** A member of before this release has no roles there. */
const Events = z.array(
  z
    .object({
      id: z.string(),
      at: z.date(),
      member: AuditPerson.extend({ roles: z.array(z.string()).default([]) }).nullable(),
      work: z.string().nullable(),
      action: AuditAction,
      record_type: z.string().nullable(),
      subject: z.string().nullable(),
      detail: z.string(),
      changes: z.record(z.string(), AuditChange).nullable(),
      request_id: z.string().nullable(),
      address: z.string().nullable(),
    })
    .transform(
      (row): AuditEvent => ({
        id: row.id,
        at: row.at.toISOString(),
        by: row.member,
        work: row.work,
        action: row.action,
        recordType: row.record_type,
        recordId: row.subject,
        detail: row.detail,
        changes: row.changes ?? {},
        requestId: row.request_id,
        address: row.address,
      }),
    ),
);

const Deeds = z.array(
  z
    .object({
      id: z.string(),
      at: z.date(),
      by: z.string(),
      action: DeliveryDeed.shape.action,
      detail: z.string(),
    })
    .transform((row): DeliveryDeed => ({ ...row, at: row.at.toISOString() })),
);
