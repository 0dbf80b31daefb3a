import { badInput } from '../refusal.ts';

/** Twenty's token bucket: one for all API keys of the workspace, one for the app's own token, none for people. */
export interface Budget {
  /** Takes one token, for one root field. @throws Refusal when there is none */
  spend(kind: 'api-key' | 'app'): void;
  readonly throttled: number;
}

const WINDOW_MS = 60_000;
const TOKENS = { 'api-key': 100, app: 500 } as const;

/** @param now milliseconds; may run faster than real time */
export const createBudget = ({ now, isOn }: { now: () => number; isOn: boolean }): Budget => {
  const buckets = {
    'api-key': { tokens: TOKENS['api-key'] as number, allowedAtMs: now() },
    app: { tokens: TOKENS.app as number, allowedAtMs: now() },
  };
  let throttled = 0;
  return {
    get throttled() {
      return throttled;
    },
    spend: (kind) => {
      if (!isOn) return;
      const limit = TOKENS[kind];
      const bucket = buckets[kind];
      const at = now();
      // Whole tokens since the last allowed request, and the rest is lost: requests that come closer together than
      // one token's time refill nothing. That is what Twenty does, and what a client has to reckon with.
      const refill = Math.floor(((at - bucket.allowedAtMs) * limit) / WINDOW_MS);
      const tokens = Math.min(limit, bucket.tokens + refill);
      if (tokens < 1) {
        throttled += 1;
        throw limitReached(limit);
      }
      buckets[kind] = { tokens: tokens - 1, allowedAtMs: at };
    },
  };
};

export const limitReached = (limit: number) =>
  badInput(
    'LIMIT_REACHED',
    `Limit reached (${limit} tokens per ${WINDOW_MS} ms)`,
    'Rate limit reached. Please try again later.',
  );
