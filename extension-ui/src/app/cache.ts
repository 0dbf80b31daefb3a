import type { QueryClient } from '@tanstack/react-query';
import type { CallList, CallView, DeliveryStatus, SessionView } from '@twenty-dialer/contract';
import { type Day, isInDay, withCall } from '../history/todays-calls.ts';

export const callsKey = (member: string, day: Day) => ['calls', member, day.from, day.to] as const;

/** Answers that are on their way: what is heard until they are here may be newer than they are. */
const onTheWay = new WeakMap<QueryClient, Set<CallView[]>>();

/** Reads a list of calls, together with every newer state that was heard while the answer was on its way. */
export const readCalls = async (
  queries: QueryClient,
  day: Day,
  read: () => Promise<CallList>,
): Promise<CallList> => {
  const heard: CallView[] = [];
  const reads = onTheWay.get(queries) ?? new Set();
  onTheWay.set(queries, reads.add(heard));
  try {
    const list = await read();
    const ofDay = heard.filter(({ report }) => isInDay(report.startedAt, day));
    return { ...list, calls: ofDay.reduce(withCall, list.calls) };
  } finally {
    reads.delete(heard);
  }
};

/** Reads the calls anew; an answer that was on its way may be from before the gap, and is not waited for. */
export const readCallsAnew = async (queries: QueryClient, member: string): Promise<void> => {
  const queryKey = ['calls', member];
  await queries.cancelQueries({ queryKey });
  await queries.invalidateQueries({ queryKey });
};

/** Puts a call's newest state into every list of its member that it belongs to, those on their way included. */
export const rememberCall = (queries: QueryClient, call: CallView): void => {
  for (const heard of onTheWay.get(queries) ?? []) heard.push(call);
  for (const [key, list] of queries.getQueriesData<CallList>({
    queryKey: ['calls', call.report.workspaceMemberId],
  })) {
    const [, , from, to] = key;
    if (list === undefined || typeof from !== 'string' || typeof to !== 'string') continue;
    if (isInDay(call.report.startedAt, { from, to })) {
      queries.setQueryData<CallList>(key, { ...list, calls: withCall(list.calls, call) });
    }
  }
};

export const rememberDelivery = (queries: QueryClient, delivery: DeliveryStatus): void => {
  queries.setQueryData<SessionView>(['session'], (session) => session && { ...session, delivery });
};
