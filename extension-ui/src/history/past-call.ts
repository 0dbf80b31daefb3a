import {
  CallReport,
  type E164,
  isConnected,
  type MemberId,
  NOTE_MAX_CHARACTERS,
  PersonId,
} from '@twenty-dialer/contract';
import { z } from 'zod';
import { instantOf } from '../timers.ts';

/** What stands in the form, as it was typed. */
export const PastCallWords = z.object({
  callId: z.string(),
  callSessionId: z.string(),
  /** A name that is searched or a number that is typed, until somebody is chosen. */
  text: z.string(),
  person: z.object({ id: z.string(), name: z.string(), phones: z.array(z.string()) }).nullable(),
  number: z.string(),
  direction: z.enum(['outbound', 'inbound']),
  date: z.string(),
  time: z.string(),
  minutes: z.string(),
  seconds: z.string(),
  outcome: z.string().nullable(),
  note: z.string(),
});
export type PastCallWords = z.infer<typeof PastCallWords>;

export const PAST_CALL_FIELDS = ['who', 'when', 'length', 'outcome', 'note'] as const;
export type PastCallField = (typeof PAST_CALL_FIELDS)[number];
export type PastCallTroubles = Partial<Record<PastCallField, string>>;

export type PastCallContext = {
  member: MemberId;
  now: number;
  timeZone: string;
  /** Reads a typed number, E.164 or national. */
  toE164: (text: string) => E164 | null;
};

/** The report of a call that was made elsewhere, or what is not right yet, at each field. */
export const pastCallReport = (
  words: PastCallWords,
  { member, now, timeZone, toE164 }: PastCallContext,
): { report: CallReport } | { troubles: PastCallTroubles } => {
  const to = toE164(words.person === null ? words.text : words.number);
  const startedAt = startOf(words);
  const seconds = secondsOf(words);
  const troubles: PastCallTroubles = {
    ...(to === null ? { who: whoTrouble(words) } : {}),
    ...whenTrouble({ startedAt, seconds, now }),
    ...lengthTrouble(seconds, words.outcome),
    ...(words.outcome === null ? { outcome: 'Choose an outcome.' } : {}),
    ...(words.note.length > NOTE_MAX_CHARACTERS
      ? { note: `${words.note.length - NOTE_MAX_CHARACTERS} characters too many.` }
      : {}),
  };
  if (to === null || startedAt === null || seconds === null || Object.keys(troubles).length > 0) {
    return { troubles };
  }
  const endedAt = startedAt + seconds * 1_000;
  const report = CallReport.safeParse({
    callId: words.callId,
    callSessionId: words.callSessionId,
    revision: 1,
    workspaceMemberId: member,
    stage: 'wrapped-up',
    line: 'entered',
    direction: words.direction,
    status: words.outcome === 'no-answer' || words.outcome === 'busy' ? words.outcome : 'completed',
    from: null,
    to,
    personId: words.person === null ? null : PersonId.parse(words.person.id),
    personName: words.person?.name.slice(0, 200) ?? null,
    callSid: null,
    startedAt: instantOf(startedAt),
    ringingAt: null,
    answeredAt: null,
    endedAt: instantOf(endedAt),
    wrappedUpAt: instantOf(Math.max(now, endedAt)),
    outcome: words.outcome,
    note: words.note,
    timeZone,
  });
  return report.success
    ? { report: report.data }
    : { troubles: { who: report.error.issues[0]?.message ?? '' } };
};

const whoTrouble = ({ person, text, number }: PastCallWords): string => {
  if (person !== null) {
    return number.trim() === '' ? 'Type the number that was used.' : 'That is no telephone number.';
  }
  return text.trim() === ''
    ? 'Choose a person or type a number.'
    : 'Choose a person from the list, or type a whole number. Numbers from abroad begin with +.';
};

/** The moment of a local date and time; null while one of them is missing. */
const startOf = ({ date, time }: PastCallWords): number | null => {
  const at = new Date(`${date}T${time}`).getTime();
  return Number.isNaN(at) ? null : at;
};

const whole = (text: string): number | null => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : null);

/** An empty field beside a filled one is 0. */
export const secondsOf = ({ minutes, seconds }: PastCallWords): number | null => {
  if (minutes.trim() === '' && seconds.trim() === '') return null;
  const parts = [whole(minutes.trim() === '' ? '0' : minutes), whole(seconds.trim() === '' ? '0' : seconds)];
  const [min, sec] = parts;
  return min == null || sec == null ? null : min * 60 + sec;
};

const whenTrouble = ({
  startedAt,
  seconds,
  now,
}: {
  startedAt: number | null;
  seconds: number | null;
  now: number;
}): PastCallTroubles => {
  if (startedAt === null) return { when: 'Say on which day and at what time the call began.' };
  if (startedAt > now) return { when: 'This is in the future. A past call has begun before now.' };
  if (startedAt + (seconds ?? 0) * 1_000 > now) {
    return { when: 'A call of this length would end in the future. Begin it earlier, or make it shorter.' };
  }
  return {};
};

const LONGEST_SECONDS = 24 * 3_600;
const lengthTrouble = (seconds: number | null, outcome: string | null): PastCallTroubles => {
  if (seconds === null)
    return { length: 'Say how long it took, in whole minutes and seconds; 0 if nobody answered.' };
  if (seconds > LONGEST_SECONDS) return { length: 'A call lasts a day at most.' };
  if (seconds === 0 && isConnected(outcome)) {
    return { length: 'With this outcome somebody was talked to: say how long.' };
  }
  return {};
};
