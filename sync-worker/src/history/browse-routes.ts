import { CallParams, type HistoryPage, HistoryQuery, type MemberList } from '@twenty-dialer/contract';
import { askPatiently } from '../http/ask-twenty.ts';
import { parse } from '../http/parse.ts';
import { forMember, type RouteHandlers } from '../http/route.ts';
import { readCallPage } from './call-page.ts';
import { createHistoryCalls, type HistoryCallDeps } from './history-call.ts';
import { type ReadHistoryDeps, readHistory } from './read-history.ts';

type BrowseDeps = Omit<ReadHistoryDeps, 'historyCalls'> & HistoryCallDeps;

/** All calls that Twenty shows to the signed-in person, together with theirs that are still on their way. */
export const browseRoutes = (
  deps: BrowseDeps,
): Pick<RouteHandlers, 'history' | 'callPage' | 'listMembers'> => {
  const reading = { ...deps, historyCalls: createHistoryCalls(deps) };
  return {
    history: forMember(async (c, who) => {
      const query = parse(HistoryQuery, c.req.query());
      return c.json((await readHistory(reading, who, query)) satisfies HistoryPage);
    }),
    callPage: forMember(async (c, who) => {
      const { callId } = parse(CallParams, c.req.param());
      return c.json(await readCallPage(reading, who, callId));
    }),
    listMembers: forMember(async (c, who) => {
      const members = await askPatiently(deps, who, (token) => deps.calls.members(token));
      return c.json({ members: [...members] } satisfies MemberList);
    }),
  };
};
