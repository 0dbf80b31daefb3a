import type { Outcome } from '@twenty-dialer/contract';
import { useMemo } from 'react';
import { useDesk } from './use-dialer.ts';

/** What a wrap-up lets choose from: what admins offer, and what the call has already. */
export const useOfferedOutcomes = (chosen: string | null = null): readonly Outcome[] => {
  const { outcomes } = useDesk().owner;
  return useMemo(
    () => outcomes.filter(({ key, isOffered }) => isOffered || key === chosen),
    [outcomes, chosen],
  );
};
