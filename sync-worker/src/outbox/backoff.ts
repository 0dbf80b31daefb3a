export interface BackoffSettings {
  /** The most that is waited before the second attempt, in milliseconds. */
  readonly baseMs: number;
  /** The most that is ever waited, in milliseconds. */
  readonly capMs: number;
}

/**
 * Milliseconds until the next attempt: full jitter, anything between 0 and a ceiling that doubles with each failed
 * attempt. Without the jitter all that failed together would come back together.
 * @param random gives a number in [0, 1)
 */
export const backoffMs = (
  failedAttempts: number,
  random: () => number,
  settings: BackoffSettings,
): number => {
  const doublings = Math.min(Math.max(failedAttempts - 1, 0), 30);
  const ceilingMs = Math.min(settings.capMs, settings.baseMs * 2 ** doublings);
  return Math.floor(random() * ceilingMs);
};
