import {
  type DialCheck,
  type E164,
  NewPerson,
  type NumberOwners,
  NumberQuery,
  type PersonId,
  type PersonSummary,
  type WorkspaceId,
  type WorkspaceSettings,
} from '@twenty-dialer/contract';
import { parse, parseBody } from '../http/parse.ts';
import { ProblemError } from '../http/problem.ts';
import { forPermission, type RouteHandlers, type SignedIn } from '../http/route.ts';
import { byLikelihood } from '../outbox/match.ts';
import { newPersonId } from '../outbox/slot.ts';
import type { MirroredPerson } from '../store/mirror-port.ts';
import type { Store } from '../store/port.ts';
import type { TwentyPeople } from '../twenty/port.ts';
import { checkNumber } from './dial-check.ts';

export interface MatchingRouteDeps {
  readonly store: Pick<Store, 'transaction'>;
  readonly people: TwentyPeople;
  readonly accessTokenOf: (who: SignedIn) => Promise<string>;
  readonly mayReadPeople: (who: SignedIn) => Promise<boolean>;
  readonly summaryOf: (person: MirroredPerson) => PersonSummary;
  readonly settings: { of(workspaceId: WorkspaceId): Promise<Pick<WorkspaceSettings, 'ownNumbers'>> };
  readonly frontUrl: string;
  readonly nowMs: () => number;
}

/** What is known about a number: whether it may be called, and who has it; and a person made for it. */
export const matchingRoutes = (
  deps: MatchingRouteDeps,
): Pick<RouteHandlers, 'dialCheck' | 'numberOwners' | 'createPerson'> => ({
  dialCheck: forPermission('make-calls', async (c, { workspaceId }) => {
    const { number } = parse(NumberQuery, c.req.query());
    const check = await deps.store.transaction(workspaceId, (tx) => checkNumber(tx, number, deps.frontUrl));
    c.header('Cache-Control', 'no-store');
    return c.json(check satisfies DialCheck);
  }),
  numberOwners: forPermission('make-calls', async (c, who) => {
    const { number } = parse(NumberQuery, c.req.query());
    const { ownNumbers } = await deps.settings.of(who.workspaceId);
    const owners = ownNumbers.includes(number) ? [] : await ownersOf(deps, who, number);
    return c.json({ owners: [...owners] } satisfies NumberOwners);
  }),
  createPerson: forPermission('make-calls', async (c, who) => {
    const { callId, number, firstName, lastName } = await parseBody(c, NewPerson);
    if (firstName === '' && lastName === '') throw nameless();
    const id: PersonId = newPersonId(callId, number);
    const token = await deps.accessTokenOf(who);
    return c.json(
      (await deps.people.create(token, { id, firstName, lastName, number })) satisfies PersonSummary,
    );
  }),
});

/** Out of the mirror, for whoever may read people; as Twenty shows them to this rep while it is not filled. */
const ownersOf = async (
  deps: MatchingRouteDeps,
  who: SignedIn,
  number: E164,
): Promise<NumberOwners['owners']> => {
  const at = new Date(deps.nowMs()).toISOString();
  const mirrored = await deps.store.transaction(who.workspaceId, (tx) =>
    tx.matching.owners({ number, memberId: who.member.id, at }),
  );
  if (mirrored !== null && (await deps.mayReadPeople(who))) {
    return byLikelihood(mirrored, who.member.id).map(({ candidate, because }) => ({
      person: deps.summaryOf(candidate.person),
      because,
    }));
  }
  const found = await deps.people.search(await deps.accessTokenOf(who), number);
  const owners = found.filter(({ phones }) => phones.includes(number));
  return owners.map((person) => ({ person, because: owners.length === 1 ? 'only-one' : 'name' }));
};

const nameless = () =>
  new ProblemError('invalid-request', {
    detail: 'A person needs a name.',
    fields: [{ path: 'firstName', message: 'Write a first or a last name.' }],
  });
