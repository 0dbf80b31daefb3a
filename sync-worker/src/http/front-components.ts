import { cors } from 'hono/cors';

/** Routes for Twenty's front components, which run in a worker without an origin of their own. */
const FRONT_COMPONENT_PATHS = '/api/twenty/';

export const isForFrontComponents = (path: string): boolean => path.startsWith(FRONT_COMPONENT_PATHS);

/**
 * Browsers call their origin `null`, and that of any sandboxed frame as well: what protects these routes is the token
 * that each request has to show, and that no cookie is sent or read.
 */
export const frontComponentCors = cors({
  origin: (origin) => (origin === 'null' ? 'null' : null),
  allowMethods: ['GET', 'POST'],
  allowHeaders: ['authorization', 'content-type'],
  exposeHeaders: ['retry-after', 'x-request-id'],
  maxAge: 600,
});
