import type { Timers } from '../timers.ts';
import { oneCall } from './one-call.ts';
import type { PhoneLine } from './phone-line.ts';
import { practiceScriptFor } from './practice-scripts.ts';

export type PracticeLineDeps = {
  timers: Timers;
  /** Rings quietly while the far end rings; told true and false. */
  ringTone?: (isRinging: boolean) => void;
};

/** A line that rings nobody: what happens is read from the number's last two digits. */
export const createPracticeLine = ({ timers, ringTone }: PracticeLineDeps): PhoneLine => ({
  name: 'practice',
  hearsFarEnd: true,
  carriesSound: true,

  dial: ({ to }, listen) => {
    const call = oneCall(timers, (event) => {
      ringTone?.(event.type === 'ringing');
      listen(event);
    });
    let atMs = 0;
    for (const step of practiceScriptFor(to).steps) {
      atMs += step.afterMs;
      call.sayAfter(atMs, step.event);
    }
    return {
      hangUp: () => call.say({ type: 'ended', status: call.isAnswered() ? 'completed' : 'canceled' }),
      mute: () => undefined,
      sendDigits: () => undefined,
      markAnswered: () => undefined,
    };
  },

  resume: () => null,
});
