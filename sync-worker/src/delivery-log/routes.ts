import { type DeliveryLogLine, DeliveryLogQuery, type WorkspaceId } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import { parse } from '../http/parse.ts';
import { forAdmin, type RouteHandlers } from '../http/route.ts';
import type { Store } from '../store/port.ts';
import { csvRow } from './csv.ts';

interface DeliveryLogDeps {
  readonly background: Pick<Store, 'transaction'>;
  readonly log: Pick<Logger, 'error'>;
}

/** The log of deliveries as a file. It is read page by page while it is sent: nobody waits for it, and it is never held whole. */
export const deliveryLogRoutes = (deps: DeliveryLogDeps): Pick<RouteHandlers, 'deliveryLog'> => ({
  deliveryLog: forAdmin((c, { workspaceId }) => {
    const query = parse(DeliveryLogQuery, c.req.query());
    const name = `deliveries-${query.from.slice(0, 10)}-to-${query.to.slice(0, 10)}.${query.format}`;
    const pieces =
      query.format === 'csv'
        ? asCsv(pagesOf(deps, workspaceId, query))
        : asJson(pagesOf(deps, workspaceId, query));
    return new Response(streamOf(pieces, deps), {
      headers: {
        'Content-Type':
          query.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'no-store',
      },
    });
  }),
});

type Pages = AsyncGenerator<readonly DeliveryLogLine[]>;

async function* pagesOf(
  { background }: DeliveryLogDeps,
  workspaceId: WorkspaceId,
  { from, to }: DeliveryLogQuery,
): Pages {
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

async function* asCsv(pages: Pages): AsyncGenerator<string> {
  yield csvRow(COLUMNS);
  for await (const lines of pages) {
    if (lines.length > 0) yield lines.map((line) => csvRow(COLUMNS.map((name) => line[name]))).join('');
  }
}

async function* asJson(pages: Pages): AsyncGenerator<string> {
  let before = '[';
  for await (const lines of pages) {
    for (const line of lines) {
      yield `${before}\n${JSON.stringify(line)}`;
      before = ',';
    }
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

/** A file that could not be read to its end is cut off, so that nobody takes half of it for all. */
const streamOf = (pieces: AsyncGenerator<string>, { log }: DeliveryLogDeps): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        log.error({ event: 'delivery-log-cut', err: error }, 'the log of deliveries could not be sent whole');
        controller.error(error);
      }
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
};
