import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Delivery, DeliveryList } from '@twenty-dialer/contract';
import { useMemo } from 'react';
import { useServices } from '../app/services.ts';
import { viewersCalendar } from '../history/timeframe.ts';
import { useMinute } from '../history/use-minute.ts';
import { deliveriesClient } from '../worker-client/deliveries-client.ts';
import { isProblem } from '../worker-client/problem-error.ts';
import type { DeliveriesSearch } from './deliveries-search.ts';
import { type DeliveryRequest, deliveryRequest } from './delivery-request.ts';

/** A record that failed must be on the screen within five seconds. */
const LIVE_MS = 2_500;
/** Beyond so many pages only the first is read anew all the time: a long way down is not walked twice. */
const FEW_PAGES = 3;
const LONG_LIST_MS = 30_000;
const PAGE_SIZE = 100;

export const OVERVIEW_KEY = ['deliveries', 'overview'] as const;
export const JOBS_KEY = ['deliveries', 'jobs'] as const;
export const deliveryKey = (slot: string) => ['deliveries', 'page', slot] as const;

/** The routes for admins. */
export const useDeliveriesClient = () => {
  const { client } = useServices();
  return useMemo(() => deliveriesClient(client), [client]);
};

/** Nobody asks again and again for what only others may see. */
const liveUnlessRefused =
  (ms: number) =>
  ({ state }: { state: { error: unknown } }): number | false =>
    isProblem(state.error, 'not-permitted') ? false : ms;

/** Counts, lag, budget and the last day; read anew while somebody looks. */
export const useOverview = () => {
  const client = useDeliveriesClient();
  return useQuery({
    queryKey: OVERVIEW_KEY,
    queryFn: client.overview,
    refetchInterval: liveUnlessRefused(LIVE_MS),
    retry: false,
  });
};

/** The deliveries that these filters find, what changed last first; read anew while somebody looks. */
export const useDeliveryList = (search: DeliveriesSearch) => {
  const client = useDeliveriesClient();
  const request = useRequest(search);
  const query = useInfiniteQuery({
    queryKey: ['deliveries', 'list', request],
    queryFn: ({ pageParam }) =>
      client.list({ ...request, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    retry: false,
    refetchInterval: (query) =>
      liveUnlessRefused(isLong(query.state.data?.pages) ? LONG_LIST_MS : LIVE_MS)(query),
  });
  const pages = query.data?.pages;
  const first = useQuery({
    queryKey: ['deliveries', 'first', request],
    queryFn: () => client.list({ ...request, limit: PAGE_SIZE }),
    enabled: isLong(pages),
    refetchInterval: liveUnlessRefused(LIVE_MS),
    retry: false,
  });
  const head = isLong(pages) ? first.data : undefined;
  const rows = useMemo(() => rowsOf(head === undefined ? pages : [head, ...(pages ?? [])]), [head, pages]);
  return { query, request, rows, total: (head ?? pages?.[0])?.total ?? null };
};
export type DeliveryListQuery = ReturnType<typeof useDeliveryList>['query'];

const isLong = (pages: readonly unknown[] | undefined): boolean => (pages?.length ?? 0) > FEW_PAGES;

/** Each record once: while pages were read one after the other, it may have moved from one to the next. */
const rowsOf = (pages: readonly DeliveryList[] | undefined): Delivery[] => {
  const rows = new Map<string, Delivery>();
  for (const delivery of pages?.flatMap(({ deliveries }) => deliveries) ?? []) {
    if (!rows.has(delivery.slot)) rows.set(delivery.slot, delivery);
  }
  return [...rows.values()];
};

/** The same object for as long as it means the same; a new day is another question. */
const useRequest = (search: DeliveriesSearch): DeliveryRequest => {
  const minute = useMinute();
  const calendar = useMemo(() => viewersCalendar(), []);
  const wanted = JSON.stringify(deliveryRequest(search, calendar, minute));
  return useMemo(() => JSON.parse(wanted) as DeliveryRequest, [wanted]);
};

/** Reading a record asks Twenty as well: often only while it is on its way, or due. */
const CALM_MS = 15_000;

/** One record with its attempts and what is known of it in Twenty; read anew while somebody looks. */
export const useDeliveryPage = (slot: string) => {
  const client = useDeliveriesClient();
  return useQuery({
    queryKey: deliveryKey(slot),
    queryFn: () => client.page(slot),
    refetchInterval: ({ state: { data, error } }) => {
      if (isProblem(error, 'not-found')) return false;
      const stage = data?.delivery.stage;
      return stage === 'waiting' || stage === 'on-its-way' ? LIVE_MS : CALM_MS;
    },
    retry: false,
  });
};
