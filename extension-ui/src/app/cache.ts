import type { QueryClient } from '@tanstack/react-query';
import type {
  CallList,
  CallView,
  DeliveryStatus,
  Progression,
  SessionView,
  UnwrappedCalls,
} from '@twenty-dialer/contract';
import { type Day, isInDay, withCall } from '../history/todays-calls.ts';
import { needsWrapUp } from '../unwrapped/needs-wrap-up.ts';
import { hearCall, heardSince, heardSoFar } from './heard-calls.ts';

export const callsKey = (member: string, day: Day) => ['calls', member, day.from, day.to] as const;
export const unwrappedKey = (member: string) => ['unwrapped', member] as const;
export const progressionKey = (member: string) => ['progression', member] as const;
/** One call as the worker last told it; filled by what is heard, never asked for. */
export const heldCallKey = (member: string, callId: string) => ['held-call', member, callId] as const;

/** All that the worker is asked for about a member's calls and points. */
export const keysOf = (member: string): (readonly string[])[] => [
  ['calls', member],
  unwrappedKey(member),
  progressionKey(member),
];

/** Reads a list of calls, together with every newer state that was heard while the answer was on its way. */
export const readCalls = async (
  queries: QueryClient,
  { member, day }: { member: string; day: Day },
  read: () => Promise<CallList>,
): Promise<CallList> => {
  const { answer, heard } = await hearingCalls(queries, member, read);
  const ofDay = heard.filter(({ report }) => isInDay(report.startedAt, day));
  return { ...answer, calls: ofDay.reduce(withCall, answer.calls) };
};

/** Reads the calls that wait for their wrap-up, less those that were heard to be wrapped up meanwhile. */
export const readUnwrapped = async (
  queries: QueryClient,
  member: string,
  read: () => Promise<UnwrappedCalls>,
): Promise<UnwrappedCalls> => {
  const { answer, heard } = await hearingCalls(queries, member, read);
  return { ...answer, calls: heard.reduce(withUnwrapped, answer.calls) };
};

/** An answer, with every own call that was heard while it was on its way: that may be newer than the answer. */
const hearingCalls = async <Answer>(queries: QueryClient, member: string, read: () => Promise<Answer>) => {
  const before = heardSoFar(queries, member).count;
  const answer = await read();
  return { answer, heard: heardSince(queries, member, before) };
};

/** Reads the rep's points. What the stream tells meanwhile stands: it would tell anything newer too. */
export const readProgression = async (
  queries: QueryClient,
  member: string,
  read: () => Promise<Progression>,
): Promise<Progression> => {
  const present = () => queries.getQueryState<Progression>(progressionKey(member));
  const before = present()?.dataUpdateCount ?? 0;
  const answer = await read();
  const told = present();
  return told?.data !== undefined && told.dataUpdateCount > before ? told.data : answer;
};

/** Reads everything anew; an answer that was on its way may be from before the gap, and is not waited for. */
export const readCallsAnew = async (queries: QueryClient, member: string): Promise<void> => {
  const readAnew = async (queryKey: readonly string[]) => {
    await queries.cancelQueries({ queryKey });
    await queries.invalidateQueries({ queryKey });
  };
  await Promise.all(keysOf(member).map(readAnew));
};

/** Puts a call's newest state into every list of its member that it belongs to, those on their way included. */
export const rememberCall = (queries: QueryClient, call: CallView): void => {
  const { workspaceMemberId: member, callId, startedAt } = call.report;
  hearCall(queries, call);
  for (const [key, list] of queries.getQueriesData<CallList>({ queryKey: ['calls', member] })) {
    const [, , from, to] = key;
    if (list === undefined || typeof from !== 'string' || typeof to !== 'string') continue;
    if (isInDay(startedAt, { from, to })) {
      queries.setQueryData<CallList>(key, { ...list, calls: withCall(list.calls, call) });
    }
  }
  const known = queries.getQueryData<CallView>(heldCallKey(member, callId));
  // A late word about a call that has left the list must not bring it back.
  const newest = known !== undefined && known.changeSeq > call.changeSeq ? known : call;
  queries.setQueryData<CallView>(heldCallKey(member, callId), newest);
  queries.setQueryData<UnwrappedCalls>(
    unwrappedKey(member),
    (list) => list && { ...list, calls: withUnwrapped(list.calls, newest) },
  );
};

/** The call as the worker last told it, in whichever list; undefined when this window has not heard of it. */
export const heldCall = (queries: QueryClient, member: string, callId: string): CallView | undefined => {
  const days = queries
    .getQueriesData<CallList>({ queryKey: ['calls', member] })
    .filter(([[, , from, to]]) => typeof from === 'string' && typeof to === 'string');
  return [...days, ...queries.getQueriesData<UnwrappedCalls>({ queryKey: unwrappedKey(member) })]
    .flatMap(([, list]) => list?.calls ?? [])
    .filter(({ report }) => report.callId === callId)
    .sort((a, b) => b.changeSeq - a.changeSeq)[0];
};

export const rememberDelivery = (queries: QueryClient, delivery: DeliveryStatus): void => {
  queries.setQueryData<SessionView>(['session'], (session) => session && { ...session, delivery });
};

export const rememberProgression = (queries: QueryClient, member: string, progression: Progression): void => {
  queries.setQueryData<Progression>(progressionKey(member), progression);
};

const withUnwrapped = (views: readonly CallView[], call: CallView): CallView[] =>
  withCall(views, call).filter(({ report }) => needsWrapUp(report));
