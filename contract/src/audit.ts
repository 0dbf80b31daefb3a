import { z } from 'zod';
import { DeedAction } from './deliveries.ts';
import { Instant, MemberId } from './primitives.ts';
import { SESSION_ACTIONS } from './session-events.ts';

/**
 * What the trail tells. `created`, `changed` and `deleted` are written by the tables themselves; the others are deeds,
 * told in words.
 */
export const AuditAction = z.enum([
  'created',
  'changed',
  'deleted',
  ...DeedAction.options,
  ...SESSION_ACTIONS,
]);
export type AuditAction = z.infer<typeof AuditAction>;

/** Kinds of records whose every change is told. */
export const RECORD_TYPES = [
  'call',
  'call-note',
  'call-match',
  'session',
  'delivery-pause',
  'delivery-job',
  'comparison',
  'accepted-difference',
  'points',
  'workspace',
  'workspace-setting',
  'member-setting',
  'role-mapping',
  'granted-permission',
  'chosen-role',
] as const;
export const RecordType = z.enum(RECORD_TYPES);
export type RecordType = z.infer<typeof RecordType>;

/** A field before and after; a side that is missing had, or has, nothing. */
export const AuditChange = z.object({ old: z.unknown(), new: z.unknown() }).partial();
export type AuditChange = z.infer<typeof AuditChange>;

/** Somebody as they were at that time. */
export const AuditPerson = z.object({
  id: MemberId,
  name: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
});
export type AuditPerson = z.infer<typeof AuditPerson>;

export const AuditEvent = z.object({
  id: z.string(),
  at: Instant,
  /** Null when it was nobody's request, or nobody was known. Of a session that ended: whose it was. */
  by: AuditPerson.nullable(),
  /** Which of the dialer's own works it was: `delivery`, `matching`, `retention`, … */
  work: z.string().nullable(),
  action: AuditAction,
  /** Null for a deed that is told in words. */
  recordType: z.string().nullable(),
  /** What it was done to: a call's id, an entry's slot, a member's id; null where it was the whole workspace. */
  recordId: z.string().nullable(),
  /** The reason that was given, and what was done, in words. */
  detail: z.string(),
  changes: z.record(z.string(), AuditChange),
  requestId: z.string().nullable(),
  address: z.string().nullable(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

const Filters = {
  /** One record, as `recordId` names it. */
  record: z.string().min(1).max(300).optional(),
  type: RecordType.optional(),
  action: AuditAction.optional(),
  /** Who did it. */
  member: MemberId.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
};

/** `GET /api/audit`: newest first. */
export const AuditQuery = z.strictObject({
  ...Filters,
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, 'Use the one that came with the last page.')
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type AuditQuery = z.infer<typeof AuditQuery>;
export const AuditList = z.object({ events: z.array(AuditEvent), nextCursor: z.string().nullable() });
export type AuditList = z.infer<typeof AuditList>;

/** `GET /api/audit-log`: the same as a file, newest first. */
export const AuditLogQuery = z.strictObject({ ...Filters, format: z.enum(['csv', 'json']).default('csv') });
export type AuditLogQuery = z.infer<typeof AuditLogQuery>;
