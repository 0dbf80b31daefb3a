/** Runs `act` while no other window of this browser holds the lock of that name. */
export const withBrowserLock = async (name: string, act: () => Promise<void>): Promise<void> => {
  // Without the API (very old browsers) two windows may send the same report; the worker answers both the same.
  if (!('locks' in navigator)) return act();
  await navigator.locks.request(name, act);
};

const FOR_AS_LONG_AS_THE_WINDOW = new Promise<void>(() => undefined);
const mine = new Set<string>();

/** Makes a call this window's own until the window goes away. False when another window has it. */
export const claimInThisWindow = (callId: string): Promise<boolean> => {
  if (mine.has(callId) || !('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(`twenty-dialer-call:${callId}`, { ifAvailable: true }, (lock) => {
      if (lock !== null) mine.add(callId);
      resolve(lock !== null);
      return lock === null ? undefined : FOR_AS_LONG_AS_THE_WINDOW;
    });
  });
};
