import { CompanyId, OpportunityId } from '@twenty-dialer/contract';
import { z } from 'zod';
import {
  type OpportunityFilterInput,
  SearchCompaniesDocument,
  SearchOpportunitiesDocument,
} from '../../../graphql/generated/core/graphql.ts';
import type { TwentyClient } from './client.ts';
import type { TwentyCallLinks } from './port.ts';
import { id, rows, select, text } from './records-answers.ts';

/** As many as a rep looks through; what is not among them is found by another letter. */
const MOST_FOUND = 25;

/** Stages after which nobody works on an opportunity. Workspaces name their own; these are Twenty's and the usual ones. */
const OVER: readonly string[] = ['CUSTOMER', 'WON', 'LOST', 'CLOSED_WON', 'CLOSED_LOST'];

/** Companies and opportunities, read with the person's own token. */
export const createTwentyCallLinks = ({
  client,
}: {
  client: Pick<TwentyClient, 'ask'>;
}): TwentyCallLinks => ({
  companies: async (token, search) => {
    const { companies } = await client.ask({
      endpoint: 'graphql',
      document: SearchCompaniesDocument,
      variables: {
        filter: named(search),
        first: MOST_FOUND,
        orderBy: [{ name: 'AscNullsLast' as const }],
      },
      schema: CompaniesAnswer,
      token,
    });
    return (companies?.edges ?? []).flatMap(({ node }) => {
      const companyId = CompanyId.safeParse(node.id);
      return companyId.success ? [{ id: companyId.data, name: node.name || 'Company without a name' }] : [];
    });
  },
  opportunities: async (token, { search, personId, companyId }) => {
    const ofThem: OpportunityFilterInput[] = [
      ...(personId === undefined ? [] : [{ pointOfContactId: { eq: personId } }]),
      ...(companyId === undefined ? [] : [{ companyId: { eq: companyId } }]),
    ];
    const { opportunities } = await client.ask({
      endpoint: 'graphql',
      document: SearchOpportunitiesDocument,
      variables: {
        filter: search === '' && ofThem.length > 0 ? { or: ofThem } : named(search),
        first: MOST_FOUND,
        orderBy: [{ updatedAt: 'DescNullsLast' as const }],
      },
      schema: OpportunitiesAnswer,
      token,
    });
    return (opportunities?.edges ?? []).flatMap(({ node }) => {
      const opportunityId = OpportunityId.safeParse(node.id);
      if (!opportunityId.success || OVER.includes(node.stage ?? '')) return [];
      const { name, company } = node;
      return [
        {
          id: opportunityId.data,
          name: name || 'Opportunity without a name',
          companyName: company?.name ?? '',
        },
      ];
    });
  },
});

/** Every word must be in the name; a typed wildcard is a letter like any other. */
const named = (search: string) => ({
  and: search
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ name: { ilike: `%${word.replace(/[\\%_]/g, '\\$&')}%` } })),
});

const CompaniesAnswer = z.object({ companies: rows(z.object({ id, name: text })) });
const OpportunitiesAnswer = z.object({
  opportunities: rows(
    z.object({ id, name: text, stage: select(), company: z.object({ name: text }).nullable() }),
  ),
});
