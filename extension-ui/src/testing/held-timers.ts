import type { Timers } from '../timers.ts';

/** Timers that stand still until a test moves them. Actions run in the order of their time. */
export const heldTimers = (startAt = '2026-11-21T09:00:00.000Z') => {
  let now = Date.parse(startAt);
  let waiting: { at: number; action: () => void }[] = [];

  const timers: Timers = {
    now: () => now,
    after: (delayMs, action) => {
      const entry = { at: now + delayMs, action };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((one) => one !== entry);
      };
    },
  };

  const pass = (ms: number) => {
    const until = now + ms;
    for (;;) {
      const next = waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      waiting = waiting.filter((one) => one !== next);
      now = Math.max(now, next.at);
      next.action();
    }
    now = until;
  };

  return {
    timers,
    pass,
    /** Moves the wall clock without running anything, as when somebody sets the computer's clock. */
    setClock: (at: string) => {
      now = Date.parse(at);
    },
    waitingCount: () => waiting.length,
  };
};
