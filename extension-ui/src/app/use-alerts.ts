import { useQuery } from '@tanstack/react-query';
import type { Alert } from '@twenty-dialer/contract';
import { useDesk } from '../dialer/use-dialer.ts';
import { useIsOffered } from './may.ts';
import { useServices } from './services.ts';

const LOOK_MS = 15_000;
const NONE: readonly Alert[] = [];

/** What is wrong at the moment and for an admin to put right; none for anybody else. */
export const useAlerts = (): readonly Alert[] => {
  const { client } = useServices();
  const { owner } = useDesk();
  const seesDeliveries = useIsOffered('see-deliveries');
  const { data } = useQuery({
    queryKey: ['alerts', owner.member.id],
    queryFn: client.alerts,
    enabled: seesDeliveries,
    refetchInterval: LOOK_MS,
  });
  if (!seesDeliveries || data === undefined) return NONE;
  return data.alerts.filter(({ closedAt }) => closedAt === null);
};
