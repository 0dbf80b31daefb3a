import {
  type CompanyList,
  CompanyQuery,
  type OpportunityList,
  OpportunityQuery,
} from '@twenty-dialer/contract';
import { parse } from '../http/parse.ts';
import { forMember, type RouteHandlers, type SignedIn } from '../http/route.ts';
import type { TwentyCallLinks } from '../twenty/port.ts';

interface CallLinksDeps {
  readonly callLinks: TwentyCallLinks;
  /** The person's own token: Twenty shows them what their role may see, and nothing else. */
  readonly accessTokenOf: (who: SignedIn) => Promise<string>;
}

/** Companies and opportunities that a call can be about. */
export const callLinksRoutes = ({
  callLinks,
  accessTokenOf,
}: CallLinksDeps): Pick<RouteHandlers, 'searchCompanies' | 'searchOpportunities'> => ({
  searchCompanies: forMember(async (c, who) => {
    const { search } = parse(CompanyQuery, c.req.query());
    const companies = await callLinks.companies(await accessTokenOf(who), search);
    return c.json({ companies: [...companies] } satisfies CompanyList);
  }),
  searchOpportunities: forMember(async (c, who) => {
    const query = parse(OpportunityQuery, c.req.query());
    const opportunities = await callLinks.opportunities(await accessTokenOf(who), query);
    return c.json({ opportunities: [...opportunities] } satisfies OpportunityList);
  }),
});
