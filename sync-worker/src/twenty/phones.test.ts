import { describe, expect, test } from 'vitest';
import { dialableNumbers } from './phones.ts';

const us = (number: string | null) => ({
  primaryPhoneNumber: number,
  primaryPhoneCallingCode: '+1',
  primaryPhoneCountryCode: 'US',
});

describe('a number that is in Twenty can be dialed', () => {
  test.each([
    ['kept in pieces', us('2025550143'), ['+12025550143']],
    [
      'abroad, whatever the country here is',
      { primaryPhoneNumber: '30123456', primaryPhoneCallingCode: '+49' },
      ['+4930123456'],
    ],
    ['typed with its country code', { primaryPhoneNumber: '+44 20 7946 0018' }, ['+442079460018']],
    ['without any country', { primaryPhoneNumber: '(202) 555-0143' }, ['+12025550143']],
    [
      'with a country, but no calling code',
      { primaryPhoneNumber: '030 123456', primaryPhoneCountryCode: 'DE' },
      ['+4930123456'],
    ],
    [
      'with a country that nobody knows',
      { ...us('2025550143'), primaryPhoneCountryCode: 'XX' },
      ['+12025550143'],
    ],
  ])('%s', (_what, phones, expected) => {
    expect(dialableNumbers(phones, 'US')).toEqual(expected);
  });

  test('the second and third number too, each once, the primary one first', () => {
    const additionalPhones = [
      { number: '2025550144', callingCode: '+1', countryCode: 'US' },
      { number: '2025550143', callingCode: '+1', countryCode: 'US' },
      { number: '2025550145', callingCode: '', countryCode: '' },
    ];
    expect(dialableNumbers({ ...us('2025550143'), additionalPhones }, 'US')).toEqual([
      '+12025550143',
      '+12025550144',
      '+12025550145',
    ]);
  });
});

test.each([
  ['nothing', null],
  ['empty pieces, as Twenty answers them', { ...us(''), additionalPhones: null }],
  ['an extension alone', us('12')],
  ['a remark', us('ask the front desk')],
  ['additional numbers in a shape of their own', { additionalPhones: { number: '1' } }],
  ['additional numbers without a number', { additionalPhones: [{ callingCode: '+1' }, { number: 5 }] }],
])('%s makes no number, and no person unreadable', (_what, phones) => {
  expect(dialableNumbers(phones, 'US')).toEqual([]);
});
