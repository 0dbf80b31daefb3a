import { type PastCallWords, secondsOf } from './past-call.ts';

/** A form as it begins: today, now, nothing said. The ids are made here, so that saving twice is still one call. */
export const freshWords = (now: number): PastCallWords => ({
  callId: crypto.randomUUID(),
  callSessionId: crypto.randomUUID(),
  text: '',
  person: null,
  number: '',
  direction: 'outbound',
  ...localTime(now),
  minutes: '',
  seconds: '',
  outcome: null,
  note: '',
});

type Length = Partial<Pick<PastCallWords, 'minutes' | 'seconds'>>;
/**
 * What another length changes. Most calls are entered right after they ended: while nobody has touched the beginning, it is
 * so long before the form was opened.
 */
export const withLength = (
  words: PastCallWords,
  length: Length,
  openedAt: number,
): Partial<PastCallWords> => {
  const began = (of: PastCallWords) => localTime(openedAt - (secondsOf(of) ?? 0) * 1_000);
  const { date, time } = began(words);
  const isUntouched = words.date === date && words.time === time;
  return isUntouched ? { ...length, ...began({ ...words, ...length }) } : length;
};

const localTime = (instant: number): Pick<PastCallWords, 'date' | 'time'> => {
  const two = (figure: number) => String(figure).padStart(2, '0');
  const at = new Date(instant);
  return {
    date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  };
};
