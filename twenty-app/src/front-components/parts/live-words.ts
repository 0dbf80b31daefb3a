import type { Live } from './next-look.ts';
import { moment } from './words.ts';

interface LiveWords {
  readonly words: string;
  readonly tone: 'toneQuiet' | 'toneLive' | 'toneWaiting';
}

/** The one line about the viewer's dialer. `personIds`: whose page it stands on. */
export const liveWords = (live: Live, personIds: readonly string[]): LiveWords => {
  switch (live.state) {
    case 'looking':
      return { words: '\u00a0', tone: 'toneQuiet' };
    case 'free':
      return { words: 'You are not on a call.', tone: 'toneQuiet' };
    case 'away':
      return {
        words: 'The dialer gives no answer. A link still opens it, and only fills in the number.',
        tone: 'toneWaiting',
      };
    case 'unknown':
      return {
        words: 'The dialer does not know this workspace. Links only fill in the number.',
        tone: 'toneWaiting',
      };
    default: {
      const { personId, personName, number, since } = live.call;
      const isHere = personId !== null && personIds.includes(personId) && personIds.length === 1;
      const who = isHere ? 'this person' : (personName ?? number);
      return live.state === 'calling'
        ? { words: `You are on a call with ${who} since ${moment(since)}.`, tone: 'toneLive' }
        : { words: `Your call with ${who} waits for its outcome.`, tone: 'toneWaiting' };
    }
  }
};
