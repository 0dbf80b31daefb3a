import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { callsKey, readCalls } from '../app/cache.ts';
import { useServices } from '../app/services.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import { dayOf, type ListedCall, mergeCalls } from './todays-calls.ts';

/** As many as the contract lets one answer hold: more calls than a rep can make in a day. */
const LIMIT = 500;

/** Today's calls of this window's rep, those on this computer included. `list` is null while nothing is known yet. */
export const useTodaysCalls = () => {
  const { client, queries } = useServices();
  const { owner } = useDesk();
  const day = useToday();
  const held = useQuery({
    queryKey: callsKey(owner.member.id, day),
    queryFn: () =>
      readCalls(queries, { member: owner.member.id, day }, () => client.listCalls({ ...day, limit: LIMIT })),
  });
  const unsent = useUnsentReports();
  const list = useMemo<ListedCall[] | null>(() => {
    if (unsent === undefined || (held.data === undefined && unsent.length === 0)) return null;
    return mergeCalls(held.data?.calls ?? [], unsent, day);
  }, [held.data, unsent, day]);
  return { list, held, hasMore: held.data?.hasMore ?? false };
};

/** What this computer keeps of this window's rep. */
export const useUnsentReports = () => {
  const { unsent } = useServices();
  const { owner } = useDesk();
  return useQuery({
    queryKey: ['unsent', owner.member.id],
    queryFn: () => unsent.list(owner.member.id),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
};

const useToday = () => {
  const { timers } = useServices();
  const [day, setDay] = useState(() => dayOf(timers.now()));
  useEffect(
    () => timers.after(Date.parse(day.to) - timers.now() + 1, () => setDay(dayOf(timers.now()))),
    [day, timers],
  );
  return day;
};
