import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { HistorySearch } from './history-search.ts';

/** Filters go into the address: each choice is a step back, letters of one word together are one. */
export const useSetSearch = () => {
  const navigate = useNavigate();
  return useCallback(
    (change: Partial<HistorySearch>, { isSameStep = false } = {}) =>
      void navigate({
        to: '/calls',
        search: (now: HistorySearch) => ({ ...now, ...change }),
        replace: isSameStep,
      }),
    [navigate],
  );
};
export type SetSearch = ReturnType<typeof useSetSearch>;
