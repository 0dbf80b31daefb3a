import { ProblemError } from '../http/problem.ts';
import { forMember, type RouteHandlers } from '../http/route.ts';

const notYet = forMember(() => {
  throw new ProblemError('not-found', { detail: 'History cannot be read yet.' });
});

/** All calls that Twenty shows to the signed-in person, together with theirs that are still on their way. */
export const browseRoutes = (): Pick<
  RouteHandlers,
  'history' | 'callPage' | 'listMembers' | 'unwrappedCalls'
> => ({ history: notYet, callPage: notYet, listMembers: notYet, unwrappedCalls: notYet });
