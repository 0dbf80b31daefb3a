import {
  type AuditEvent,
  type AuditList,
  AuditLogQuery,
  AuditQuery,
  type WorkspaceId,
} from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import { download } from '../http/download.ts';
import { parse } from '../http/parse.ts';
import { forPermission, type RouteHandlers } from '../http/route.ts';
import type { AuditFilter } from '../store/admin-port.ts';
import type { Store } from '../store/port.ts';

interface AuditDeps {
  /** A report goes before whoever looks back. */
  readonly background: Pick<Store, 'transaction'>;
  readonly log: Pick<Logger, 'error'>;
}

/** Who changed what, for admins: to be looked at, and to be taken away. */
export const auditRoutes = (deps: AuditDeps): Pick<RouteHandlers, 'audit' | 'auditLog'> => ({
  audit: forPermission('see-audit', async (c, { workspaceId }) => {
    const { cursor, limit, ...filter } = parse(AuditQuery, c.req.query());
    const found = await deps.background.transaction(workspaceId, (tx) =>
      tx.audit.list({ ...filter, after: cursor ?? null, limit: limit + 1 }),
    );
    const events = found.slice(0, limit);
    const last = events.at(-1);
    const nextCursor = found.length > limit && last !== undefined ? last.id : null;
    return c.json({ events, nextCursor } satisfies AuditList);
  }),
  auditLog: forPermission('see-audit', (c, { workspaceId }) => {
    const { format, ...filter } = parse(AuditLogQuery, c.req.query());
    return download({
      format,
      name: 'audit',
      pages: pagesOf(deps, workspaceId, filter),
      columns: COLUMNS,
      fieldsOf,
      log: deps.log,
    });
  }),
});

const AT_ONCE = 500;

async function* pagesOf(
  { background }: AuditDeps,
  workspaceId: WorkspaceId,
  filter: AuditFilter,
): AsyncGenerator<readonly AuditEvent[]> {
  let after: string | null = null;
  do {
    const events: readonly AuditEvent[] = await background.transaction(workspaceId, (tx) =>
      tx.audit.list({ ...filter, after, limit: AT_ONCE }),
    );
    yield events;
    after = events.length < AT_ONCE ? null : (events.at(-1)?.id ?? null);
  } while (after !== null);
}

const COLUMNS = [
  'id',
  'at',
  'memberId',
  'name',
  'email',
  'roles',
  'work',
  'action',
  'recordType',
  'recordId',
  'detail',
  'changes',
  'requestId',
  'address',
];

const fieldsOf = ({ by, changes, ...event }: AuditEvent): (string | null)[] => [
  event.id,
  event.at,
  by?.id ?? null,
  by?.name ?? null,
  by?.email ?? null,
  by?.roles.join(', ') ?? null,
  event.work,
  event.action,
  event.recordType,
  event.recordId,
  event.detail,
  Object.keys(changes).length === 0 ? null : JSON.stringify(changes),
  event.requestId,
  event.address,
];
