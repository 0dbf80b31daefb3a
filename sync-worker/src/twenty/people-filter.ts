import type { CountryCode } from 'libphonenumber-js';
import type { PersonFilterInput } from '../../../graphql/generated/core/graphql.ts';
import { typedDigits } from './typed-digits.ts';

/**
 * What a rep typed, as a filter of Twenty's: every word must be found somewhere in name, e-mail, company or job title;
 * digits are looked for in all numbers of a person. Nothing typed finds everybody.
 */
export const peopleFilter = (search: string, defaultCountry: CountryCode): PersonFilterInput => {
  const words = search
    .split(/\s+/)
    .map(withoutWildcards)
    .filter((word) => word !== '');
  if (words.length === 0) return {};
  const byWords: PersonFilterInput = { and: words.map(anywhere) };
  const numbers = typedDigits(search, defaultCountry);
  return numbers.length === 0 ? byWords : { or: [...numbers.flatMap(inNumbers), byWords] };
};

/** Twenty hands a pattern on to the database; a typed wildcard is no more than a letter that nobody has. */
const withoutWildcards = (word: string): string => word.replace(/[%\\]/g, '');

const anywhere = (word: string): PersonFilterInput => {
  const ilike = `%${word}%`;
  return {
    or: [
      { name: { firstName: { ilike } } },
      { name: { lastName: { ilike } } },
      { emails: { primaryEmail: { ilike } } },
      { company: { name: { ilike } } },
      { jobTitle: { ilike } },
    ],
  };
};

const inNumbers = (digits: string): PersonFilterInput[] => [
  { phones: { primaryPhoneNumber: { like: `%${digits}%` } } },
  { phones: { additionalPhones: { like: `%${digits}%` } } },
];
