import { randomUUID } from 'node:crypto';
import { E164 } from '@twenty-dialer/contract';

const KEY = 'bench-key';
const AT_ONCE = 200;
const COMPANIES = 1_000;
const FIRST = [
  'Ada',
  'Bela',
  'Cora',
  'Dario',
  'Elif',
  'Farid',
  'Grace',
  'Hana',
  'Ivo',
  'Jürgen',
  'Keiko',
  'Luz',
];
const LAST = [
  'Abel',
  'Bell',
  'Costa',
  'Dahl',
  'Ekman',
  'Fuchs',
  'Green',
  'Haddad',
  'Ito',
  'Jansen',
  'Kaya',
  'Lopez',
];

/** The number of the person so many down the list. */
export const numberOf = (index: number): E164 => E164.parse(`+1202${2_200_000 + index}`);

/** What their name ends with, and nobody else's. */
export const lastNameOf = (index: number): string =>
  `${LAST[(index * 7) % LAST.length]} ${String(index).padStart(6, '0')}`;

/** Makes invented people, each with a number, an address and a company, every fifth with a second number. */
export const makePeople = async (sandboxUrl: string, count: number): Promise<void> => {
  const companies = Array.from({ length: COMPANIES }, (_none, index) => ({
    id: randomUUID(),
    name: `${LAST[index % LAST.length]} Works ${index}`,
  }));
  await make(sandboxUrl, { type: 'Company', plural: 'Companies', rows: companies });
  const people = Array.from({ length: count }, (_none, index) => ({
    id: randomUUID(),
    name: { firstName: FIRST[index % FIRST.length], lastName: lastNameOf(index) },
    emails: { primaryEmail: `person-${index}@example.com` },
    jobTitle: index % 3 === 0 ? 'Head of Operations' : 'Buyer',
    phones: {
      primaryPhoneNumber: numberOf(index),
      ...(index % 5 === 0 ? { additionalPhones: [{ number: `+1305${2_200_000 + index}` }] } : {}),
    },
    companyId: companies[index % companies.length]?.id,
  }));
  await make(sandboxUrl, { type: 'Person', plural: 'People', rows: people });
};

const make = async (
  sandboxUrl: string,
  { type, plural, rows }: { type: string; plural: string; rows: readonly object[] },
): Promise<void> => {
  const query = `mutation ($data: [${type}CreateInput!]!) { create${plural}(data: $data) { id } }`;
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const answer = await fetch(`${sandboxUrl}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { data: rows.slice(from, from + AT_ONCE) } }),
    });
    const text = await answer.text();
    if (text.includes('"errors"')) throw new Error(`The sandbox refused people: ${text.slice(0, 500)}`);
  }
};
