import { expect, test } from 'vitest';
import { formatPhone, formatWhileTyping, loadPhoneNumbers, looksLikeNumber, toE164 } from './phone-format.ts';

test('before the numbering plans are here, a number with + is dialed all the same and any is shown', () => {
  expect(toE164('+1 202 555 0101', 'US')).toBe('+12025550101');
  expect(formatPhone('+12025550101', 'US')).toBe('+12025550101');
});

test.each([
  ['(202) 555-0101', 'US', '+12025550101'],
  ['202.555.0101', 'US', '+12025550101'],
  ['+44 20 7946 0018', 'US', '+442079460018'],
  ['020 7946 0018', 'GB', '+442079460018'],
  ['030 23125 000', 'DE', '+493023125000'],
])('%s typed in %s becomes %s', async (text, country, expected) => {
  await loadPhoneNumbers();
  expect(toE164(text, country)).toBe(expected);
});

test.each(['', '+', '12', 'Mara', '202555', 'call 2025550101 now'])(
  '"%s" is not taken for a number',
  async (text) => {
    await loadPhoneNumbers();
    expect(toE164(text, 'US')).toBeNull();
  },
);

test('a name with digits is searched, not dialed', () => {
  expect(looksLikeNumber('Studio 54')).toBe(false);
  expect(looksLikeNumber('555')).toBe(true);
  expect(looksLikeNumber('+49 (0) 30')).toBe(true);
});

test('a number takes its shape while it is typed, and is shown in the home manner', async () => {
  await loadPhoneNumbers();
  expect(formatWhileTyping('2025550101', 'US')).toBe('(202) 555-0101');
  expect(formatPhone('+12025550101', 'US')).toBe('(202) 555-0101');
  expect(formatPhone('+12025550101', 'DE')).toBe('+1 202 555 0101');
});
