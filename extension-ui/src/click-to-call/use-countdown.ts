import { useEffect, useRef, useState } from 'react';
import { useServices } from '../app/services.ts';
import { useDesk, useTarget } from '../dialer/use-dialer.ts';

/** From the click in Twenty to the call: long enough to see whom it is for, and to stop it. */
export const COUNTDOWN_MS = 2_000;
/** A computer that slept, or a page that was held back, must not dial when it comes round. */
const TOO_LATE_MS = 2_000;

export type Countdown = {
  /** Null: nothing counts. */
  secondsLeft: number | null;
  stop: () => void;
};

/** Counts down to the call of the chosen one, when a link with a good ticket set it off. */
export const useCountdown = (onZero: () => void): Countdown => {
  const { timers } = useServices();
  const { target } = useDesk();
  const { callsAt } = useTarget();
  const [now, setNow] = useState(() => timers.now());
  const latest = useRef(onZero);
  latest.current = onZero;
  useEffect(() => {
    if (callsAt === null) return;
    let cancel: () => void = () => undefined;
    const tick = () => {
      const leftMs = callsAt - timers.now();
      setNow(timers.now());
      if (leftMs > 0) {
        // To the next whole second, so that each figure stands for as long as it says.
        cancel = timers.after(leftMs % 1000 || 1000, tick);
        return;
      }
      target.waitForWord();
      if (leftMs > -TOO_LATE_MS) latest.current();
    };
    tick();
    return () => cancel();
  }, [callsAt, timers, target]);
  return {
    // `now` is of the last tick, which may have been an earlier countdown's.
    secondsLeft:
      callsAt === null ? null : Math.ceil(Math.min(COUNTDOWN_MS, Math.max(1, callsAt - now)) / 1000),
    stop: target.waitForWord,
  };
};
