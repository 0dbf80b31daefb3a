import { type Member, SignInCallbackQuery, type WorkspaceId } from '@twenty-dialer/contract';
import { parse } from '../http/parse.ts';
import { ProblemError } from '../http/problem.ts';
import type { RouteContext } from '../http/route.ts';
import { knownAs } from '../store/acting-port.ts';
import type { StoreTransaction, Workspace } from '../store/port.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { CurrentMember, TwentyTokens } from '../twenty/port.ts';
import type { IdentityDeps } from './deps.ts';
import {
  type ClaimedSession,
  claimedSession,
  giveSessionCookie,
  hashOf,
  randomSecret,
  SESSION_LIFETIME_MS,
} from './session-cookie.ts';
import { noteSession, type SessionReason } from './session-trail.ts';
import { attemptHash, browserSecretOf, redirectUriOf } from './sign-in.ts';

/** `GET /auth/callback`: Twenty returns here. Makes the session, or says in words why there is none. */
export const signInCallback =
  (deps: IdentityDeps) =>
  async (c: RouteContext): Promise<Response> => {
    const current = deps.workspace.current();
    c.header('Cache-Control', 'no-store');
    try {
      return await finish(deps, c, current);
    } catch (error) {
      const { reason, member } =
        error instanceof SignInFailed ? error : { reason: reasonOf(error), member: null };
      await deps.trail.failed(c, { workspaceId: current.id, member, reason });
      throw error;
    }
  };

const finish = async (deps: IdentityDeps, c: RouteContext, current: Workspace): Promise<Response> => {
  const query = parse(SignInCallbackQuery, c.req.query());
  const attempt = await consumeAttempt(deps, c, { state: query.state, workspaceId: current.id });
  if (attempt === null) {
    // The back button and a reload come by here again: who is in already just goes on.
    if (await isSignedIn(deps, c)) return c.redirect('/');
    throw new SignInFailed('unknown-attempt', {
      detail:
        'The sign-in was started in another browser, was used already, or took longer than ten minutes.',
    });
  }
  if (query.error !== undefined || query.code === undefined) throw refusedBy(query);
  const tokens = await exchange(deps, query.code, attempt.codeVerifier);
  const { member, roles, workspaceId } = await deps.twentySignIn.currentMember(tokens.accessToken);
  if (workspaceId !== current.id) {
    deps.forget(tokens);
    throw new SignInFailed(
      'another-workspace',
      {
        detail: `You are signed in at Twenty in another workspace. This dialer belongs to the workspace "${current.name}".`,
        remedy: 'Switch to that workspace in Twenty, then start again.',
      },
      { member },
    );
  }
  await knownAs({ member, roles: roles.map(({ label }) => label) }, () =>
    startSession(deps, c, { member, roles, workspaceId, tokens }),
  );
  await deps.openProgression({ workspaceId, member, accessToken: async () => tokens.accessToken });
  return c.redirect(attempt.returnTo);
};

const refusedBy = ({ error, error_description }: SignInCallbackQuery): SignInFailed =>
  error === 'access_denied'
    ? new SignInFailed('declined', { detail: 'You did not let the dialer use your Twenty account.' })
    : new SignInFailed('twenty-said-no', {
        detail: `Twenty did not let you in: ${error_description ?? error ?? 'no reason given'}.`,
      });

const consumeAttempt = async (
  { store }: IdentityDeps,
  c: RouteContext,
  { state, workspaceId }: { state: string | undefined; workspaceId: WorkspaceId },
) => {
  const browserSecret = browserSecretOf(c);
  if (state === undefined || browserSecret === undefined) return null;
  return store.transaction(workspaceId, (tx) => tx.signIns.consume(attemptHash(state, browserSecret)));
};

const exchange = async (
  { twentySignIn, publicUrl }: IdentityDeps,
  code: string,
  codeVerifier: string,
): Promise<TwentyTokens> => {
  try {
    return await twentySignIn.exchange({ code, codeVerifier, redirectUri: redirectUriOf(publicUrl) });
  } catch (error) {
    if (error instanceof TwentyError && error.kind === 'refused') {
      const detail = `Twenty did not accept the sign-in: ${error.message}.`;
      throw new SignInFailed('code-refused', { detail }, { cause: error });
    }
    throw error;
  }
};

const startSession = async (
  { store, box, publicUrl }: IdentityDeps,
  c: RouteContext,
  { member, roles, workspaceId, tokens }: CurrentMember & { readonly tokens: TwentyTokens },
): Promise<void> => {
  const secret = randomSecret();
  const idHash = hashOf(secret);
  const earlier = claimedSession(c);
  await store.transaction(workspaceId, async (tx) => {
    if (earlier?.workspaceId === workspaceId) await leave(tx, earlier);
    await tx.sessions.create({
      idHash,
      member,
      encryptedTokens: box.seal(tokens, idHash),
      roles,
      lifetimeMs: SESSION_LIFETIME_MS,
    });
  });
  giveSessionCookie(c, { workspaceId, secret, publicUrl, lifetimeMs: SESSION_LIFETIME_MS });
};

/** The session that this browser had: nobody could reach it any more. */
const leave = async (tx: StoreTransaction, { cookieHash }: ClaimedSession): Promise<void> => {
  const found = await tx.sessions.findByCookie(cookieHash);
  if (found === null) return;
  await tx.sessions.remove(found.session.idHash);
  await noteSession(tx, 'session-ended', { session: found.session, reason: 'signed-in-again' });
};

const isSignedIn = async ({ gate }: IdentityDeps, c: RouteContext): Promise<boolean> => {
  try {
    await gate(c);
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not-signed-in') return false;
    throw error;
  }
};

/** With what the audit trail keeps of it, which is never what came with the request. */
class SignInFailed extends ProblemError {
  readonly reason: SessionReason;
  readonly member: Member | null;

  constructor(
    reason: SessionReason,
    words: { detail: string; remedy?: string },
    { member = null, ...options }: ErrorOptions & { member?: Member | null } = {},
  ) {
    super('sign-in-failed', words, options);
    this.reason = reason;
    this.member = member;
  }
}

const reasonOf = (error: unknown): SessionReason => {
  if (error instanceof TwentyError) return error.isSignInRefused ? 'no-member' : 'twenty-away';
  return error instanceof ProblemError ? 'not-understood' : 'broke-down';
};
