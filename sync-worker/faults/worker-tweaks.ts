import { z } from 'zod';

/** What a test of faults changes about a worker. */
export const WorkerTweaks = z.object({
  /** How many times faster than real time the worker's own clock runs; the store's does not. */
  clockSpeed: z.number().default(1),
  budget: z.object({ capacity: z.number(), windowMs: z.number(), reserve: z.number() }).exactOptional(),
  backoff: z.object({ baseMs: z.number(), capMs: z.number() }).exactOptional(),
  leaseMs: z.number().exactOptional(),
  twentyTimeoutMs: z.number().exactOptional(),
});
export type WorkerTweaks = z.input<typeof WorkerTweaks>;

export const NO_BUDGET = { capacity: 1_000_000, windowMs: 60_000, reserve: 0 } as const;
