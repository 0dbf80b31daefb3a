import type { QueryClient } from '@tanstack/react-query';
import type { CallList, CallView, DeliveryStatus, SessionView } from '@twenty-dialer/contract';
import { type Day, isInDay, withCall } from '../history/todays-calls.ts';

export const callsKey = (member: string, day: Day) => ['calls', member, day.from, day.to] as const;

/** Puts a call's newest state into every list of its member that it belongs to. */
export const rememberCall = (queries: QueryClient, call: CallView): void => {
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
