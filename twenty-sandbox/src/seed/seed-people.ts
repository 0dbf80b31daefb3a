import type { JsonObject } from '../json.ts';
import type { Records } from '../records/records.ts';
import { baseRow } from './base-row.ts';
import { AREA_CODES, COMPANIES, FIRST_NAMES, JOB_TITLES, LAST_NAMES } from './invented.ts';
import type { Random } from './random.ts';

export interface SeededPerson {
  readonly id: string;
  readonly name: string;
  /** E.164 */
  readonly phone: string;
  readonly companyId: string | null;
}

const PEOPLE = 60;
const DAY_MS = 86_400_000;

/** Sixty people in fifteen companies, each with a number that can never ring: 555-0100 to 555-0199. */
export const seedPeople = ({
  records,
  random,
  nowMs,
}: {
  records: Records;
  random: Random;
  nowMs: number;
}): SeededPerson[] => {
  const companies = COMPANIES.map(([name, domain, city], index) => {
    const id = random.uuid();
    records.put('company', {
      ...baseRow({ id, atMs: nowMs - 90 * DAY_MS, position: index }),
      name,
      domainName: { primaryLinkLabel: null, primaryLinkUrl: `https://${domain}`, secondaryLinks: null },
      address: { addressCity: city },
      linkedinLink: null,
      annualRevenue: null,
      accountOwnerId: null,
    });
    return { id, domain };
  });
  const numbers = uniqueNumbers(random);

  return Array.from({ length: PEOPLE }, (_, index) => {
    const firstName = FIRST_NAMES[(index * 7) % FIRST_NAMES.length] ?? 'Alex';
    const lastName = LAST_NAMES[(index * 11 + Math.floor(index / 40)) % LAST_NAMES.length] ?? 'Doe';
    const company = companies[index % companies.length];
    const number = numbers();
    const id = random.uuid();
    records.put('person', {
      ...baseRow({ id, atMs: nowMs - random.between(45, 85) * DAY_MS, position: index }),
      name: { firstName, lastName },
      emails: {
        primaryEmail: emailOf(firstName, lastName, company?.domain ?? 'example'),
        additionalEmails: [],
      },
      phones: {
        primaryPhoneNumber: number,
        primaryPhoneCallingCode: '+1',
        primaryPhoneCountryCode: 'US',
        additionalPhones: index % 5 === 0 ? [additional(numbers())] : [],
      },
      jobTitle: random.pick(JOB_TITLES),
      linkedinLink: null,
      avatarUrl: null,
      companyId: company?.id ?? null,
    });
    return {
      id,
      name: `${firstName} ${lastName}`,
      phone: `+1${number}`,
      companyId: company?.id ?? null,
    };
  });
};

const additional = (number: string): JsonObject => ({ number, callingCode: '+1', countryCode: 'US' });

const uniqueNumbers = (random: Random) => {
  const given = new Set<string>();
  return (): string => {
    const number = `${random.pick(AREA_CODES)}55501${String(random.between(0, 99)).padStart(2, '0')}`;
    if (given.has(number)) return uniqueAfter(given, number);
    given.add(number);
    return number;
  };
};

const uniqueAfter = (given: Set<string>, taken: string): string => {
  const area = taken.slice(0, 3);
  const free = Array.from({ length: 100 }, (_, last) => `${area}55501${String(last).padStart(2, '0')}`).find(
    (number) => !given.has(number),
  );
  const number = free ?? taken;
  given.add(number);
  return number;
};

const emailOf = (firstName: string, lastName: string, domain: string): string => {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^a-z]/gi, '')
      .toLowerCase();
  return `${plain(firstName)}.${plain(lastName)}@${domain}`;
};
