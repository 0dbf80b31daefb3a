/** As long as the worker keeps an attempt open: after that nobody wonders any more. */
const REMEMBERED_MS = 10 * 60_000;
const KEY = 'twenty-dialer:sign-in-began-at';

/**
 * Whether somebody went to Twenty from here, and came back without being in. Twenty forgets where they came from when they have to
 * sign in there first; then nobody tells us anything, so this browser remembers that they left.
 */
export const signInAttempt = ({ storage, now }: { storage: Storage; now: () => number }) => ({
  /** The person goes to Twenty now. */
  begin: (): void => write(() => storage.setItem(KEY, String(now()))),
  /** They are in, or do not want to be. */
  forget: (): void => write(() => storage.removeItem(KEY)),
  /** They left for Twenty, not long ago, and are here without a session. */
  wasLeft: (): boolean => {
    const beganAt = Number(read(storage) ?? Number.NaN);
    return now() - beganAt >= 0 && now() - beganAt < REMEMBERED_MS;
  },
});

/** A browser that keeps nothing just explains less. */
const write = (act: () => void): void => {
  try {
    act();
  } catch {
    // Storage is closed to this page, or full.
  }
};

const read = (storage: Storage): string | null => {
  try {
    return storage.getItem(KEY);
  } catch {
    return null;
  }
};
