import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CallReport } from '@twenty-dialer/contract';
import { useMemo, useSyncExternalStore } from 'react';
import { readUnwrapped, unwrappedKey } from '../app/cache.ts';
import { useServices } from '../app/services.ts';
import { useCallState, useDesk } from '../dialer/use-dialer.ts';
import { useUnsentReports } from '../history/use-todays-calls.ts';
import { candidates, type LocalCalls, waitingCalls } from './waiting-calls.ts';

const NONE: readonly CallReport[] = [];
const OTHER_WINDOWS_MS = 1_000;

/**
 * The calls that wait for their wrap-up; null while that is not known. `offered` are those that the rep has not put off
 * since they came back.
 */
export const useWaitingCalls = () => {
  const { timers } = useServices();
  const { catchUp } = useDesk();
  const { postponed, isCatchingUp } = useSyncExternalStore(catchUp.subscribe, catchUp.get);
  const views = useUnwrapped();
  const unsent = useUnsentReports();
  const state = useCallState();
  const presentId = state.phase === 'idle' ? null : state.call.report.callId;
  const isKnown = unsent !== undefined && (views !== undefined || unsent.length > 0);
  const reports = useMemo(
    () => (isKnown ? candidates(views?.calls ?? [], unsent ?? []) : NONE),
    [isKnown, views, unsent],
  );
  const local = useLocalCalls(reports, presentId);

  const waiting = useMemo<CallReport[] | null>(() => {
    if (!isKnown || (local === undefined && reports.length > 0)) return null;
    return local === undefined
      ? []
      : waitingCalls(reports, { unsent: unsent ?? [], local, presentId, now: timers.now() });
  }, [isKnown, reports, unsent, local, presentId, timers]);
  const offered = (waiting ?? []).filter(({ callId }) => !postponed.has(callId));
  return { waiting, offered, isCatchingUp, hasMore: views?.hasMore ?? false };
};

const useUnwrapped = () => {
  const { client, queries } = useServices();
  const { owner } = useDesk();
  return useQuery({
    queryKey: unwrappedKey(owner.member.id),
    queryFn: () => readUnwrapped(queries, owner.member.id, client.unwrappedCalls),
  }).data;
};

/**
 * Looked at anew whenever a call moves on, here or in another window, and whenever somebody looks at this one. While
 * that goes on the answer before it holds; it says itself which calls it is about.
 */
const useLocalCalls = (reports: readonly CallReport[], presentId: string | null): LocalCalls | undefined => {
  const { drafts, callsInOtherWindows } = useServices();
  const { owner } = useDesk();
  const member = owner.member.id;
  const asked = reports.map(({ callId }) => callId);
  const moves = reports.map(({ callId, revision }) => `${callId} ${revision}`).sort();
  return useQuery({
    queryKey: ['local-calls', member, presentId, ...moves],
    queryFn: async () => ({
      asked,
      drafted: (await drafts.list(member)).map(({ callId }) => callId),
      inOtherWindows: await callsInOtherWindows(),
    }),
    enabled: reports.length > 0,
    // A window that goes away tells nobody, and a reload finds the page before it still there for a moment.
    refetchInterval: ({ state: { data } }) =>
      data?.asked.some((callId) => data.inOtherWindows.includes(callId)) === true && OTHER_WINDOWS_MS,
    staleTime: 0,
    placeholderData: keepPreviousData,
  }).data;
};
