import { LRUCache } from 'lru-cache';
import { ProblemError } from '../http/problem.ts';

export interface CountFrom {
  readonly most: number;
  readonly perMs: number;
}

/** Counts what each key does, in this process alone: a limit against loops and abuse, not a quota. */
export const createRateLimit = ({ most, perMs }: CountFrom, nowMs: () => number) => {
  const windows = new LRUCache<string, { endsAtMs: number; count: number }>({ max: 5_000 });
  return {
    /** @throws ProblemError `too-many-requests` */
    count: (key: string): void => {
      const now = nowMs();
      const known = windows.get(key);
      const window = known && known.endsAtMs > now ? known : { endsAtMs: now + perMs, count: 0 };
      window.count += 1;
      windows.set(key, window);
      if (window.count <= most) return;
      const waitSeconds = Math.max(1, Math.ceil((window.endsAtMs - now) / 1000));
      throw new ProblemError('too-many-requests', {
        detail: `This was asked more than ${most} times within ${perMs / 1000} seconds.`,
        headers: { 'Retry-After': String(waitSeconds) },
      });
    },
  };
};
export type RateLimit = ReturnType<typeof createRateLimit>;
