import { createHash } from 'node:crypto';
import type { WorkspaceId } from '@twenty-dialer/contract';
import { LRUCache } from 'lru-cache';
import { ProblemError } from '../http/problem.ts';
import type { RouteContext, Viewer, ViewerGate } from '../http/route.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { TwentySignIn } from '../twenty/port.ts';
import { createRateLimit } from './rate-limit.ts';

interface ViewerGateDeps {
  readonly twentySignIn: Pick<TwentySignIn, 'currentMember'>;
  readonly workspace: { current(): { readonly id: WorkspaceId } };
  readonly nowMs: () => number;
}

/** How long an answer about a token holds. A member who is removed in Twenty is shut out after this. */
const KNOWN_FOR_MS = 60_000;
/** Tokens that nobody has asked about yet: each costs Twenty a question, whoever sends it. */
const UNKNOWN_TOKENS = { most: 300, perMs: 60_000 };

/**
 * Lets in whoever shows a token of Twenty's own, as front components have one of their viewer. Twenty is asked whose it
 * is, and the answer is kept for a minute under the token's hash. Cookies are not looked at: any page may ask from here.
 */
export const createViewerGate = ({ twentySignIn, workspace, nowMs }: ViewerGateDeps): ViewerGate => {
  const known = new LRUCache<string, { readonly untilMs: number; readonly viewer: Promise<Viewer> }>({
    max: 2_000,
  });
  const newTokens = createRateLimit(UNKNOWN_TOKENS, nowMs);

  const ask = async (token: string): Promise<Viewer> => {
    try {
      return await twentySignIn.currentMember(token);
    } catch (error) {
      if (!(error instanceof TwentyError) || error.kind === 'unreachable' || error.kind === 'throttled') {
        throw error;
      }
      throw notSignedIn('Twenty does not accept the token.', error);
    }
  };

  return async (c) => {
    const token = bearerOf(c);
    const { id } = workspace.current();
    const hash = createHash('sha256').update(token).digest('hex');
    const held = known.get(hash);
    const isHeld = held !== undefined && held.untilMs > nowMs();
    if (!isHeld) newTokens.count('all');
    const viewer = isHeld ? held.viewer : ask(token);
    if (!isHeld) {
      known.set(hash, { untilMs: nowMs() + KNOWN_FOR_MS, viewer });
      // What Twenty could not answer now is asked again; what it refused it would refuse again.
      viewer.catch((error: unknown) => error instanceof TwentyError && known.delete(hash));
    }
    const found = await viewer;
    if (found.workspaceId !== id) throw notSignedIn('The token belongs to another workspace.');
    return found;
  };
};

/** Longer than any token of Twenty's. */
const LONGEST_TOKEN = 8_000;

const bearerOf = (c: RouteContext): string => {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (token !== undefined && token.length <= LONGEST_TOKEN) return token;
  throw notSignedIn('The request shows no token of Twenty’s.');
};

const notSignedIn = (detail: string, cause?: unknown): ProblemError =>
  new ProblemError(
    'not-signed-in',
    { detail, remedy: 'Load the page in Twenty again.' },
    cause === undefined ? undefined : { cause },
  );
