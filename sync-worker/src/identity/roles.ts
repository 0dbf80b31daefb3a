import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { ProblemError } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Store } from '../store/port.ts';
import type { SessionRecord, TwentyRole } from '../store/session-port.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { TwentySignIn } from '../twenty/port.ts';

/** Which roles somebody holds in Twenty. What these are here, and allow, is said elsewhere. */
export interface Roles {
  /**
   * As Twenty says, or said less than a minute ago. While it is away its last answer holds: an admin is needed most then.
   * @throws ProblemError when the session has ended, TwentyError when Twenty never answered and is away.
   */
  of(who: SignedIn): Promise<readonly TwentyRole[]>;
  /**
   * Asks Twenty, while the request goes on, whether the person is still a member, and how they are called and what they may
   * do now, unless it was asked a moment ago. The session of somebody who is no member any more ends.
   */
  keepUp(who: SignedIn): void;
}

interface RolesDeps {
  readonly store: Pick<Store, 'transaction'>;
  readonly twentySignIn: Pick<TwentySignIn, 'currentMember'>;
  readonly endSession: (who: SignedIn, reason: 'not-a-member' | 'somebody-else') => Promise<void>;
  readonly accessTokenOf: (who: SignedIn) => Promise<string>;
  readonly nowMs: () => number;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}

/** A role that is taken away in Twenty stops counting here after this. */
const FRESH_MS = 60_000;
/** Sooner, so that Twenty's answer is here within that time. */
const KEEP_UP_MS = 45_000;
/** A Twenty that is away is not asked at every request. */
const AGAIN_MS = 10_000;

export const createRoles = (deps: RolesDeps): Roles => {
  const asking = new Map<string, Promise<readonly TwentyRole[]>>();

  const ask = (who: SignedIn): Promise<readonly TwentyRole[]> => {
    const { idHash } = who.session;
    const started = asking.get(idHash) ?? askTwenty(deps, who).finally(() => asking.delete(idHash));
    asking.set(idHash, started);
    return started;
  };
  const isFresh = ({ roles }: SessionRecord, withinMs: number): boolean =>
    roles !== null && deps.nowMs() - roles.askedAt.getTime() < withinMs;
  const keptUp = new LRUCache<string, number>({ max: 5_000 });

  return {
    of: async (who) => {
      const { session } = who;
      if (session.roles !== null && isFresh(session, FRESH_MS)) return session.roles.roles;
      try {
        return await ask(who);
      } catch (error) {
        if (session.roles === null || !isAway(error)) throw error;
        deps.log.warn({ err: error }, 'Twenty could not be asked for roles, so its last answer holds');
        return session.roles.roles;
      }
    },
    keepUp: (who) => {
      const { idHash } = who.session;
      const now = deps.nowMs();
      if (isFresh(who.session, KEEP_UP_MS) || (keptUp.get(idHash) ?? 0) > now - AGAIN_MS) return;
      keptUp.set(idHash, now);
      ask(who).catch((error: unknown) => {
        // An ended session is told to its next request, and a Twenty that is away tells nothing of anybody.
        if (error instanceof ProblemError || isAway(error)) return;
        deps.log.warn({ err: error, memberId: who.member.id }, 'Twenty could not be asked who somebody is');
      });
    },
  };
};

const askTwenty = async (deps: RolesDeps, who: SignedIn): Promise<readonly TwentyRole[]> => {
  const token = await deps.accessTokenOf(who);
  const found = await deps.twentySignIn.currentMember(token).catch((error: unknown) => {
    if (!isSignInRefused(error)) throw error;
    return endSession(deps, who, 'not-a-member', error);
  });
  const { member, roles, workspaceId } = found;
  if (member.id !== who.member.id || workspaceId !== who.workspaceId)
    return endSession(deps, who, 'somebody-else');
  await deps.store.transaction(who.workspaceId, (tx) =>
    tx.sessions.keepMember(who.session.idHash, member, roles),
  );
  return roles;
};

/** Calls that wait in the browser stay there until whoever made them signs in again. */
const endSession = async (
  deps: RolesDeps,
  who: SignedIn,
  reason: 'not-a-member' | 'somebody-else',
  cause?: unknown,
): Promise<never> => {
  await deps.endSession(who, reason);
  deps.log.info({ memberId: who.member.id }, 'a session ended: Twenty no longer knows its member');
  throw new ProblemError('not-signed-in', { detail: 'Twenty no longer accepts your sign-in.' }, { cause });
};

const isSignInRefused = (error: unknown): boolean => error instanceof TwentyError && error.isSignInRefused;

const isAway = (error: unknown): boolean =>
  error instanceof TwentyError && (error.kind === 'unreachable' || error.kind === 'throttled');
