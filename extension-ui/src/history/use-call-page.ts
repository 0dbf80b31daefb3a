import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { callPageKey } from '../app/heard-calls.ts';
import { useServices } from '../app/services.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import { shownCall } from './shown-call.ts';
import { useHeardCalls } from './use-history.ts';
import { useUnsentReports } from './use-todays-calls.ts';

const AWAY_MS = 15_000;

/** One call with all that is known about it, kept live. */
export const useCallPage = (callId: string) => {
  const { client } = useServices();
  const { owner } = useDesk();
  const query = useQuery({
    queryKey: callPageKey(owner.member.id, callId),
    queryFn: () => client.callPage(callId),
    refetchInterval: ({ state }) => (state.data?.twenty.state === 'away' ? AWAY_MS : false),
  });
  const heard = useHeardCalls(owner.member.id).calls.get(callId)?.view;
  const kept = useUnsentReports();
  const unsent = kept?.find((entry) => entry.callId === callId);
  const page = query.data;
  const shown = useMemo(() => shownCall({ page, heard, unsent, owner }), [page, heard, unsent, owner]);
  return { query, shown };
};
