import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { DeliveriesSearch } from './deliveries-search.ts';

/** Filters go into the address: each choice is a step back, letters of one word together are one. */
export const useSetDeliveriesSearch = () => {
  const navigate = useNavigate();
  return useCallback(
    (change: Partial<DeliveriesSearch>, { isSameStep = false } = {}) =>
      void navigate({
        to: '.',
        search: (now: DeliveriesSearch) => ({ ...now, ...change }),
        replace: isSameStep,
      }),
    [navigate],
  );
};
export type SetDeliveriesSearch = ReturnType<typeof useSetDeliveriesSearch>;
