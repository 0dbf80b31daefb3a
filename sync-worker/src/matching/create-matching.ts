import type { Logger } from 'pino';
import { type BackgroundLoop, createLoop } from '../background-loop.ts';
import type { Store } from '../store/port.ts';
import { type MatchLaterDeps, matchLater } from './match-later.ts';

export interface MatchingDeps extends MatchLaterDeps {
  readonly store: Pick<Store, 'transaction' | 'onChange'>;
  readonly log: Pick<Logger, 'info' | 'error'>;
  readonly clock: {
    nowMs(): number;
    /** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
    wait(ms: number, signal: AbortSignal): Promise<void>;
  };
}

export interface Matching extends BackgroundLoop {
  /** Does what is due; answers the milliseconds until somebody should look again. Never rejects. */
  next(): Promise<number>;
}

/** The mirror's news come in pages, and reports one by one: both wait this long at most. */
const LOOK_MS = 2_000;
/** Flags of people follow the do-not-call list, which also changes because time passes. */
const FLAGS_MS = 30_000;
const AFTER_FAULT_MS = 5_000;
const PEOPLE_AT_ONCE = 200;

/** Finds people for calls that were left without one, and keeps people's do-not-call flags in step with the list. */
export const createMatching = (deps: MatchingDeps): Matching => {
  const { store, workspaceId, log, clock } = deps;
  let flagsAtMs = 0;

  const flagPeople = async (): Promise<void> => {
    const nowMs = clock.nowMs();
    // Later than an interval from now it cannot be: then the clock was put back.
    if (nowMs < flagsAtMs && flagsAtMs <= nowMs + FLAGS_MS) return;
    const told = await store.transaction(workspaceId, async (tx) => {
      const people = await tx.matching.peopleWithOtherFlag(PEOPLE_AT_ONCE);
      if (people.length > 0) await tx.projections.markPeople(people);
      return people.length;
    });
    flagsAtMs = clock.nowMs() + FLAGS_MS;
    if (told > 0) log.info({ event: 'flags-follow', people: told }, 'do-not-call flags follow the list');
  };

  const next = async (): Promise<number> => {
    try {
      await flagPeople();
      const { matched, hasMore } = await matchLater(deps);
      if (matched > 0) log.info({ event: 'matched-later', calls: matched }, 'people were found for calls');
      return hasMore ? 0 : LOOK_MS;
    } catch (error) {
      log.error({ event: 'matching-failed', workspaceId, err: error }, 'calls could not be matched');
      return AFTER_FAULT_MS;
    }
  };

  const loop = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      const waitMs = await next();
      if (waitMs > 0) await clock.wait(waitMs, signal);
    }
  };

  return {
    next,
    ...createLoop(loop),
  };
};
