import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DeliveryJob, DeliveryJobList, NewDeliveryJob } from '@twenty-dialer/contract';
import { useCallback } from 'react';
import { JOBS_KEY, useDeliveriesClient } from './use-deliveries.ts';

const OWN_JOBS_KEY = ['own-delivery-jobs'];
const BUSY_MS = 1_000;
const QUIET_MS = 15_000;

/** Background jobs: those that run, whoever began them, and the last that ended. */
export const useJobs = () => {
  const client = useDeliveriesClient();
  return useQuery({
    queryKey: JOBS_KEY,
    queryFn: client.jobs,
    refetchInterval: ({ state }) =>
      state.data?.jobs.some(({ state: now }) => now === 'running') === true ? BUSY_MS : QUIET_MS,
    retry: false,
  });
};

/** Begins something about many deliveries; its progress is on every page at once. */
export const useStartJob = ({ onStarted }: { onStarted?: (asked: NewDeliveryJob) => void } = {}) => {
  const client = useDeliveriesClient();
  const putJob = usePutJob();
  return useMutation({
    mutationFn: client.startJob,
    onSuccess: (job, asked) => {
      putJob(job);
      onStarted?.(asked);
    },
  });
};

export const useCancelJob = () => {
  const client = useDeliveriesClient();
  return useMutation({ mutationFn: client.cancelJob, onSuccess: usePutJob() });
};

/** Those that were begun in this window: they are shown even when they end before anybody could look. */
export const useOwnJobs = (): readonly string[] =>
  useQueryClient().getQueryData<string[]>(OWN_JOBS_KEY) ?? [];

/** What the worker answers about a job is shown before the list is read anew; and the list of deliveries is, too. */
const usePutJob = () => {
  const queries = useQueryClient();
  return useCallback(
    (job: DeliveryJob) => {
      queries.setQueryData<string[]>(OWN_JOBS_KEY, (ids = []) => [...ids, job.id]);
      queries.setQueryData<DeliveryJobList>(JOBS_KEY, (list) => ({
        jobs: [job, ...(list?.jobs ?? []).filter(({ id }) => id !== job.id)],
      }));
      void queries.invalidateQueries({ queryKey: ['deliveries'] });
    },
    [queries],
  );
};
