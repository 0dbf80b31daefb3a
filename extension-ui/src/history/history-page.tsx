import { IconPlus } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useServices } from '../app/services.ts';
import { useIsWide } from '../app/use-is-wide.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import { Trouble } from '../ui/trouble.tsx';
import { CallAlone } from './call-alone.tsx';
import { CallPanel } from './call-panel.tsx';
import { HistoryFilters } from './history-filters.tsx';
import { HistoryList } from './history-list.tsx';
import type { Counts } from './history-rows.ts';
import type { HistorySearch } from './history-search.ts';
import { HistorySkeleton, ListFoot, NoCalls, TwentyAway } from './history-states.tsx';
import { viewersCalendar } from './timeframe.ts';
import { useHistory } from './use-history.ts';
import type { Place } from './use-kept-place.ts';
import { useKeepList } from './use-last-list.ts';
import { useMinute } from './use-minute.ts';
import { useSetSearch } from './use-set-search.ts';
import './history-page.css';

/** All calls that this rep may see, each once, wherever it is on its way; filters live in the address. */
const HistoryPage = () => {
  const search = useSearch({ from: '/inside/calls' });
  const isWide = useIsWide();
  useKeepList(search);
  // The window became narrow, or the address comes from a wide one: the call is what somebody is reading.
  if (!isWide && search.call !== undefined) return <CallAlone callId={search.call} />;
  return <ListPage search={search} isWide={isWide} />;
};
export default HistoryPage;

const ListPage = ({ search, isWide }: { search: HistorySearch; isWide: boolean }) => {
  const history = useHistory(search);
  const { query, rows, counts } = history;
  const isEmpty = rows.length === 0;
  const isRead = query.data !== undefined && !query.isPlaceholderData;
  const setSearch = useSetSearch();
  const openCall = isWide ? search.call : undefined;
  const heading = usePageHeading();

  return (
    <section className="history" aria-labelledby="history-title">
      <header className="history__head">
        <h1 id="history-title" ref={heading} tabIndex={-1}>
          Calls
        </h1>
        <p className="quiet figures one-line" role="status">
          {query.isPlaceholderData ? 'Reading…' : countWords(counts, rows.length)}
        </p>
        <Link to="/calls/new" className="button" aria-label="Enter a past call">
          <IconPlus size={16} aria-hidden="true" />
          Past call
        </Link>
      </header>
      <HistoryFilters search={search} onChange={setSearch} />
      <TwentyAway query={query} />
      <div className="history__body">
        <div className={query.isPlaceholderData ? 'history__list history__list--old' : 'history__list'}>
          {query.isError && query.data === undefined ? (
            <Trouble error={query.error} onTryAgain={() => void query.refetch()} />
          ) : null}
          {isEmpty && query.isPending && !query.isError ? <HistorySkeleton isWide={isWide} /> : null}
          {isEmpty && isRead ? <NoCalls search={search} onChange={setSearch} /> : null}
          {isEmpty ? null : <Rows search={search} history={history} openCall={openCall} />}
        </div>
        {openCall === undefined ? null : (
          <CallPanel key={openCall} callId={openCall} onClose={() => setSearch({ call: undefined })} />
        )}
      </div>
    </section>
  );
};

type RowsProps = {
  search: HistorySearch;
  history: ReturnType<typeof useHistory>;
  openCall: string | undefined;
};
const Rows = ({ search, history, openCall }: RowsProps) => {
  const { query, rows, counts, request } = history;
  const { place, keepPlace } = usePlace(request);
  const isWide = useIsWide();
  const now = useMinute();
  const { timeZone } = useMemo(() => viewersCalendar(), []);
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage({ cancelRefetch: false });
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  const total = counts?.inTwenty == null ? null : counts.inTwenty + counts.onTheWay;
  return (
    <HistoryList
      // Another list begins at its own top.
      key={JSON.stringify(request)}
      rows={rows}
      now={now}
      timeZone={timeZone}
      isWide={isWide}
      hasReps={search.rep !== undefined || search.sitting !== undefined}
      openCall={openCall}
      place={place}
      onPlace={keepPlace}
      total={total}
      onEnd={onEnd}
      foot={<ListFoot query={query} />}
    />
  );
};

/** Where the list stood is kept as long as the list itself, for whoever comes back to it. */
const usePlace = (request: object) => {
  const { queries } = useServices();
  const { owner } = useDesk();
  const key = useMemo(() => ['place', owner.member.id, request], [owner, request]);
  const keepPlace = useCallback((place: Place) => queries.setQueryData(key, place), [queries, key]);
  return { place: queries.getQueryData<Place>(key), keepPlace };
};

/** Who comes to this page by keyboard or screen reader begins at its heading, unless a row was left to come back to. */
const usePageHeading = () => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const list = heading.current?.closest('section');
    if (list?.querySelector('[data-key] :focus') == null) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
};

/** Without Twenty nobody knows how many there are: what can be told is what is listed. */
const countWords = (counts: Counts | null, listed: number): string => {
  if (counts === null) return '';
  const figure = new Intl.NumberFormat().format;
  const { inTwenty, onTheWay } = counts;
  if (inTwenty === null) return `${figure(listed)} held by the dialer`;
  return onTheWay === 0
    ? `${figure(inTwenty)} in Twenty`
    : `${figure(inTwenty)} in Twenty, ${figure(onTheWay)} on ${onTheWay === 1 ? 'its' : 'their'} way`;
};
