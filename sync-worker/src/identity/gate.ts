import { ProblemError } from '../http/problem.ts';
import type { Gate, RouteContext } from '../http/route.ts';
import type { Store } from '../store/port.ts';
import type { SessionRecord } from '../store/session-port.ts';
import {
  type ClaimedSession,
  claimedSession,
  giveSessionCookie,
  hashOf,
  randomSecret,
} from './session-cookie.ts';
import type { SessionTrail } from './session-trail.ts';
import type { CurrentWorkspace } from './workspace.ts';

interface GateDeps {
  readonly store: Store;
  readonly workspace: CurrentWorkspace;
  readonly publicUrl: string;
  readonly trail: SessionTrail;
  readonly nowMs: () => number;
}

/** Lets in whoever holds a living session of this worker's workspace, and changes the cookie when that is due. */
export const createGate =
  (deps: GateDeps): Gate =>
  async (c) => {
    const current = deps.workspace.current();
    const claimed = claimedSession(c);
    const session = claimed?.workspaceId === current.id ? await openSession(deps, c, claimed) : null;
    if (session === null) {
      throw new ProblemError('not-signed-in', {
        detail: claimed ? 'Your session has ended.' : 'Nobody is signed in here.',
      });
    }
    return { member: session.member, workspaceId: current.id, session };
  };

const openSession = async (
  { store, publicUrl, trail, nowMs }: GateDeps,
  c: RouteContext,
  claimed: ClaimedSession,
): Promise<SessionRecord | null> => {
  const { workspaceId, cookieHash } = claimed;
  const secret = randomSecret();
  const found = await store.transaction(
    workspaceId,
    async (tx) => {
      const one = await tx.sessions.findByCookie(cookieHash);
      if (one?.cookie === 'confirm') await tx.sessions.confirmCookie(one.session.idHash);
      const isRenewed =
        one?.cookie === 'renew' &&
        (await tx.sessions.renewCookie(one.session.idHash, { from: cookieHash, to: hashOf(secret) }));
      return one && { session: one.session, isRenewed };
    },
    { findsByKey: true },
  );
  if (found === null) await trail.refused(c, claimed);
  else if (found.isRenewed) {
    const lifetimeMs = found.session.expiresAt.getTime() - nowMs();
    giveSessionCookie(c, { workspaceId, secret, publicUrl, lifetimeMs });
  }
  return found?.session ?? null;
};
