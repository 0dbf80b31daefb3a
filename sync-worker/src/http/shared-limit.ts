import type { WorkspaceId } from '@twenty-dialer/contract';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Store } from '../store/port.ts';
import { ProblemError } from './problem.ts';

/** How often one thing may be asked by one session or one address. */
export interface Limit {
  /** What is counted: it is part of the key in the store. */
  readonly name: string;
  readonly most: number;
  readonly perMs: number;
}

interface SharedLimitDeps {
  readonly store: Pick<Store, 'transaction'>;
  /** Null while nobody knows which workspace this is: then each worker counts for itself. */
  readonly workspaceId: () => WorkspaceId | null;
  readonly nowMs: () => number;
  readonly log: Pick<Logger, 'warn'>;
}

/** Whoever asks less than this part of a limit costs the store nothing. */
const SHARE = 1 / 20;
const MOST_KEYS = 20_000;

interface Window {
  readonly startsAtMs: number;
  /** By all workers, as of the last exchange; what this worker has counted since is apart. */
  shared: number;
  unshared: number;
  isFull: boolean;
}

/**
 * Counts what each key asks within fixed windows, together with all workers on the store. A worker counts in its memory
 * and tells the store each time that it has counted a twentieth of the limit, while nobody waits: so of N workers each lets
 * in a twentieth more than the limit at most, and a rep who works as people do never causes a statement.
 */
export const createSharedLimit = ({ store, workspaceId, nowMs, log }: SharedLimitDeps) => {
  const windows = new LRUCache<string, Window>({ max: MOST_KEYS });

  const windowOf = (counted: string, perMs: number): Window => {
    const startsAtMs = Math.floor(nowMs() / perMs) * perMs;
    const known = windows.get(counted);
    if (known?.startsAtMs === startsAtMs) return known;
    const fresh = { startsAtMs, shared: 0, unshared: 0, isFull: false };
    windows.set(counted, fresh);
    return fresh;
  };

  const exchange = async (counted: string, window: Window): Promise<void> => {
    const workspace = workspaceId();
    if (workspace === null) return;
    const count = window.unshared;
    // Before the wait: what is counted meanwhile is for the next time.
    window.unshared = 0;
    window.shared += count;
    try {
      const total = await store.transaction(workspace, (tx) =>
        tx.requestCounts.add(counted, { windowAt: new Date(window.startsAtMs), count }),
      );
      window.shared = Math.max(window.shared, total);
    } catch (error) {
      log.warn({ err: error }, 'requests could not be counted together with the other workers');
    }
  };

  return {
    /** @throws ProblemError `too-many-requests`, which says when to come back. */
    count: (limit: Limit, key: string): void => {
      const counted = `${limit.name} ${key}`;
      const window = windowOf(counted, limit.perMs);
      if (window.shared + window.unshared >= limit.most) {
        if (!window.isFull)
          log.warn({ limit: limit.name, most: limit.most }, 'a limit of requests is reached');
        window.isFull = true;
        throw tooMany(limit, window.startsAtMs + limit.perMs - nowMs());
      }
      window.unshared += 1;
      if (window.unshared >= limit.most * SHARE) void exchange(counted, window);
    },
  };
};
export type SharedLimit = ReturnType<typeof createSharedLimit>;

const tooMany = ({ most, perMs }: Limit, leftMs: number): ProblemError =>
  new ProblemError('too-many-requests', {
    detail: `This was asked more than ${most} times within ${perMs / 1000} seconds.`,
    headers: { 'Retry-After': String(Math.max(1, Math.ceil(leftMs / 1000))) },
  });
