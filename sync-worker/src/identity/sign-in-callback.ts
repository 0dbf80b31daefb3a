import { SignInCallbackQuery, type WorkspaceId } from '@twenty-dialer/contract';
import { parse } from '../http/parse.ts';
import { ProblemError } from '../http/problem.ts';
import type { RouteContext } from '../http/route.ts';
import { knownAs } from '../store/acting-port.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { CurrentMember, TwentyTokens } from '../twenty/port.ts';
import type { IdentityDeps } from './deps.ts';
import {
  claimedSession,
  giveSessionCookie,
  hashOf,
  randomSecret,
  SESSION_LIFETIME_MS,
} from './session-cookie.ts';
import { attemptHash, browserSecretOf, redirectUriOf } from './sign-in.ts';

/** `GET /auth/callback`: Twenty returns here. Makes the session, or says in words why there is none. */
export const signInCallback =
  (deps: IdentityDeps) =>
  async (c: RouteContext): Promise<Response> => {
    const current = deps.workspace.current();
    const query = parse(SignInCallbackQuery, c.req.query());
    c.header('Cache-Control', 'no-store');
    const attempt = await consumeAttempt(deps, c, { state: query.state, workspaceId: current.id });
    if (attempt === null) {
      // The back button and a reload come by here again: who is in already just goes on.
      if (await isSignedIn(deps, c)) return c.redirect('/');
      throw failed(
        'The sign-in was started in another browser, was used already, or took longer than ten minutes.',
      );
    }
    if (query.error !== undefined || query.code === undefined) {
      const words = query.error_description ?? query.error ?? 'no reason given';
      throw failed(
        query.error === 'access_denied'
          ? 'You did not let the dialer use your Twenty account.'
          : `Twenty did not let you in: ${words}.`,
      );
    }
    const tokens = await exchange(deps, query.code, attempt.codeVerifier);
    const { member, roles, workspaceId } = await deps.twentySignIn.currentMember(tokens.accessToken);
    if (workspaceId !== current.id) {
      deps.forget(tokens);
      throw failed(
        `You are signed in at Twenty in another workspace. This dialer belongs to the workspace "${current.name}".`,
        'Switch to that workspace in Twenty, then start again.',
      );
    }
    await knownAs({ member, roles: roles.map(({ label }) => label) }, () =>
      startSession(deps, c, { member, roles, workspaceId, tokens }),
    );
    await deps.openProgression({ workspaceId, member, accessToken: async () => tokens.accessToken });
    return c.redirect(attempt.returnTo);
  };

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
      throw failed(`Twenty did not accept the sign-in: ${error.message}.`, undefined, error);
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
    if (earlier?.workspaceId === workspaceId) await tx.sessions.remove(earlier.idHash);
    await tx.sessions.create({
      idHash,
      member,
      encryptedTokens: box.seal(tokens, idHash),
      roles,
      lifetimeMs: SESSION_LIFETIME_MS,
    });
  });
  giveSessionCookie(c, { workspaceId, secret, publicUrl });
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

const failed = (detail: string, remedy?: string, cause?: unknown): ProblemError =>
  new ProblemError(
    'sign-in-failed',
    { detail, ...(remedy === undefined ? {} : { remedy }) },
    cause === undefined ? undefined : { cause },
  );
