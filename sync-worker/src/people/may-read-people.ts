import type { Logger } from 'pino';
import { ProblemError } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Store } from '../store/port.ts';
import type { TwentyPeople } from '../twenty/port.ts';

/** An answer of Twenty's about somebody's rights is asked for again after this long. */
const FRESH_MS = 10 * 60_000;

interface RightsDeps {
  readonly store: Pick<Store, 'transaction'>;
  readonly people: Pick<TwentyPeople, 'mayRead'>;
  readonly accessTokenOf: (who: SignedIn) => Promise<string>;
  readonly nowMs: () => number;
  readonly log: Pick<Logger, 'warn'>;
}

/**
 * Whether somebody may see the mirror, which was read with the worker's rights: only whose own token may read people in
 * Twenty. It is kept with the session; while Twenty is away its last answer holds.
 * @throws ProblemError when the session has ended, TwentyError when Twenty never answered and is away.
 */
export const createMayReadPeople =
  ({ store, people, accessTokenOf, nowMs, log }: RightsDeps) =>
  async (who: SignedIn): Promise<boolean> => {
    const { session, workspaceId } = who;
    const held = session.mayReadPeople;
    if (held !== null && nowMs() - held.askedAt.getTime() < FRESH_MS) return held.answer;
    try {
      const answer = await people.mayRead(await accessTokenOf(who));
      await store.transaction(workspaceId, (tx) => tx.sessions.keepMayReadPeople(session.idHash, answer));
      return answer;
    } catch (error) {
      if (held === null || error instanceof ProblemError) throw error;
      log.warn({ err: error }, 'Twenty could not be asked for rights, so its last answer holds');
      return held.answer;
    }
  };
