import { createHash } from 'node:crypto';
import { SignInQuery } from '@twenty-dialer/contract';
import { getCookie, setCookie } from 'hono/cookie';
import { parse } from '../http/parse.ts';
import type { RouteContext } from '../http/route.ts';
import type { IdentityDeps } from './deps.ts';
import { hashOf, randomSecret } from './session-cookie.ts';

const ATTEMPT_LIFETIME_MS = 10 * 60_000;
const BROWSER_COOKIE = 'dialer_sign_in';

/** Where Twenty sends people back to. It must be registered with Twenty exactly like this. */
export const redirectUriOf = (publicUrl: string): string => `${publicUrl}/auth/callback`;

/**
 * What an attempt is stored under: Twenty's `state` together with a secret of this browser, so that a callback address
 * made in another browser signs nobody in.
 */
export const attemptHash = (state: string, browserSecret: string): string =>
  hashOf(`${state}.${browserSecret}`);

export const browserSecretOf = (c: RouteContext): string | undefined => getCookie(c, BROWSER_COOKIE);

/** `GET /auth/sign-in`: remembers the attempt and sends the browser to Twenty. */
export const signIn =
  ({ store, workspace, twentySignIn, publicUrl }: IdentityDeps) =>
  async (c: RouteContext): Promise<Response> => {
    const { moved: _moved, ...query } = c.req.query();
    const { returnTo } = parse(SignInQuery, query);
    const home = homeAddress(c, publicUrl, returnTo);
    if (home !== null) return c.redirect(home);
    const current = workspace.current();
    const state = randomSecret();
    const codeVerifier = randomSecret();
    const browserSecret = browserSecretOf(c) ?? randomSecret();
    await store.transaction(current.id, (tx) =>
      tx.signIns.create({
        stateHash: attemptHash(state, browserSecret),
        codeVerifier,
        returnTo,
        lifetimeMs: ATTEMPT_LIFETIME_MS,
      }),
    );
    const target = await twentySignIn.authorizeUrl({
      state,
      codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url'),
      redirectUri: redirectUriOf(publicUrl),
    });
    setCookie(c, BROWSER_COOKIE, browserSecret, {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/auth',
      secure: publicUrl.startsWith('https:'),
      maxAge: ATTEMPT_LIFETIME_MS / 1000,
    });
    c.header('Cache-Control', 'no-store');
    return c.redirect(target);
  };

/**
 * Cookies belong to one host name. Opened as 127.0.0.1 while Twenty returns to localhost, the way back would find none,
 * so the sign-in moves to the public name first; once only, in case a proxy hides the name.
 */
const homeAddress = (c: RouteContext, publicUrl: string, returnTo: string): string | null => {
  const asked = new URL(c.req.url).hostname;
  const home = new URL(publicUrl).hostname;
  if (asked === home || !isLoopback(asked) || !isLoopback(home) || c.req.query('moved')) return null;
  return `${publicUrl}/auth/sign-in?moved=1&returnTo=${encodeURIComponent(returnTo)}`;
};

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
