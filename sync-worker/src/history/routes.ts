import { type CallList, CallListQuery, CallParams, type CallView } from '@twenty-dialer/contract';
import { parse } from '../http/parse.ts';
import { ProblemError } from '../http/problem.ts';
import { forMember, forOwner, type RouteHandlers } from '../http/route.ts';
import type { CallRecord } from '../store/call-port.ts';
import type { Store } from '../store/port.ts';
import { type EventStreamDeps, eventStream } from './event-stream.ts';

interface HistoryDeps extends EventStreamDeps {
  readonly store: Store;
  readonly viewOf: (call: CallRecord) => CallView;
}

/** A rep's own calls, read back: as a list, one by one, and live. */
export const historyRoutes = (
  deps: HistoryDeps,
): Pick<RouteHandlers, 'listCalls' | 'getCall' | 'events'> => ({
  listCalls: forMember(async (c, { workspaceId, member }) => {
    const { from, to, limit } = parse(CallListQuery, c.req.query());
    const found = await deps.store.transaction(workspaceId, (tx) =>
      tx.calls.list({ memberId: member.id, from, to, limit: limit + 1 }),
    );
    return c.json({
      calls: found.slice(0, limit).map(deps.viewOf),
      hasMore: found.length > limit,
    } satisfies CallList);
  }),
  getCall: forOwner({
    find: async (c, { workspaceId }) => {
      const { callId } = parse(CallParams, c.req.param());
      const call = await deps.store.transaction(workspaceId, (tx) => tx.calls.get(callId));
      return call && { owner: call.memberId, subject: call };
    },
    // Not "somebody else's": whether a call exists is nobody else's business.
    refusal: () => new ProblemError('not-found', { detail: 'You have no call with this id.' }),
    answer: (c, _who, call) => c.json(deps.viewOf(call) satisfies CallView),
  }),
  events: forMember(eventStream(deps)),
});
