import { AsYouType, type CountryCode } from 'libphonenumber-js';

const FEWEST_DIGITS = 3;

/**
 * The digits to look for, any of which are enough, when what was typed looks like a number. Twenty keeps a person's national
 * number without the trunk prefix, and E.164 has none either, so `+1 202 555` and `(202) 555` are both looked for as
 * `202555`, and `030 12` of Germany as `3012`.
 */
export const typedDigits = (typed: string, defaultCountry: CountryCode): string[] => {
  const digits = typed.replace(/\D/g, '');
  if (digits.length < FEWEST_DIGITS || !isWrittenLikeNumber(typed)) return [];
  const input = new AsYouType(defaultCountry);
  input.input(typed);
  const national = input.getNumber()?.nationalNumber;
  return [...new Set([digits, ...(national && national.length >= FEWEST_DIGITS ? [national] : [])])];
};

/** Digits, and what people put between them. */
export const isWrittenLikeNumber = (typed: string): boolean => /^[+\d\s().\-/]+$/.test(typed);
