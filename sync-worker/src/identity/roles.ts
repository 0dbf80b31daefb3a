import type { Logger } from 'pino';
import { ProblemError } from '../http/problem.ts';
import type { AdminGate, SignedIn } from '../http/route.ts';
import type { Store } from '../store/port.ts';
import type { SessionRecord, TwentyRole } from '../store/session-port.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { TwentySignIn } from '../twenty/port.ts';

/** What somebody may do, by their roles in Twenty. */
export interface Roles {
  /**
   * As Twenty says, or said less than a minute ago. While it is away its last answer holds: an admin is needed most then.
   * @throws ProblemError when the session has ended, TwentyError when Twenty never answered and is away.
   */
  of(who: SignedIn): Promise<readonly TwentyRole[]>;
  /** As the session last heard, without a wait. An answer that is old is asked for anew meanwhile. */
  isAdminAsHeld(who: SignedIn): boolean;
}

interface RolesDeps {
  readonly store: Pick<Store, 'transaction'>;
  readonly twentySignIn: Pick<TwentySignIn, 'currentMember'>;
  readonly accessTokenOf: (who: SignedIn) => Promise<string>;
  readonly nowMs: () => number;
  readonly log: Pick<Logger, 'warn'>;
}

/** A role that is taken away in Twenty stops counting here after this. */
const FRESH_MS = 60_000;

export const createRoles = (deps: RolesDeps): Roles => {
  const asking = new Map<string, Promise<readonly TwentyRole[]>>();

  const ask = (who: SignedIn): Promise<readonly TwentyRole[]> => {
    const { idHash } = who.session;
    const started = asking.get(idHash) ?? askTwenty(deps, who).finally(() => asking.delete(idHash));
    asking.set(idHash, started);
    return started;
  };
  const isFresh = ({ roles }: SessionRecord): boolean =>
    roles !== null && deps.nowMs() - roles.askedAt.getTime() < FRESH_MS;

  return {
    of: async (who) => {
      const { session } = who;
      if (session.roles !== null && isFresh(session)) return session.roles.roles;
      try {
        return await ask(who);
      } catch (error) {
        if (session.roles === null || !isAway(error)) throw error;
        deps.log.warn({ err: error }, 'Twenty could not be asked for roles, so its last answer holds');
        return session.roles.roles;
      }
    },
    isAdminAsHeld: (who) => {
      if (!isFresh(who.session)) ask(who).catch(() => undefined);
      return mayAdminister(who.session.roles?.roles ?? []);
    },
  };
};

/** Lets in whoever may change all settings in Twenty. */
export const createAdminGate =
  (roles: Pick<Roles, 'of'>): AdminGate =>
  async (who) => {
    const held = await roles.of(who);
    if (mayAdminister(held)) return;
    const named = held.map(({ label }) => label).join(', ') || 'none';
    throw new ProblemError('not-an-admin', {
      detail: `This is for admins, and your role in Twenty (${named}) may not change all settings.`,
    });
  };

const mayAdminister = (roles: readonly TwentyRole[]): boolean =>
  roles.some(({ canUpdateAllSettings }) => canUpdateAllSettings);

const askTwenty = async (deps: RolesDeps, who: SignedIn): Promise<readonly TwentyRole[]> => {
  const token = await deps.accessTokenOf(who);
  const { roles } = await deps.twentySignIn.currentMember(token).catch((error: unknown) => {
    if (!isSignInRefused(error)) throw error;
    throw new ProblemError(
      'not-signed-in',
      { detail: 'Twenty no longer accepts your sign-in.' },
      { cause: error },
    );
  });
  await deps.store.transaction(who.workspaceId, (tx) => tx.sessions.keepRoles(who.session.idHash, roles));
  return roles;
};

const isSignInRefused = (error: unknown): boolean => error instanceof TwentyError && error.isSignInRefused;

const isAway = (error: unknown): boolean =>
  error instanceof TwentyError && (error.kind === 'unreachable' || error.kind === 'throttled');
