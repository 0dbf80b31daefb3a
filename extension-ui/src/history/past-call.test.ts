import { talkSeconds } from '@twenty-dialer/contract';
import { describe, expect, test } from 'vitest';
import { toE164 } from '../dialer/phone-format.ts';
import { ADA, callIdNumber } from '../testing/invented.ts';
import { freshWords, withLength } from './fresh-past-call.ts';
import { type PastCallWords, pastCallReport } from './past-call.ts';

const now = new Date(2026, 10, 21, 12, 0).getTime();
const words: PastCallWords = {
  callId: callIdNumber(1),
  callSessionId: 'cccccccc-cccc-4ccc-8ccc-cccccccccccc',
  text: '+1 202 555 0101',
  person: null,
  number: '',
  direction: 'outbound',
  date: '2026-11-21',
  time: '11:00',
  minutes: '3',
  seconds: '7',
  outcome: 'interested',
  note: 'Called from the train',
};
const context = { member: ADA, now, timeZone: 'Europe/Berlin', toE164: (text: string) => toE164(text, 'US') };
const check = (change: Partial<PastCallWords> = {}) => pastCallReport({ ...words, ...change }, context);
const reportOf = (change: Partial<PastCallWords> = {}) => {
  const checked = check(change);
  if (!('report' in checked)) throw new Error(JSON.stringify(checked.troubles));
  return checked.report;
};
const troublesOf = (change: Partial<PastCallWords>) => {
  const checked = check(change);
  return 'report' in checked ? {} : checked.troubles;
};

describe('a call that was made elsewhere', () => {
  test('is recorded as entered, with its whole length as talk', () => {
    const report = reportOf();
    expect(report).toMatchObject({
      line: 'entered',
      stage: 'wrapped-up',
      status: 'completed',
      revision: 1,
      to: '+12025550101',
      answeredAt: null,
      timeZone: 'Europe/Berlin',
      note: 'Called from the train',
      startedAt: new Date(2026, 10, 21, 11, 0).toISOString(),
      wrappedUpAt: new Date(now).toISOString(),
    });
    expect(talkSeconds(report)).toBe(187);
  });

  test.each(['no-answer', 'busy'])('that ended as %s says so, and may have lasted no time', (outcome) => {
    expect(reportOf({ outcome, minutes: '0', seconds: '' })).toMatchObject({ status: outcome });
  });

  test('with a person has the number that was used, also one that Twenty does not know', () => {
    const person = { id: '55555555-5555-4555-8555-555555555555', name: 'Mara Lind', phones: [] };
    expect(reportOf({ person, number: '+49 30 901820' })).toMatchObject({
      personId: person.id,
      personName: 'Mara Lind',
      to: '+4930901820',
    });
  });
});

describe('what is not right is said where it stands', () => {
  test.each([
    ['nobody named', { text: '' }, { who: /Choose a person or type a number/ }],
    ['a name that was not chosen', { text: 'Mara' }, { who: /Choose a person from the list/ }],
    ['no date', { date: '' }, { when: /which day/ }],
    ['a start in the future', { time: '12:30' }, { when: /in the future/ }],
    ['an end in the future', { time: '11:59', minutes: '5' }, { when: /would end in the future/ }],
    ['no length', { minutes: '', seconds: '' }, { length: /how long/ }],
    ['a length that is no number', { minutes: 'a few' }, { length: /whole minutes/ }],
    ['a talk of no time', { minutes: '0', seconds: '0' }, { length: /say how long/ }],
    ['no outcome', { outcome: null }, { outcome: /Choose an outcome/ }],
    ['a note beyond the limit', { note: 'x'.repeat(20_001) }, { note: /1 characters too many/ }],
  ])('%s', (_name, change, expected) => {
    const troubles = troublesOf(change);
    const fields = Object.entries(expected);
    expect(Object.keys(troubles)).toEqual(Object.keys(expected));
    for (const [field, pattern] of fields)
      expect(troubles).toHaveProperty(field, expect.stringMatching(pattern));
  });
});

describe('a call that has just ended', () => {
  const fresh = freshWords(now);
  const longer = { ...fresh, ...withLength(fresh, { minutes: '14' }, now) };

  test('began its length ago, so that nobody has to reckon', () => {
    expect(longer).toMatchObject({ date: '2026-11-21', time: '11:46', minutes: '14' });
    expect(withLength(longer, { seconds: '30' }, now)).toEqual({
      date: '2026-11-21',
      time: '11:45',
      seconds: '30',
    });
  });

  test('keeps the time that was set by hand', () => {
    const setByHand = { ...longer, time: '09:30' };
    expect(withLength(setByHand, { minutes: '20' }, now)).toEqual({ minutes: '20' });
  });
});
