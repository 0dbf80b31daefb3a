import {
  type LineName,
  OUTCOMES,
  type Outcome,
  type SessionView,
  type SignedOutEverywhere,
} from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import { forMember, open, type RouteContext, type RouteHandlers, type SignedIn } from '../http/route.ts';
import type { TwentySignIn, TwentyTokens } from '../twenty/port.ts';
import type { IdentityDeps } from './deps.ts';
import { claimedSession, takeSessionCookie } from './session-cookie.ts';
import { noteSession } from './session-trail.ts';
import { signIn } from './sign-in.ts';
import { signInCallback } from './sign-in-callback.ts';

interface Offer {
  readonly lines: readonly LineName[];
  readonly defaultCountry: string;
  readonly frontUrl: string;
}

/** Who is signed in, and how one gets in and out. */
export const identityRoutes = (
  deps: IdentityDeps,
  offer: Offer,
): Pick<RouteHandlers, 'signIn' | 'signInCallback' | 'signOut' | 'signOutEverywhere' | 'session'> => ({
  signIn: open(signIn(deps)),
  signInCallback: open(signInCallback(deps)),
  signOut: open(signOut(deps)),
  signOutEverywhere: forMember(signOutEverywhere(deps)),
  session: forMember(async (c, who) => {
    const { member, workspaceId } = who;
    const { delivery, settings } = await deps.store.transaction(workspaceId, async (tx) => ({
      delivery: await tx.delivery.status(),
      settings: await tx.settings.member(member.id),
    }));
    const { outcomes } = await deps.settings.of(workspaceId);
    const { roles, activeRole, granted, permissions } = await deps.accessOf(who);
    const { name } = deps.workspace.current();
    return c.json({
      member,
      workspace: { id: workspaceId, name, twentyUrl: offer.frontUrl },
      lines: [...offer.lines],
      outcomes: inOrderOf(outcomes),
      settings,
      defaultCountry: offer.defaultCountry,
      delivery,
      roles: [...roles],
      activeRole,
      granted: [...granted],
      permissions: [...permissions],
    } satisfies SessionView);
  }),
});

/** All of them, because calls have them; first those that are offered, in the order that admins chose. */
const inOrderOf = (offered: readonly string[]): Outcome[] => {
  const placeOf = (key: string) => (offered.includes(key) ? offered.indexOf(key) : offered.length);
  return OUTCOMES.map((outcome) => ({ ...outcome, isOffered: offered.includes(outcome.key) })).sort(
    (a, b) => placeOf(a.key) - placeOf(b.key),
  );
};

const signOut =
  ({ store, box, publicUrl, forget }: IdentityDeps) =>
  async (c: RouteContext): Promise<Response> => {
    const claimed = claimedSession(c);
    if (claimed) {
      const session = await store.transaction(claimed.workspaceId, async (tx) => {
        const found = await tx.sessions.findByCookie(claimed.cookieHash);
        if (found === null) return null;
        await tx.sessions.remove(found.session.idHash);
        await noteSession(tx, 'session-ended', { session: found.session, reason: 'signed-out' });
        return found.session;
      });
      const tokens = session && box.open(session.encryptedTokens, session.idHash);
      if (tokens) forget(tokens);
    }
    takeSessionCookie(c, publicUrl);
    return c.body(null, 204);
  };

const signOutEverywhere =
  ({ store, box, publicUrl, forget }: IdentityDeps) =>
  async (c: RouteContext, { workspaceId, member, session }: SignedIn): Promise<Response> => {
    const ended = await store.transaction(workspaceId, async (tx) => {
      const all = await tx.sessions.removeAllOf(member.id);
      await noteSession(tx, 'sign-out-everywhere', { session, reason: 'signed-out-everywhere' });
      return all;
    });
    for (const { encryptedTokens, idHash } of ended) {
      const tokens = box.open(encryptedTokens, idHash);
      if (tokens) forget(tokens);
    }
    takeSessionCookie(c, publicUrl);
    return c.json({ ended: ended.length } satisfies SignedOutEverywhere);
  };

/** Best effort: the tokens are gone from here in any case, so a Twenty that is away keeps nobody signed in. */
export const createForget =
  ({ twentySignIn, log }: { twentySignIn: TwentySignIn; log: Logger }) =>
  (tokens: TwentyTokens): void => {
    twentySignIn.revoke(tokens).catch((error: unknown) => {
      log.warn({ err: error }, 'Twenty was not told of a sign-out');
    });
  };
