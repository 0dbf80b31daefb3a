import { AuditList, type AuditLogQuery, type AuditQuery, ROUTES } from '@twenty-dialer/contract';
import { queryOf, type WorkerClient, withQuery } from './worker-client.ts';

export type AuditRequest = { [Part in keyof AuditQuery]?: AuditQuery[Part] | undefined };

/** Who changed what. */
export const auditClient = ({ ask }: Pick<WorkerClient, 'ask'>) => ({
  list: (asked: AuditRequest) => ask(withQuery(ROUTES.audit, queryOf(asked)), { schema: AuditList }),
});

/** Where the trail is fetched as a file. */
export const auditLogAddress = (asked: { [Part in keyof AuditLogQuery]?: AuditLogQuery[Part] | undefined }) =>
  `${ROUTES.auditLog.path}?${queryOf(asked)}`;
