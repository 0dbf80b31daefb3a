import type { Timers } from '../timers.ts';
import type { LineEvent, LineListener } from './phone-line.ts';

/**
 * The order that every line keeps, whatever carries it: events come later than the caller's own step,
 * an end comes once, and nothing follows it.
 */
export const oneCall = (timers: Timers, listen: LineListener) => {
  let isAnswered = false;
  let isOver = false;
  let pending: (() => void)[] = [];

  const say = (event: LineEvent) => {
    if (isOver) return;
    if (event.type === 'answered') isAnswered = true;
    if (event.type === 'ended') {
      isOver = true;
      for (const cancel of pending) cancel();
      pending = [];
    }
    listen(event);
  };

  return {
    say,
    sayAfter: (delayMs: number, event: LineEvent) => {
      if (!isOver) pending.push(timers.after(delayMs, () => say(event)));
    },
    isAnswered: () => isAnswered,
    isOver: () => isOver,
  };
};
