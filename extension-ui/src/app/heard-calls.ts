import type { QueryClient } from '@tanstack/react-query';
import type { CallView } from '@twenty-dialer/contract';

/** Every state of an own call that was heard in this window, the newest of each, in the order in which they came. */
export type HeardCalls = { count: number; calls: ReadonlyMap<string, HeardCall> };
export type HeardCall = { view: CallView; at: number };
export const NOTHING_HEARD: HeardCalls = { count: 0, calls: new Map() };

export const callPageKey = (member: string, callId: string) => ['calls', member, 'page', { callId }] as const;
export const heardKey = (member: string) => ['heard', member] as const;

export const heardSoFar = (queries: QueryClient, member: string): HeardCalls =>
  queries.getQueryData<HeardCalls>(heardKey(member)) ?? NOTHING_HEARD;

/** What was heard after so many others, oldest first. */
export const heardSince = (queries: QueryClient, member: string, count: number): CallView[] =>
  [...heardSoFar(queries, member).calls.values()]
    .filter(({ at }) => at > count)
    .sort((a, b) => a.at - b.at)
    .map(({ view }) => view);

/** Keeps what was heard, so that an answer that was on its way meanwhile cannot take a call back to an older state. */
export const hearCall = (queries: QueryClient, view: CallView): void => {
  const { callId, workspaceMemberId } = view.report;
  const { count, calls } = heardSoFar(queries, workspaceMemberId);
  const known = calls.get(callId);
  if (known !== undefined && known.view.changeSeq > view.changeSeq) return;
  const next: HeardCalls = { count: count + 1, calls: new Map(calls).set(callId, { view, at: count + 1 }) };
  // Not forgotten while nobody looks: the next list is read against it.
  queries.setQueryDefaults(['heard'], { gcTime: Number.POSITIVE_INFINITY });
  queries.setQueryData(heardKey(workspaceMemberId), next);
  // Notes, edits and what Twenty shows may be others now: the call's page is read again if somebody looks at it.
  void queries.invalidateQueries({ queryKey: callPageKey(workspaceMemberId, callId) });
};
