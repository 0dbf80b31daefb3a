import { E164, type OpportunityQuery, PersonId } from '@twenty-dialer/contract';
import { parse } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestSandbox, SANDBOX_KEY, SANDBOX_URL } from '../testing/sandbox-twenty.ts';
import { createTwentyCallLinks } from './call-links.ts';
import { createTwentyClient, type TwentyClient } from './client.ts';
import { createTwentyPeople } from './people.ts';
import type { TwentyPeople } from './port.ts';

let client: TwentyClient;
let people: TwentyPeople;
const ids = new Map<string, string>();

const ONE = [
  {
    name: { firstName: 'Grace', lastName: 'Example' },
    jobTitle: 'Head of Operations',
    emails: { primaryEmail: 'grace_h@works.example' },
    phones: {
      primaryPhoneNumber: '2025550143',
      primaryPhoneCallingCode: '+1',
      primaryPhoneCountryCode: 'US',
      additionalPhones: [{ number: '2025550144', callingCode: '+1', countryCode: 'US' }],
    },
  },
  {
    name: { firstName: 'Jürgen', lastName: 'Beispiel' },
    phones: {
      primaryPhoneNumber: '30123456',
      primaryPhoneCallingCode: '+49',
      primaryPhoneCountryCode: 'DE',
    },
  },
  { name: { firstName: 'Nobody', lastName: 'Reachable' } },
];

const write = async (query: string, variables: object): Promise<unknown> => {
  const answer = await client.send({
    endpoint: 'graphql',
    document: parse(query),
    variables,
    token: SANDBOX_KEY,
  });
  if (answer.kind !== 'answered' || answer.refusals.length > 0) throw new Error(JSON.stringify(answer));
  return answer.data;
};

beforeAll(async () => {
  const { fetch } = createTestSandbox();
  client = createTwentyClient({ url: SANDBOX_URL, fetch });
  people = createTwentyPeople({ client, frontUrl: 'http://crm.example', defaultCountry: 'US' });
  const company = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
  await write('mutation($data: [CompanyCreateInput!]!) { createCompanies(data: $data) { id } }', {
    data: [{ id: company, name: 'Example Works' }],
  });
  const [first, ...others] = ONE;
  const made = await write(
    'mutation($data: [PersonCreateInput!]!) { createPeople(data: $data) { id name { firstName } } }',
    { data: [{ ...first, companyId: company }, ...others] },
  );
  for (const person of (made as { createPeople: { id: string; name: { firstName: string } }[] })
    .createPeople) {
    ids.set(person.name.firstName, person.id);
  }
});

const found = async (search: string) =>
  (await people.search(SANDBOX_KEY, search)).map(({ name }) => name.split(' ')[0]);

describe('a person is found by what a rep remembers of them', () => {
  test.each([
    ['grace', ['Grace']],
    ['EXAMPLE', ['Grace']],
    ['example grace', ['Grace']],
    ['grace_h@', ['Grace']],
    ['works', ['Grace']],
    ['operations', ['Grace']],
    ['+1 (202) 555-0143', ['Grace']],
    ['5550144', ['Grace']],
    ['030 123456', []],
    ['+49 30 12', ['Jürgen']],
    ['grace beispiel', []],
    ['', ['Grace', 'Jürgen', 'Nobody']],
  ])('%s', async (search, names) => {
    expect(await found(search)).toEqual(names);
  });
});

test('a person comes with every number that can be dialed and the way to their record', async () => {
  const [grace] = await people.search(SANDBOX_KEY, 'grace');
  expect(grace).toEqual({
    id: ids.get('Grace'),
    name: 'Grace Example',
    jobTitle: 'Head of Operations',
    companyName: 'Example Works',
    companyId: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
    email: 'grace_h@works.example',
    phones: ['+12025550143', '+12025550144'],
    twentyUrl: `http://crm.example/object/person/${ids.get('Grace')}`,
  });
});

test('a person without number, company or address is shown all the same', async () => {
  const [nobody] = await people.search(SANDBOX_KEY, 'nobody');
  expect(nobody).toMatchObject({ companyName: '', email: '', jobTitle: '', phones: [] });
});

test('a link to a person finds them, a link to nobody says so', async () => {
  const id = PersonId.parse(ids.get('Jürgen'));
  expect(await people.get(SANDBOX_KEY, id)).toMatchObject({ id, phones: ['+4930123456'] });
  expect(await people.get(SANDBOX_KEY, PersonId.parse('00000000-0000-4000-8000-000000000001'))).toBeNull();
});

test('a person who is made twice, because the first answer was lost, is there once, and is found by the number', async () => {
  const id = PersonId.parse('33333333-3333-4333-8333-333333333333');
  const person = { id, firstName: 'Otto', lastName: 'Neumann', number: E164.parse('+4930987654') };
  const made = await people.create(SANDBOX_KEY, person);
  expect(made).toMatchObject({ id, name: 'Otto Neumann', phones: ['+4930987654'], companyId: null });
  expect(await people.create(SANDBOX_KEY, person)).toEqual(made);
  expect((await people.search(SANDBOX_KEY, '+49 30 987654')).map((one) => one.id)).toEqual([id]);
});

test('companies and open opportunities are found, those of the person or company first of all', async () => {
  const links = createTwentyCallLinks({ client });
  const [works] = await links.companies(SANDBOX_KEY, 'works');
  expect(works).toEqual({ id: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d', name: 'Example Works' });
  expect(await links.companies(SANDBOX_KEY, 'w_rks')).toEqual([]);
  await write('mutation($data: [OpportunityCreateInput!]!) { createOpportunities(data: $data) { id } }', {
    data: [
      { name: 'Twenty seats', companyId: works?.id },
      { name: 'Ten seats', pointOfContactId: ids.get('Jürgen') },
    ],
  });
  const names = async (query: Partial<OpportunityQuery>) =>
    (await links.opportunities(SANDBOX_KEY, { search: '', ...query })).map(({ name }) => name);
  expect(await names({ companyId: works?.id })).toEqual(['Twenty seats']);
  expect(await names({ personId: PersonId.parse(ids.get('Jürgen')) })).toEqual(['Ten seats']);
  expect((await names({ search: 'seats', companyId: works?.id })).toSorted()).toEqual([
    'Ten seats',
    'Twenty seats',
  ]);
});

test('a token that Twenty refuses is told as that, not as an empty list', async () => {
  await expect(people.search('wrong', 'grace')).rejects.toMatchObject({ kind: 'not-allowed' });
});
