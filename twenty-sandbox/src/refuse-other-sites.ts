import type { MiddlewareHandler } from 'hono';

/**
 * Only pages of this machine may read or write here. The sandbox's key is published, and people type real numbers when
 * they try things out: without this any web page that is open in the same browser could read them.
 */
export const refuseOtherSites: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin');
  const isOurs = origin === undefined || isThisMachine(origin);
  // A foreign name that leads to this machine (DNS rebinding) shows in the host.
  if (!isOurs || !isThisMachine(c.req.url)) {
    return c.json({ error: 'The sandbox answers only pages of this machine.' }, 403);
  }
  return next();
};

const THIS_MACHINE: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];
const isThisMachine = (url: string): boolean =>
  URL.canParse(url) && THIS_MACHINE.includes(new URL(url).hostname);
