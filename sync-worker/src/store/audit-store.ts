import { DeliveryDeed } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Actor, AuditStore } from './admin-port.ts';
import type { Query } from './database.ts';
import { toJsonText, toStorableText } from './json.ts';

/** What admins did, within one transaction. */
export const createAuditStore = (query: Query): AuditStore => ({
  note: async (actor, { action, subject, detail }) => {
    await noteDeeds(query, actorText(actor), { action, subjects: [subject], detail });
  },
  of: async (subject, limit) => Deeds.parse(await query(DEEDS, [subject, limit])),
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
  insert into audit_event (member_id, member, action, subject, detail, request_id)
  select (actor ->> 'id')::uuid, actor - 'requestId', $2, nullif(subject, ''), $4, actor ->> 'requestId'
  from (select $1::text::jsonb as actor) as who cross join unnest($3::text[]) as done (subject)`;

const DEEDS = `
  select id::text, at, member ->> 'name' as by, action, detail from audit_event
  where subject = $1 order by id desc limit $2`;

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
