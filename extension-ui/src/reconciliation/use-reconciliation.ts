import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { DifferenceCause, Reconciliation, RepairRequest } from '@twenty-dialer/contract';
import { useMemo } from 'react';
import { useServices } from '../app/services.ts';
import { isProblem } from '../worker-client/problem-error.ts';
import { reconciliationClient } from '../worker-client/reconciliation-client.ts';

const BUSY_MS = 1_000;
const CALM_MS = 15_000;
const PAGE_SIZE = 50;
const KEY = 'reconciliation';

const useClient = () => {
  const { client } = useServices();
  return useMemo(() => reconciliationClient(client), [client]);
};

export const isBusy = ({ state }: Pick<Reconciliation, 'state'>): boolean =>
  state === 'running' || state === 'repairing';

/** All comparisons that are kept, the newest first. */
export const useReconciliations = () => {
  const client = useClient();
  return useQuery({
    queryKey: [KEY, 'list'],
    queryFn: client.list,
    retry: false,
    refetchInterval: ({ state: { data, error } }) =>
      isProblem(error, 'not-permitted') ? false : data?.reconciliations.some(isBusy) ? BUSY_MS : CALM_MS,
  });
};

/** One comparison with both sides of each day. */
export const useReconciliation = (run: Reconciliation) => {
  const client = useClient();
  return useQuery({
    queryKey: [KEY, 'page', run.id, stampOf(run)],
    queryFn: () => client.page(run.id),
    placeholderData: keepPreviousData,
    retry: false,
  });
};

/** Differences of a comparison, those that nobody has settled first. */
export const useDifferences = (run: Reconciliation, cause: DifferenceCause | null) => {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: [KEY, 'differences', run.id, cause, stampOf(run)],
    queryFn: ({ pageParam }) =>
      client.differences(run.id, {
        limit: PAGE_SIZE,
        ...(cause === null ? {} : { causes: [cause] }),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    retry: false,
  });
};

/** What is read of a comparison is read anew when it has gone on. */
const stampOf = ({ state, progress, open }: Reconciliation): string =>
  [state, progress.phase, progress.done, ...open.map(({ cause, count }) => `${cause}${count}`)].join(' ');

/** What can be done. Each answer is shown at once. */
export const useReconcilingDeeds = () => {
  const client = useClient();
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: [KEY] });
  return {
    start: useMutation({ mutationFn: (days: number) => client.start(days), onSuccess }),
    cancel: useMutation({ mutationFn: (id: string) => client.cancel(id), onSuccess }),
    repair: useMutation({
      mutationFn: ({ id, ...body }: RepairRequest & { id: string }) => client.repair(id, body),
      onSuccess,
    }),
  };
};
export type ReconcilingDeeds = ReturnType<typeof useReconcilingDeeds>;
