import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { BODY_MAX_BYTES } from './parse.ts';
import { ProblemError } from './problem.ts';
import type { AppEnv } from './route.ts';

/**
 * One wide line per request. It names the route, never the address: addresses hold OAuth codes and what people search.
 */
export const requestLog =
  ({ log, nowMs }: { log: Logger; nowMs: () => number }): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const startedAtMs = nowMs();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    c.set('route', null);
    c.set('memberId', null);
    await next();
    c.header('X-Request-Id', requestId);
    const status = c.res.status;
    const line = {
      requestId,
      method: c.req.method,
      route: c.get('route'),
      memberId: c.get('memberId'),
      status,
      ms: Math.round(nowMs() - startedAtMs),
    };
    log[levelOf(status, line.route)](line, 'request');
  };

const QUIET = new Set<string | null>(['health', 'readiness', 'metrics', 'ui']);
const levelOf = (status: number, route: string | null): 'debug' | 'info' | 'warn' => {
  if (status >= 500) return 'warn';
  return QUIET.has(route) ? 'debug' : 'info';
};

/** Refuses bodies that no honest report can have, before they fill the memory. */
export const limitBody: MiddlewareHandler<AppEnv> = bodyLimit({
  maxSize: BODY_MAX_BYTES,
  onError: () => {
    throw new ProblemError('body-too-large', {
      detail: `The request is larger than ${BODY_MAX_BYTES / 1024} kB.`,
    });
  },
});
