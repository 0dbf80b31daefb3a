import { E164 } from '@twenty-dialer/contract';
import {
  AsYouType,
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/** Whether a text is a number being typed rather than a name. */
export const looksLikeNumber = (text: string): boolean =>
  /^\+?[\d\s().\-/]*\d[\d\s().\-/]*$|^\+$/.test(text.trim());

const countryOf = (code: string): CountryCode | undefined => (isSupportedCountry(code) ? code : undefined);

/** What was typed, in E.164, or null while it cannot be a number. `country` is for numbers without `+`. */
export const toE164 = (text: string, country: string): E164 | null => {
  const home = countryOf(country);
  const number = parsePhoneNumberFromString(text, {
    ...(home === undefined ? {} : { defaultCountry: home }),
    extract: false,
  });
  return number?.isPossible() ? (E164.safeParse(number.number).data ?? null) : null;
};

/** Spaces and brackets where they belong, while typing. */
export const formatWhileTyping = (text: string, country: string): string =>
  new AsYouType(countryOf(country)).input(text);

/** A number as people read it: nationally at home, internationally elsewhere. */
export const formatPhone = (number: string, country: string): string => {
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined) return number;
  return parsed.country === country ? parsed.formatNational() : parsed.formatInternational();
};
