import { useEffect, useRef } from 'react';
import { useServices } from '../app/services.ts';
import type { CatchUp } from './catch-up.ts';

const AWAY_FOR_MS = 30 * 60_000;

/**
 * Asks again for what waits when the rep comes back: signed in again, or at this window after half an hour at others.
 * A reload begins with everything asked anyway.
 */
export const useReturns = (catchUp: CatchUp, isSignedOut: boolean): void => {
  const { timers } = useServices();
  const wasSignedOut = useRef(isSignedOut);
  useEffect(() => {
    if (wasSignedOut.current && !isSignedOut) catchUp.returned();
    wasSignedOut.current = isSignedOut;
  }, [catchUp, isSignedOut]);

  useEffect(() => {
    let leftAt: number | null = null;
    const onChange = () => {
      if (document.visibilityState === 'hidden') leftAt = timers.now();
      else if (leftAt !== null && timers.now() - leftAt >= AWAY_FOR_MS) catchUp.returned();
    };
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, [catchUp, timers]);
};
