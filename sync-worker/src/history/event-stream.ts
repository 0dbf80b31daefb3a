import type { CallView, Progression, ServerEvent } from '@twenty-dialer/contract';
import { streamSSE } from 'hono/streaming';
import type { Logger } from 'pino';
import { z } from 'zod';
import { parse } from '../http/parse.ts';
import type { RouteContext, SignedIn } from '../http/route.ts';
import type { CallRecord } from '../store/call-port.ts';
import type { Store } from '../store/port.ts';
import { followCalls } from './follow-calls.ts';

export interface EventStreamDeps {
  readonly store: Store;
  readonly viewOf: (call: CallRecord) => CallView;
  readonly progressionOf: (who: SignedIn) => Promise<Progression>;
  readonly keepUp: (who: SignedIn) => void;
  readonly stopping: AbortSignal;
  readonly log: Logger;
  /** Runs something every `ms` until the function that it returns is called. */
  readonly every: (ms: number, run: () => void) => () => void;
}

const RETRY_MS = 2_000;
const Cursor = z.strictObject({ lastEventId: z.coerce.number().int().min(0).optional() });

/** `GET /api/events`: the rep's own calls and progression, live, from where the browser stopped listening. */
export const eventStream =
  (deps: EventStreamDeps) =>
  (c: RouteContext, who: SignedIn): Response => {
    const asked = c.req.header('last-event-id') ?? c.req.query('lastEventId');
    const { lastEventId } = parse(Cursor, asked === undefined ? {} : { lastEventId: asked });
    // A HEAD has nobody who reads, and nobody who leaves: its stream would never end.
    if (c.req.method === 'HEAD') return c.body(null);
    // Proxies that collect an answer before they pass it on would make "live" a lie.
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      try {
        await stream.write(`retry: ${RETRY_MS}\n\n`);
        await followCalls({
          ...deps,
          who,
          after: lastEventId ?? null,
          ended: AbortSignal.any([gone.signal, deps.stopping]),
          send: (event: ServerEvent, cursor: number) =>
            stream.writeSSE({ event: event.type, id: String(cursor), data: JSON.stringify(event) }),
          beat: async () => void (await stream.write(': still here\n\n')),
        });
      } catch (error) {
        // The browser comes back by itself and goes on where it stopped.
        deps.log.warn({ err: error, memberId: who.member.id }, 'an event stream ended early');
      }
    });
  };
