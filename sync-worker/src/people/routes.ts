import { type PeopleList, PeopleQuery, PersonParams, type PersonSummary } from '@twenty-dialer/contract';
import { parse } from '../http/parse.ts';
import { ProblemError } from '../http/problem.ts';
import { forMember, type RouteHandlers, type SignedIn } from '../http/route.ts';
import type { TwentyPeople } from '../twenty/port.ts';
import type { createPeopleFromMirror } from './from-mirror.ts';

interface PeopleDeps {
  readonly people: TwentyPeople;
  readonly mirrored: ReturnType<typeof createPeopleFromMirror>;
  /** The person's own token: Twenty shows them what their role may see, and nothing else. */
  readonly accessTokenOf: (who: SignedIn) => Promise<string>;
}

/** People of the CRM, to be dialed: out of the mirror, or as Twenty shows them to this person while it is not filled. */
export const peopleRoutes = ({
  people,
  mirrored,
  accessTokenOf,
}: PeopleDeps): Pick<RouteHandlers, 'searchPeople' | 'getPerson'> => ({
  searchPeople: forMember(async (c, who) => {
    const { search } = parse(PeopleQuery, c.req.query());
    const found =
      (await mirrored.search(who, search)) ?? (await people.search(await accessTokenOf(who), search));
    return c.json({ people: [...found] } satisfies PeopleList);
  }),
  getPerson: forMember(async (c, who) => {
    const { personId } = parse(PersonParams, c.req.param());
    const person =
      (await mirrored.get(who, personId)) ?? (await people.get(await accessTokenOf(who), personId));
    if (person === null) {
      throw new ProblemError('not-found', {
        detail: 'Twenty has no such person, or your role there may not see them.',
      });
    }
    return c.json(person satisfies PersonSummary);
  }),
});
