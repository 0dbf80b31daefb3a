/** Runs `act` while no other window of this browser holds the lock of that name. */
export const withBrowserLock = async (name: string, act: () => Promise<void>): Promise<void> => {
  // Without the API (very old browsers) two windows may send the same report; the worker answers both the same.
  if (!('locks' in navigator)) return act();
  await navigator.locks.request(name, act);
};

const CALL = 'twenty-dialer-call:';
/** This window's own calls, each with what lets it go. */
const mine = new Map<string, () => void>();

/** Makes a call this window's own until it is let go or the window goes away. False when another window has it. */
export const claimInThisWindow = (callId: string): Promise<boolean> => {
  if (mine.has(callId) || !('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(`${CALL}${callId}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise<void>((letGo) => mine.set(callId, letGo));
    });
  });
};

/** The call has left this window's screen: another window may take it. */
export const releaseInThisWindow = (callId: string): void => {
  mine.get(callId)?.();
  mine.delete(callId);
};

/** Ids of the calls that other windows of this browser have on their screens. */
export const callsInOtherWindows = async (): Promise<string[]> => {
  if (!('locks' in navigator)) return [];
  const { held = [] } = await navigator.locks.query();
  return held
    .flatMap(({ name }) => (name?.startsWith(CALL) ? [name.slice(CALL.length)] : []))
    .filter((callId) => !mine.has(callId));
};
