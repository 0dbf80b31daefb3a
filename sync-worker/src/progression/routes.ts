import { ProblemError } from '../http/problem.ts';
import { forMember, type RouteHandlers } from '../http/route.ts';

/** A rep's XP and rank, as the ledger has them. */
export const progressionRoutes = (): Pick<RouteHandlers, 'progression'> => ({
  progression: forMember(() => {
    throw new ProblemError('not-found', { detail: 'Progression is not kept yet.' });
  }),
});
