import { E164 } from '@twenty-dialer/contract';
import type { CountryCode } from 'libphonenumber-js/min';

type PhoneLibrary = typeof import('libphonenumber-js/min');
let library: PhoneLibrary | null = null;

/**
 * Fetches the numbering plans of the world, a fifth of all the code, behind the first paint. Until they are here
 * numbers are shown as they are stored, and only numbers with `+` are understood.
 */
export const loadPhoneNumbers = async (): Promise<true> => {
  library ??= await import('libphonenumber-js/min');
  return true;
};

/** Whether a text is a number being typed rather than a name. */
export const looksLikeNumber = (text: string): boolean =>
  /^\+?[\d\s().\-/]*\d[\d\s().\-/]*$|^\+$/.test(text.trim());

/** What was typed, in E.164, or null while it cannot be a number. `country` is for numbers without `+`. */
export const toE164 = (text: string, country: string): E164 | null => {
  if (library === null) return E164.safeParse(text.replace(/[^\d+]/g, '')).data ?? null;
  const home = countryOf(library, country);
  const number = library.parsePhoneNumberFromString(text, {
    ...(home === undefined ? {} : { defaultCountry: home }),
    extract: false,
  });
  return number?.isPossible() ? (E164.safeParse(number.number).data ?? null) : null;
};

/** Spaces and brackets where they belong, while typing. */
export const formatWhileTyping = (text: string, country: string): string =>
  library === null ? text : new library.AsYouType(countryOf(library, country)).input(text);

/** A number as people read it: nationally at home, internationally elsewhere. */
export const formatPhone = (number: string, country: string): string => {
  const parsed = library?.parsePhoneNumberFromString(number);
  if (parsed === undefined) return number;
  return parsed.country === country ? parsed.formatNational() : parsed.formatInternational();
};

const countryOf = ({ isSupportedCountry }: PhoneLibrary, code: string): CountryCode | undefined =>
  isSupportedCountry(code) ? code : undefined;
