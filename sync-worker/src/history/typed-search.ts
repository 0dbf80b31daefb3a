import type { CountryCode } from 'libphonenumber-js';
import type { TypedSearch } from '../store/call-port.ts';
import { isWrittenLikeNumber, typedDigits } from '../twenty/typed-digits.ts';

/** What a rep typed into the search of history, taken apart once for both sides; null when it asks for nothing. */
export const typedSearch = (typed: string, defaultCountry: CountryCode): TypedSearch | null => {
  // A dash alone stands in no name on purpose, and would find every number that is written in groups.
  const words = typed.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return null;
  return {
    words: words.map((text) => ({
      text,
      digits: isWrittenLikeNumber(text) ? text.replace(/\D/g, '') : null,
    })),
    numbers: typedDigits(typed, defaultCountry),
  };
};
