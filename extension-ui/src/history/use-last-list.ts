import { useEffect } from 'react';
import { useServices } from '../app/services.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import type { HistorySearch } from './history-search.ts';

const keyOf = (member: string) => ['place', member, 'list'] as const;

/** Keeps which list was looked at last, so that the way back from a call leads to it and not to another one. */
export const useKeepList = ({ call: _open, ...filters }: HistorySearch): void => {
  const { queries } = useServices();
  const { owner } = useDesk();
  useEffect(() => {
    // However long somebody stays with one call.
    queries.setQueryDefaults(['place'], { gcTime: Number.POSITIVE_INFINITY });
    queries.setQueryData<HistorySearch>(keyOf(owner.member.id), filters);
  });
};

/** The filters of the list that was looked at last; none where there was none. */
export const useLastList = (): HistorySearch => {
  const { queries } = useServices();
  const { owner } = useDesk();
  return queries.getQueryData<HistorySearch>(keyOf(owner.member.id)) ?? {};
};
