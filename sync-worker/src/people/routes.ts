import { type PeopleList, PeopleQuery, PersonParams, type PersonSummary } from '@twenty-dialer/contract';
import { parse } from '../http/parse.ts';
import { ProblemError } from '../http/problem.ts';
import { forMember, type RouteHandlers, type SignedIn } from '../http/route.ts';
import type { TwentyPeople } from '../twenty/port.ts';

interface PeopleDeps {
  readonly people: TwentyPeople;
  /** The person's own token: Twenty shows them what their role may see, and nothing else. */
  readonly accessTokenOf: (who: SignedIn) => Promise<string>;
}

/** People of the CRM, to be dialed. Twenty is asked each time; nothing is kept here. */
export const peopleRoutes = ({
  people,
  accessTokenOf,
}: PeopleDeps): Pick<RouteHandlers, 'searchPeople' | 'getPerson'> => ({
  searchPeople: forMember(async (c, who) => {
    const { search } = parse(PeopleQuery, c.req.query());
    const found = await people.search(await accessTokenOf(who), search);
    return c.json({ people: [...found] } satisfies PeopleList);
  }),
  getPerson: forMember(async (c, who) => {
    const { personId } = parse(PersonParams, c.req.param());
    const person = await people.get(await accessTokenOf(who), personId);
    if (person === null) {
      throw new ProblemError('not-found', {
        detail: 'Twenty has no such person, or your role there may not see them.',
      });
    }
    return c.json(person satisfies PersonSummary);
  }),
});
