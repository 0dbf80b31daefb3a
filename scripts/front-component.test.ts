import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../contract/src/examples.ts';
import { LiveAnswer, PeopleAnswer, peopleOf } from '../twenty-app/src/front-components/parts/answers.ts';
import { dialHref } from '../twenty-app/src/front-components/parts/dial-href.ts';
import { liveWords } from '../twenty-app/src/front-components/parts/live-words.ts';
import { nextLookMs } from '../twenty-app/src/front-components/parts/next-look.ts';
import { phonesOf } from '../twenty-app/src/front-components/parts/phones.ts';
import { duration, outcomeWords } from '../twenty-app/src/front-components/parts/words.ts';

const PERSON = '9d8c7b6a-5f4e-4d3c-8b2a-1f0e9d8c7b6a';
const link = {
  address: 'https://dialer.example.com',
  number: '+12025550123',
  personId: PERSON,
  ticket: null,
  n: 1,
};

describe('a link to the dialer', () => {
  test.each([
    [link, `#dial=%2B12025550123&person=${PERSON}&n=1`],
    [{ ...link, ticket: 'abc', n: 2 }, `#dial=%2B12025550123&person=${PERSON}&ticket=abc&n=2`],
    // A ticket is for one number; without a number it would be for none.
    [{ ...link, number: null, ticket: 'abc' }, `#dial=&person=${PERSON}&n=1`],
  ])('%j', (target, hash) => {
    expect(dialHref(target)).toBe(`https://dialer.example.com/${hash}`);
  });
});

describe('numbers of a person', () => {
  const number = { primaryPhoneNumber: '2025550145', primaryPhoneCallingCode: '+1' };
  test.each([
    ['the primary one in E.164', number, [{ shown: '+1 2025550145', e164: '+12025550145' }]],
    [
      'additional ones after it, each once',
      {
        ...number,
        additionalPhones: [
          { number: '2025550145', callingCode: '+1' },
          { number: '30 901820', callingCode: '+49' },
        ],
      },
      [
        { shown: '+1 2025550145', e164: '+12025550145' },
        { shown: '+49 30 901820', e164: '+4930901820' },
      ],
    ],
    [
      'one without a country is left to the dialer',
      { primaryPhoneNumber: '555-0145', primaryPhoneCallingCode: '' },
      [{ shown: '555-0145', e164: null }],
    ],
    ['none where nothing is written', { primaryPhoneNumber: '', additionalPhones: null }, []],
    ['none where Twenty shows no field', null, []],
  ])('%s', (_what, phones, expected) => {
    expect(phonesOf(phones)).toEqual(expected);
  });
});

test('people are shown in the order of their selection, with what forbids calling them', () => {
  const person = (id: string, more: object) => ({
    node: { id, name: { firstName: 'Ann', lastName: null }, phones: null, ...more },
  });
  const answer = PeopleAnswer.parse({
    people: { edges: [person('b', { doNotCall: true, company: { name: 'Acme' } }), person('a', {})] },
    phoneCalls: { edges: [] },
  });
  expect(peopleOf(answer, ['a', 'b'])).toMatchObject([
    { id: 'a', name: 'Ann', details: '', isDoNotCall: false },
    { id: 'b', details: 'Acme', isDoNotCall: true },
  ]);
});

describe('what the viewer is on', () => {
  const live = LiveAnswer.parse(EXAMPLES.liveCall.response?.value);
  const wrapUp = LiveAnswer.parse({ ...live, state: 'wrap-up' });

  test('is said with the name, and more shortly on the person’s own page', () => {
    expect(liveWords(live, []).words).toMatch(/^You are on a call with Grace Example since /);
    expect(liveWords(live, [PERSON]).words).toMatch(/^You are on a call with this person since /);
    expect(liveWords(wrapUp, []).words).toContain('waits for its outcome');
  });

  test('is not claimed where the dialer gives no answer', () => {
    expect(liveWords({ state: 'away' }, []).words).toContain('only fills in the number');
    expect(liveWords({ state: 'unknown' }, []).words).toContain('does not know this workspace');
  });

  test('is looked for often around a call, and seldom otherwise', () => {
    expect(nextLookMs(live, false)).toBeLessThan(3_000);
    expect(nextLookMs({ state: 'free' }, true)).toBeLessThan(3_000);
    expect(nextLookMs({ state: 'free' }, false)).toBeGreaterThanOrEqual(15_000);
    expect(nextLookMs({ state: 'away' }, false)).toBeGreaterThanOrEqual(15_000);
  });
});

test('outcomes and durations are written as people read them', () => {
  expect(['', 'CALLBACK', 'SENT_OFFER'].map(outcomeWords)).toEqual([
    'Needs wrap-up',
    'Callback requested',
    'Sent offer',
  ]);
  expect([0, 187, 3_729].map(duration)).toEqual(['0:00', '3:07', '1:02:09']);
});
