import { ProblemError } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { TwentySignIn, TwentyTokens } from '../twenty/port.ts';
import type { SessionReason } from './session-trail.ts';
import type { TokenBox } from './token-box.ts';

/** Ahead of the end, so that a token does not run out between our check and Twenty's. */
const REFRESH_AHEAD_MS = 2 * 60_000;

interface AccessTokenDeps {
  readonly signIn: Pick<TwentySignIn, 'refresh'>;
  /** Keeps renewed tokens with the session. */
  readonly saveTokens: (who: SignedIn, encryptedTokens: string) => Promise<void>;
  /** Ends a session that can no longer ask Twenty anything. */
  readonly endSession: (who: SignedIn, reason: SessionReason) => Promise<void>;
  readonly box: TokenBox;
  readonly nowMs: () => number;
}

/**
 * Gives the person's own token for reads in Twenty, refreshed when it is about to end; one refresh at a time per session.
 * @throws ProblemError `not-signed-in` when only a new sign-in can help, TwentyError when Twenty is away.
 */
export const createAccessTokens = (deps: AccessTokenDeps): ((who: SignedIn) => Promise<string>) => {
  const refreshing = new Map<string, Promise<TwentyTokens>>();

  const refreshOnce = (who: SignedIn, refreshToken: string): Promise<TwentyTokens> => {
    const { idHash } = who.session;
    const underWay = refreshing.get(idHash);
    if (underWay) return underWay;
    const started = refresh(deps, who, refreshToken).finally(() => refreshing.delete(idHash));
    refreshing.set(idHash, started);
    return started;
  };

  /** Whoever was removed from Twenty must not go on here; everybody else signs in again with one click. */
  const end = async (who: SignedIn, reason: SessionReason, cause?: unknown): Promise<never> => {
    await deps.endSession(who, reason);
    throw mustSignInAgain(cause);
  };

  return async (who) => {
    const tokens = deps.box.open(who.session.encryptedTokens, who.session.idHash);
    if (tokens === null) return end(who, 'key-changed');
    const leftMs = tokens.expiresAtMs - deps.nowMs();
    if (leftMs > REFRESH_AHEAD_MS) {
      await sealAnew(deps, who, tokens);
      return tokens.accessToken;
    }
    if (tokens.refreshToken === null) {
      if (leftMs > 0) return tokens.accessToken;
      return end(who, 'access-over');
    }
    try {
      return (await refreshOnce(who, tokens.refreshToken)).accessToken;
    } catch (error) {
      if (error instanceof TwentyError && error.kind === 'refused') {
        return end(who, 'access-taken-back', error);
      }
      if (leftMs > 0) return tokens.accessToken;
      throw error;
    }
  };
};

/** With the key of now, so that the one before can go once every session was used. A refresh does the same by itself. */
const sealAnew = async (
  { box, saveTokens }: AccessTokenDeps,
  who: SignedIn,
  tokens: TwentyTokens,
): Promise<void> => {
  const { encryptedTokens, idHash } = who.session;
  if (box.isOld(encryptedTokens)) await saveTokens(who, box.seal(tokens, idHash));
};

const refresh = async (
  { signIn, box, saveTokens }: AccessTokenDeps,
  who: SignedIn,
  refreshToken: string,
): Promise<TwentyTokens> => {
  const answered = await signIn.refresh(refreshToken);
  // Twenty does not hand out a new refresh token each time: the old one goes on.
  const tokens = { ...answered, refreshToken: answered.refreshToken ?? refreshToken };
  await saveTokens(who, box.seal(tokens, who.session.idHash));
  return tokens;
};

const mustSignInAgain = (cause?: unknown): ProblemError =>
  new ProblemError(
    'not-signed-in',
    { detail: 'Twenty no longer accepts your sign-in.' },
    cause === undefined ? undefined : { cause },
  );
