import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { SessionView } from '@twenty-dialer/contract';
import { useMemo } from 'react';
import { heardKey, heardSoFar, NOTHING_HEARD } from '../app/heard-calls.ts';
import { useServices } from '../app/services.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import type { HistoryRequest } from '../worker-client/worker-client.ts';
import { isAskedFor, requestFor } from './history-filter.ts';
import { mergeHistory, type ReadPage } from './history-rows.ts';
import type { HistorySearch } from './history-search.ts';
import { viewersCalendar } from './timeframe.ts';
import { useMinute } from './use-minute.ts';
import { useUnsentReports } from './use-todays-calls.ts';

/** While Twenty is away it is asked again this often. */
const AWAY_MS = 15_000;
/** Beyond so many pages a list is not read anew by itself: own calls stay live, and a long way down is not walked twice. */
const FEW_PAGES = 4;
const FRESH_MS = 30_000;
const LONG_LIST_FRESH_MS = 600_000;

/** The list that these filters ask for, kept live, with everything that is still on this computer. */
export const useHistory = (search: HistorySearch) => {
  const { client, queries } = useServices();
  const { owner } = useDesk();
  const me = owner.member.id;
  const request = useRequest(search, me);
  const query = useInfiniteQuery({
    queryKey: ['calls', me, 'history', request],
    queryFn: async ({ pageParam }): Promise<ReadPage> => {
      const heardBefore = heardSoFar(queries, me).count;
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      return { page: await client.history({ ...request, ...cursor }), heardBefore };
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.nextCursor,
    staleTime: ({ state }) => ((state.data?.pages.length ?? 0) > FEW_PAGES ? LONG_LIST_FRESH_MS : FRESH_MS),
    refetchInterval: ({ state }) =>
      state.status === 'error' || state.data?.pages.some(isWithoutTwenty) === true ? AWAY_MS : false,
    placeholderData: keepPreviousData,
  });
  const merged = useMerged(query.data?.pages, request, owner);
  return { query, request, ...merged };
};

const isWithoutTwenty = ({ page }: ReadPage): boolean => page.twenty.state === 'away';

/** The same object for as long as it means the same; a new day is another question. */
const useRequest = (search: HistorySearch, member: string): HistoryRequest => {
  const minute = useMinute();
  const calendar = useMemo(() => viewersCalendar(), []);
  const { call: _open, ...filters } = search;
  const wanted = JSON.stringify(requestFor(filters, { member, calendar }, minute));
  return useMemo(() => JSON.parse(wanted) as HistoryRequest, [wanted]);
};

const useMerged = (pages: ReadPage[] | undefined, request: HistoryRequest, owner: SessionView) => {
  const heard = useHeardCalls(owner.member.id);
  const unsent = useUnsentReports();
  const merged = useMemo(
    () =>
      mergeHistory({
        pages,
        heard,
        unsent: unsent ?? [],
        owner,
        isWanted: (call) => isAskedFor(request, call),
      }),
    [pages, heard, unsent, owner, request],
  );
  return { ...merged, isThisComputerRead: unsent !== undefined };
};

/** What the event stream and the answers to own reports have told in this window. */
export const useHeardCalls = (member: string) => {
  const { queries } = useServices();
  return (
    useQuery({
      queryKey: heardKey(member),
      queryFn: () => heardSoFar(queries, member),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
    }).data ?? NOTHING_HEARD
  );
};

/** Who there is to filter by. */
export const useMembers = () => {
  const { client } = useServices();
  const { owner } = useDesk();
  return useQuery({
    queryKey: ['members', owner.member.id],
    queryFn: () => client.listMembers(),
    staleTime: 300_000,
  });
};
