import { describe, expect, test } from 'vitest';
import { peopleFilter } from './people-filter.ts';

const patterns = (search: string, country: 'US' | 'DE' = 'US'): string[] => [
  ...new Set(JSON.stringify(peopleFilter(search, country)).match(/%[^"]*%/g)),
];

test('nothing typed finds everybody', () => {
  expect(peopleFilter('', 'US')).toEqual({});
  expect(peopleFilter('  % ', 'US')).toEqual({});
});

test('first and last name find a person in either order', () => {
  const filter = peopleFilter('example grace', 'US');
  expect(filter.and).toHaveLength(2);
  expect(patterns('example grace')).toEqual(['%example%', '%grace%']);
});

test('a typed wildcard does not find everybody', () => {
  expect(patterns('50%')).toEqual(['%50%']);
  expect(patterns('a\\b')).toEqual(['%ab%']);
});

describe('a number is found however it is typed', () => {
  test.each([
    ['+1 (202) 555-0143', 'US', '%2025550143%'],
    ['202.555.0143', 'US', '%2025550143%'],
    ['+1202555', 'US', '%202555%'],
    ['0143', 'US', '%0143%'],
    ['030 123456', 'DE', '%30123456%'],
    ['+49 30 123456', 'US', '%30123456%'],
  ] as const)('%s', (search, country, pattern) => {
    expect(patterns(search, country)).toContain(pattern);
  });

  test('in additional numbers as well', () => {
    expect(JSON.stringify(peopleFilter('5550144', 'US'))).toContain(
      '"additionalPhones":{"like":"%5550144%"}',
    );
  });

  test('but one or two digits, or digits in a name, are words', () => {
    expect(JSON.stringify(peopleFilter('42', 'US'))).not.toContain('primaryPhoneNumber');
    expect(JSON.stringify(peopleFilter('grace 2025', 'US'))).not.toContain('primaryPhoneNumber');
  });
});
