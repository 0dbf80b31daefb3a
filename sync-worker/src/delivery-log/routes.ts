import { type DeliveryLogLine, DeliveryLogQuery, type WorkspaceId } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import { download } from '../http/download.ts';
import { parse } from '../http/parse.ts';
import { forPermission, type RouteHandlers } from '../http/route.ts';
import type { Store } from '../store/port.ts';

interface DeliveryLogDeps {
  readonly background: Pick<Store, 'transaction'>;
  readonly log: Pick<Logger, 'error'>;
}

/** The log of deliveries as a file. */
export const deliveryLogRoutes = (deps: DeliveryLogDeps): Pick<RouteHandlers, 'deliveryLog'> => ({
  deliveryLog: forPermission('see-deliveries', (c, { workspaceId }) => {
    const query = parse(DeliveryLogQuery, c.req.query());
    return download({
      format: query.format,
      name: `deliveries-${query.from.slice(0, 10)}-to-${query.to.slice(0, 10)}`,
      pages: pagesOf(deps, workspaceId, query),
      columns: COLUMNS,
      fieldsOf: (line) => COLUMNS.map((name) => line[name]),
      log: deps.log,
    });
  }),
});

async function* pagesOf(
  { background }: DeliveryLogDeps,
  workspaceId: WorkspaceId,
  { from, to }: DeliveryLogQuery,
): AsyncGenerator<readonly DeliveryLogLine[]> {
  let after: string | null = null;
  do {
    const page: { lines: readonly DeliveryLogLine[]; through: string | null } = await background.transaction(
      workspaceId,
      (tx) => tx.deliveryLog.page({ from, to, after }),
    );
    yield page.lines;
    after = page.through;
  } while (after !== null);
}

const COLUMNS = [
  'kind',
  'at',
  'objectName',
  'slot',
  'recordId',
  'callId',
  'memberId',
  'action',
  'status',
  'failure',
  'message',
  'rows',
  'ms',
] as const satisfies readonly (keyof DeliveryLogLine)[];
