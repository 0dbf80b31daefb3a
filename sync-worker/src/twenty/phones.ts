import { E164 } from '@twenty-dialer/contract';
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';

interface TwentyPhones {
  readonly primaryPhoneNumber?: string | null | undefined;
  readonly primaryPhoneCallingCode?: string | null | undefined;
  readonly primaryPhoneCountryCode?: string | null | undefined;
  readonly additionalPhones?: unknown;
}

const text = z.string().nullish().catch(null);
const Additional = z.array(z.object({ number: text, callingCode: text, countryCode: text })).catch([]);

/**
 * A person's numbers as they can be dialed, the primary one first, each once. Twenty keeps a number in pieces; what
 * makes no number (an extension alone, a remark) is left out.
 */
export const dialableNumbers = (
  phones: TwentyPhones | null | undefined,
  defaultCountry: CountryCode,
): E164[] => {
  if (!phones) return [];
  const primary = {
    number: phones.primaryPhoneNumber,
    callingCode: phones.primaryPhoneCallingCode,
    countryCode: phones.primaryPhoneCountryCode,
  };
  const all = [primary, ...Additional.parse(phones.additionalPhones ?? [])];
  return [...new Set(all.flatMap((piece) => e164Of(piece, defaultCountry)))];
};

const e164Of = (
  piece: {
    number?: string | null | undefined;
    callingCode?: string | null | undefined;
    countryCode?: string | null | undefined;
  },
  defaultCountry: CountryCode,
): E164[] => {
  const number = piece.number?.trim() ?? '';
  if (number === '') return [];
  const country =
    piece.countryCode && isSupportedCountry(piece.countryCode) ? piece.countryCode : defaultCountry;
  const isWhole = number.startsWith('+');
  const parsed =
    !isWhole && piece.callingCode
      ? parsePhoneNumberFromString(`${piece.callingCode}${number}`)
      : parsePhoneNumberFromString(number, country);
  const e164 = parsed?.isPossible() ? E164.safeParse(parsed.number) : null;
  return e164?.success ? [e164.data] : [];
};
