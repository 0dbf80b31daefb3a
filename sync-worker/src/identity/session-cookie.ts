import { createHash, randomBytes } from 'node:crypto';
import { WorkspaceId } from '@twenty-dialer/contract';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** Lifetime of a session, in milliseconds. */
export const SESSION_LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;

export const SESSION_COOKIE = 'dialer_session';
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** 32 random bytes as 43 characters that need no quoting in a cookie or an address. */
export const randomSecret = (): string => randomBytes(32).toString('base64url');

/** What the store keeps in place of a secret. The secret is random, so a plain hash cannot be guessed back. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** `Secure` where the dialer is opened over https; on http://localhost some browsers would drop such a cookie. */
const attributes = (publicUrl: string) =>
  ({ httpOnly: true, sameSite: 'Lax', path: '/', secure: publicUrl.startsWith('https:') }) as const;

/** What a cookie says: a workspace, and the hash of its secret. */
export interface ClaimedSession {
  readonly workspaceId: WorkspaceId;
  readonly cookieHash: string;
}

/** The session that the browser claims. Null when there is none. */
export const claimedSession = (c: Context): ClaimedSession | null => {
  const [workspace, secret] = (getCookie(c, SESSION_COOKIE) ?? '').split('.');
  const workspaceId = WorkspaceId.safeParse(workspace);
  if (!workspaceId.success || secret === undefined || !SECRET.test(secret)) return null;
  return { workspaceId: workspaceId.data, cookieHash: hashOf(secret) };
};

export const giveSessionCookie = (
  c: Context,
  session: { workspaceId: WorkspaceId; secret: string; publicUrl: string; lifetimeMs: number },
): void => {
  setCookie(c, SESSION_COOKIE, `${session.workspaceId}.${session.secret}`, {
    ...attributes(session.publicUrl),
    maxAge: Math.max(1, Math.floor(session.lifetimeMs / 1000)),
  });
};

export const takeSessionCookie = (c: Context, publicUrl: string): void => {
  deleteCookie(c, SESSION_COOKIE, attributes(publicUrl));
};
