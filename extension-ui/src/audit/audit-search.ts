import { AuditAction, MemberId, RecordType } from '@twenty-dialer/contract';
import { z } from 'zod';
import { type Calendar, instantsOf } from '../history/timeframe.ts';
import type { AuditRequest } from '../worker-client/audit-client.ts';

/** What the address of the trail says. A value that nobody understands is as good as none. */
export const AuditSearch = z.object({
  /** One record, by its id. */
  record: z.string().trim().min(1).max(300).optional().catch(undefined),
  type: RecordType.optional().catch(undefined),
  action: AuditAction.optional().catch(undefined),
  /** Who did it. */
  who: MemberId.optional().catch(undefined),
  when: z.enum(['today', 'week', 'custom']).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
});
export type AuditSearch = z.infer<typeof AuditSearch>;

export const NO_AUDIT_FILTERS = {
  record: undefined,
  type: undefined,
  action: undefined,
  who: undefined,
  when: undefined,
  from: undefined,
  to: undefined,
} satisfies AuditSearch;

/** What the worker is asked for a list, or a file, with these filters. */
export const auditRequest = (search: AuditSearch, calendar: Calendar, now: number): AuditRequest => ({
  ...instantsOf(search, calendar, now),
  record: search.record,
  type: search.type,
  action: search.action,
  member: search.who,
});
