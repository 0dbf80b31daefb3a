import { getConnInfo } from '@hono/node-server/conninfo';
import type { RouteContext } from './route.ts';

/** Where a request came from; null when it came over no network, as a test asks. */
export const addressOf = (c: RouteContext): string | null => {
  try {
    return getConnInfo(c).remote.address ?? null;
  } catch {
    return null; // No server carries the request.
  }
};
