import { useQuery } from '@tanstack/react-query';
import { progressionKey, readProgression } from '../app/cache.ts';
import { useServices } from '../app/services.ts';
import { useDesk } from '../dialer/use-dialer.ts';

/** The rep's points as the ledger has them; the event stream keeps them fresh. Nothing here is added up in the browser. */
export const useProgression = () => {
  const { client, queries } = useServices();
  const { owner } = useDesk();
  return useQuery({
    queryKey: progressionKey(owner.member.id),
    queryFn: () => readProgression(queries, owner.member.id, client.progression),
  });
};
