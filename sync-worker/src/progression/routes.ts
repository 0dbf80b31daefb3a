import { forMember, type RouteHandlers } from '../http/route.ts';
import type { ReadProgression } from './progression-of.ts';

/** A rep's XP and rank, as the ledger has them. */
export const progressionRoutes = (
  read: Pick<ReadProgression, 'opened'>,
): Pick<RouteHandlers, 'progression'> => ({
  progression: forMember(async (c, who) => c.json(await read.opened(who))),
});
