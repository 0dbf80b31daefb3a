import { CompanyId, PersonId, type PersonSummary } from '@twenty-dialer/contract';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';
import {
  CreatePersonToDialDocument,
  GetPersonDocument,
  type PersonToDialFragment,
  SearchPeopleDocument,
} from '../../../graphql/generated/core/graphql.ts';
import type { TwentyClient } from './client.ts';
import { TwentyError } from './errors.ts';
import { peopleFilter } from './people-filter.ts';
import { dialableNumbers } from './phones.ts';
import type { TwentyPeople } from './port.ts';

interface PeopleSettings {
  readonly client: Pick<TwentyClient, 'ask'>;
  /** Where people open Twenty. */
  readonly frontUrl: string;
  /** Country of numbers that are typed, or kept in Twenty, without any country. */
  readonly defaultCountry: CountryCode;
}

/** As many as a rep looks through; who is not among them is found by another letter. */
const MOST_FOUND = 25;

/** People of Twenty, read with the person's own token. */
export const createTwentyPeople = ({ client, frontUrl, defaultCountry }: PeopleSettings): TwentyPeople => {
  const summaries = (answer: PeopleAnswer): PersonSummary[] =>
    (answer.people?.edges ?? []).flatMap(({ node }) => {
      const id = PersonId.safeParse(node.id);
      return id.success ? [summaryOf(id.data, node)] : [];
    });

  const summaryOf = (id: PersonId, person: PersonToDialFragment): PersonSummary => {
    const name = [person.name?.firstName, person.name?.lastName].filter(Boolean).join(' ').trim();
    const email = person.emails?.primaryEmail ?? '';
    return {
      id,
      name: name || email || 'Person without a name',
      jobTitle: person.jobTitle ?? '',
      companyName: person.company?.name ?? '',
      companyId: CompanyId.safeParse(person.companyId).data ?? null,
      email,
      phones: dialableNumbers(person.phones, defaultCountry),
      twentyUrl: `${frontUrl}/object/person/${id}`,
    };
  };

  const search = async (token: string, typed: string, first: number): Promise<PersonSummary[]> =>
    summaries(
      await client.ask({
        endpoint: 'graphql',
        document: SearchPeopleDocument,
        variables: {
          filter: peopleFilter(typed, defaultCountry),
          first,
          orderBy: [{ name: { firstName: 'AscNullsLast' } }, { name: { lastName: 'AscNullsLast' } }],
        },
        schema: PeopleAnswer,
        token,
      }),
    );

  return {
    search: (token, typed) => search(token, typed, MOST_FOUND),
    mayRead: async (token) => {
      try {
        // With everything that is selected: a field that is closed to them is as good as the whole.
        await search(token, '', 1);
        return true;
      } catch (error) {
        if (error instanceof TwentyError && error.kind === 'not-allowed' && !error.isSignInRefused)
          return false;
        throw error;
      }
    },
    create: async (token, { id, firstName, lastName, number }) => {
      const parsed = parsePhoneNumberFromString(number);
      const phones = {
        primaryPhoneNumber: parsed?.nationalNumber ?? number,
        primaryPhoneCallingCode: parsed === undefined ? '' : `+${parsed.countryCallingCode}`,
        primaryPhoneCountryCode: parsed?.country ?? '',
      };
      const { createPeople } = await client.ask({
        endpoint: 'graphql',
        // Asked again when its answer is lost: the id is the same.
        document: CreatePersonToDialDocument,
        variables: { data: [{ id, name: { firstName, lastName }, phones }] },
        schema: CreatedAnswer,
        token,
      });
      const [made] = createPeople ?? [];
      if (made === undefined) throw new TwentyError('refused', 'Twenty answered, but made nobody.');
      return summaryOf(id, made);
    },
    get: async (token, id) => {
      const [person] = summaries(
        await client.ask({
          endpoint: 'graphql',
          document: GetPersonDocument,
          variables: { id },
          schema: PeopleAnswer,
          token,
        }),
      );
      return person ?? null;
    },
  };
};

const text = z.string().nullable();
const PersonToDial = z.object({
  id: z.string(),
  name: z.object({ firstName: text, lastName: text }).nullable(),
  jobTitle: text,
  emails: z.object({ primaryEmail: text }).nullable(),
  phones: z
    .object({
      primaryPhoneNumber: text,
      primaryPhoneCountryCode: text,
      primaryPhoneCallingCode: text,
      additionalPhones: z.unknown(),
    })
    .nullable(),
  companyId: text,
  company: z.object({ name: text }).nullable(),
});
const PeopleAnswer = z.object({
  people: z.object({ edges: z.array(z.object({ node: PersonToDial })) }).nullable(),
});
type PeopleAnswer = z.infer<typeof PeopleAnswer>;
const CreatedAnswer = z.object({ createPeople: z.array(PersonToDial).nullable() });
