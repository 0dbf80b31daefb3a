import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useServices } from '../app/services.ts';
import { viewersCalendar } from '../history/timeframe.ts';
import { useMinute } from '../history/use-minute.ts';
import { auditClient } from '../worker-client/audit-client.ts';
import { type AuditSearch, auditRequest } from './audit-search.ts';

const PAGE_SIZE = 50;

/** The trail that these filters ask for, newest first. */
export const useAudit = (search: AuditSearch) => {
  const { client } = useServices();
  const audit = useMemo(() => auditClient(client), [client]);
  const now = useMinute();
  const request = useMemo(() => auditRequest(search, viewersCalendar(), now), [search, now]);
  const query = useInfiniteQuery({
    queryKey: ['audit', request],
    queryFn: ({ pageParam }) =>
      audit.list({ ...request, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return { query, request, events: query.data?.pages.flatMap(({ events }) => events) ?? [] };
};
