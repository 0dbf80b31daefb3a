import { ROUTES, type TeamQuery, TeamView } from '@twenty-dialer/contract';
import { queryOf, type WorkerClient, withQuery } from './worker-client.ts';

/** What a manager reads of their team, as functions. */
export const teamClient = ({ ask }: Pick<WorkerClient, 'ask'>) => ({
  team: (asked: TeamQuery) => ask(withQuery(ROUTES.team, queryOf(asked)), { schema: TeamView }),
});
