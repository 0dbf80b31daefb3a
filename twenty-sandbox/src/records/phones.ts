import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { badInput } from '../refusal.ts';

interface Phone {
  number: string | null;
  callingCode: string | null;
  countryCode: string | null;
}

/** Twenty keeps numbers split: `+12025550145` becomes number `2025550145`, calling code `+1`, country `US`. */
export const normalizePhones = (given: JsonObject): JsonObject => {
  const result: JsonObject = { ...given };
  if (
    'primaryPhoneNumber' in given ||
    'primaryPhoneCallingCode' in given ||
    'primaryPhoneCountryCode' in given
  ) {
    const phone = split({
      number: textOrNull(given.primaryPhoneNumber),
      callingCode: textOrNull(given.primaryPhoneCallingCode),
      countryCode: textOrNull(given.primaryPhoneCountryCode),
    });
    result.primaryPhoneNumber = phone.number;
    result.primaryPhoneCallingCode = phone.callingCode;
    result.primaryPhoneCountryCode = phone.countryCode;
  }
  if (Array.isArray(given.additionalPhones)) {
    result.additionalPhones = given.additionalPhones.map((one) =>
      isJsonObject(one) ? splitAdditional(one) : {},
    );
  }
  return result;
};

const splitAdditional = (given: JsonObject): JsonObject => ({
  ...split({
    number: textOrNull(given.number),
    callingCode: textOrNull(given.callingCode),
    countryCode: textOrNull(given.countryCode),
  }),
});

const split = (given: Phone): Phone => {
  if (given.countryCode !== null && !isCountry(given.countryCode)) {
    throw refused('INVALID_PHONE_COUNTRY_CODE', `Invalid country code ${given.countryCode}`);
  }
  const countries = given.callingCode === null ? [] : countriesOf(given.callingCode);
  if (given.callingCode !== null && countries.length === 0) {
    throw refused('INVALID_PHONE_CALLING_CODE', `Invalid calling code ${given.callingCode}`);
  }
  if (given.callingCode !== null && given.countryCode !== null && !countries.includes(given.countryCode)) {
    throw refused(
      'CONFLICTING_PHONE_CALLING_CODE_AND_COUNTRY_CODE',
      'Provided country code and calling code are conflicting',
    );
  }
  if (given.number === null) return given;
  const country = given.countryCode ?? countries[0];
  const parsed = parsePhoneNumberFromString(
    given.number,
    country === undefined ? {} : { defaultCountry: country as CountryCode },
  );
  if (parsed === undefined) {
    if (country === undefined) {
      throw refused('INVALID_PHONE_NUMBER', `Provided phone number is invalid ${given.number}`);
    }
    return given;
  }
  const callingCode = `+${parsed.countryCallingCode}`;
  if (given.countryCode !== null && !countriesOf(callingCode).includes(given.countryCode)) {
    throw refused('CONFLICTING_PHONE_COUNTRY_CODE', 'Provided and inferred country code are conflicting');
  }
  return {
    number: parsed.nationalNumber,
    callingCode,
    countryCode: parsed.country ?? given.countryCode ?? countriesOf(callingCode)[0] ?? null,
  };
};

const isCountry = (code: string): code is CountryCode => (getCountries() as string[]).includes(code);

/** The main country of a calling code first, as libphonenumber orders them for +1 and +44. */
const countriesOf = (callingCode: string): string[] => {
  const digits = callingCode.replace(/^\+/, '');
  const all = getCountries().filter((country) => getCountryCallingCode(country) === digits) as string[];
  const main =
    digits === '1' ? 'US' : digits === '44' ? 'GB' : digits === '7' ? 'RU' : digits === '39' ? 'IT' : all[0];
  return all.sort((a, b) => Number(b === main) - Number(a === main));
};

const refused = (subCode: string, message: string) => badInput(subCode, message, message);
const textOrNull = (value: Json | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
