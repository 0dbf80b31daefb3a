/** The time as a dependency, so that tests can hold it in their hands. All numbers are milliseconds. */
export type Timers = {
  now(): number;
  /** Runs `action` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, action: () => void): () => void;
};

export const systemTimers: Timers = {
  now: () => Date.now(),
  after: (delayMs, action) => {
    const id = setTimeout(action, delayMs);
    return () => clearTimeout(id);
  },
};

/** A moment as the contract writes it. */
export const instantOf = (ms: number): string => new Date(ms).toISOString();
