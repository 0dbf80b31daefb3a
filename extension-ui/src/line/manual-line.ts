import type { Timers } from '../timers.ts';
import { oneCall } from './one-call.ts';
import type { LineCall, LineListener, PhoneLine } from './phone-line.ts';

/**
 * The rep calls with any telephone; the dialer times and records it. Nothing is heard here, so the rep marks the
 * answer, and hanging up always ends as `completed`: whether anybody answered follows from the mark or the outcome.
 */
export const createManualLine = ({ timers }: { timers: Timers }): PhoneLine => {
  const open = (listen: LineListener, isAnswered: boolean): LineCall => {
    const call = oneCall(timers, listen);
    call.sayAfter(0, { type: 'preparing' });
    call.sayAfter(0, { type: 'connecting' });
    if (isAnswered) call.sayAfter(0, { type: 'answered', by: 'person' });
    return {
      hangUp: () => call.say({ type: 'ended', status: 'completed' }),
      mute: () => undefined,
      sendDigits: () => undefined,
      markAnswered: () => {
        if (!call.isAnswered()) call.say({ type: 'answered', by: 'person' });
      },
    };
  };
  return {
    name: 'manual',
    hearsFarEnd: false,
    carriesSound: false,
    dial: (_order, listen) => open(listen, false),
    resume: ({ isAnswered }, listen) => open(listen, isAnswered),
  };
};
