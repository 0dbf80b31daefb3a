import type { MiddlewareHandler } from 'hono';
import { isForFrontComponents } from './front-components.ts';
import { ProblemError } from './problem.ts';
import type { AppEnv } from './route.ts';

/** Everything from this site only: a script that somebody smuggles in neither loads nor reports home. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Headers for every answer. There is no Cross-Origin-Opener-Policy on purpose: it would cut the dialer's window off
 * from Twenty's pages, and every click on a number there would open another dialer.
 */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (!headers.has('Content-Security-Policy'))
    headers.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('X-Frame-Options', 'DENY');
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  headers.set('Permissions-Policy', 'microphone=(self), camera=(), geolocation=(), payment=()');
};

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a signed-in browser send. Browsers say where a request comes from; a program that
 * says nothing carries no cookie of a victim's, so it may pass.
 */
export const sameOriginOnly =
  (publicUrl: string): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    // Pages of Twenty's ask these, and no cookie counts there.
    const isOpen = SAFE_METHODS.has(c.req.method) || isForFrontComponents(c.req.path);
    if (!isOpen && !isOwnOrigin(c.req.raw.headers, publicUrl)) {
      throw new ProblemError('cross-site-request', {
        detail: 'A page of another site tried to use your session. Nothing was done.',
      });
    }
    await next();
  };

const isOwnOrigin = (headers: Headers, publicUrl: string): boolean => {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  if (origin === null) return true;
  if (!URL.canParse(origin)) return false;
  // Over plain http in a local network browsers send no Sec-Fetch-Site, and people may use another name of the machine.
  return new URL(origin).origin === publicUrl || new URL(origin).host === headers.get('host');
};
