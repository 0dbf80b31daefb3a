import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lightFormat } from 'date-fns';
import { useMemo } from 'react';
import { useServices } from '../app/services.ts';
import { useMinute } from '../history/use-minute.ts';
import { isProblem } from '../worker-client/problem-error.ts';
import { teamClient } from '../worker-client/team-client.ts';

/** Figures are counted once a minute. */
const LOOK_MS = 60_000;

/** What the teams of the signed-in manager came to; read anew while somebody looks, and when a day begins. */
export const useTeam = () => {
  const { client } = useServices();
  const team = useMemo(() => teamClient(client), [client]);
  const today = lightFormat(useMinute(), 'yyyy-MM-dd');
  return useQuery({
    queryKey: ['team', today],
    queryFn: () => team.team({ today }),
    placeholderData: keepPreviousData,
    retry: false,
    refetchInterval: ({ state }) => (isProblem(state.error, 'not-permitted') ? false : LOOK_MS),
  });
};
