import type { CallView, UnwrappedCalls } from '@twenty-dialer/contract';
import { forMember, type RouteHandlers } from '../http/route.ts';
import type { CallRecord } from '../store/call-port.ts';
import type { Store } from '../store/port.ts';

interface UnwrappedDeps {
  readonly store: Store;
  readonly viewOf: (call: CallRecord) => CallView;
}

/** More than anybody wraps up in one sitting; what is behind them shows when these are done. */
const MOST = 100;

/** A rep's own calls that nobody has wrapped up, to be asked about on return. */
export const unwrappedRoute = ({ store, viewOf }: UnwrappedDeps): Pick<RouteHandlers, 'unwrappedCalls'> => ({
  unwrappedCalls: forMember(async (c, { workspaceId, member }) => {
    const found = await store.transaction(workspaceId, (tx) =>
      tx.calls.unwrapped({ memberId: member.id, limit: MOST + 1 }),
    );
    return c.json({
      calls: found.slice(0, MOST).map(viewOf),
      hasMore: found.length > MOST,
    } satisfies UnwrappedCalls);
  }),
});
