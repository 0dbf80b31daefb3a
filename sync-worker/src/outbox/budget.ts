/** Twenty's token bucket as the worker models it. One shared row per workspace in the store. */
export interface BudgetState {
  readonly tokens: number;
  /** When a request was last allowed, in milliseconds of the store's clock; Twenty refills from there. */
  readonly allowedAtMs: number;
}

export interface BudgetDecision {
  readonly isGranted: boolean;
  readonly state: BudgetState;
  /** Milliseconds until the tokens asked for will be there; 0 when granted. */
  readonly waitMs: number;
}

export interface BudgetSettings {
  /** Root fields that Twenty allows in one window. */
  readonly capacity: number;
  readonly windowMs: number;
  /** Tokens that are never spent here: they are for people and other integrations on the same key. */
  readonly reserve: number;
}

/** The app's own token: 500 root fields a minute, and nobody else spends them. */
export const APP_TOKEN_BUDGET: BudgetSettings = { capacity: 500, windowMs: 60_000, reserve: 0 };
/** An API key: 100 a minute for all keys of the workspace together, so a fifth is left to the others. */
export const API_KEY_BUDGET: BudgetSettings = { capacity: 100, windowMs: 60_000, reserve: 20 };

/**
 * Takes `tokens` (one per root field) out of the bucket, or says how long to wait for them. A full bucket grants at once;
 * a drained one grants as it refills, and what waits meanwhile makes the next batch larger.
 * @throws RangeError when the bucket could never hold that many.
 */
export const takeTokens = (
  state: BudgetState | null,
  nowMs: number,
  tokens: number,
  settings: BudgetSettings,
): BudgetDecision => {
  if (tokens > settings.capacity - settings.reserve) {
    throw new RangeError(
      `${tokens} tokens can never be granted: the bucket gives ${settings.capacity} less a reserve.`,
    );
  }
  const present = asOfNow(state, nowMs) ?? { tokens: settings.capacity, allowedAtMs: nowMs };
  const available = present.tokens + refilled(present, nowMs, settings);
  const held = Math.min(settings.capacity, available);
  const missing = tokens + settings.reserve - held;
  if (missing <= 0) {
    return { isGranted: true, state: { tokens: held - tokens, allowedAtMs: nowMs }, waitMs: 0 };
  }
  const readyAtMs = present.allowedAtMs + (tokens + settings.reserve - present.tokens) * msPerToken(settings);
  return { isGranted: false, state: present, waitMs: Math.max(1, Math.ceil(readyAtMs - nowMs)) };
};

/**
 * The budget for work that has time: the half of the bucket that delivery may need at once is never touched. Whoever spends
 * it should do so at half the speed at which it refills, too.
 */
export const spareBudget = (budget: BudgetSettings): BudgetSettings => ({
  ...budget,
  reserve: Math.max(budget.reserve, Math.ceil(budget.capacity / 2)),
});

/** What could be spent now, for people to look at. */
export const tokensLeft = (state: BudgetState | null, nowMs: number, settings: BudgetSettings): number => {
  const held = state === null ? settings.capacity : state.tokens + refilled(state, nowMs, settings);
  return Math.max(0, Math.min(settings.capacity, held) - settings.reserve);
};

/** Puts back tokens that were taken and not sent. */
export const returnTokens = (
  state: BudgetState | null,
  nowMs: number,
  tokens: number,
  settings: BudgetSettings,
): BudgetDecision => ({
  isGranted: true,
  state: {
    tokens: Math.min(settings.capacity, (state?.tokens ?? settings.capacity) + tokens),
    allowedAtMs: state?.allowedAtMs ?? nowMs,
  },
  waitMs: 0,
});

/** Twenty said that the limit is reached: whatever we counted, the bucket is empty, and it refills from now on. */
export const drainTokens = (nowMs: number): BudgetDecision => ({
  isGranted: false,
  state: { tokens: 0, allowedAtMs: nowMs },
  waitMs: 0,
});

/** A clock that was put back: the bucket refills from now on, not from when the clock has caught up, in an hour perhaps. */
const asOfNow = (state: BudgetState | null, nowMs: number): BudgetState | null =>
  state === null ? null : { ...state, allowedAtMs: Math.min(state.allowedAtMs, nowMs) };

const msPerToken = ({ windowMs, capacity }: BudgetSettings): number => windowMs / capacity;

/** Twenty counts whole tokens since the last request that it allowed; the rest of a token is lost (as seen on 2.31). */
const refilled = (state: BudgetState, nowMs: number, settings: BudgetSettings): number =>
  Math.max(0, Math.floor((nowMs - state.allowedAtMs) / msPerToken(settings)));
