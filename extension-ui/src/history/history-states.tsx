import { IconCloudOff, IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { NothingMatches } from '../ui/clear-filters.tsx';
import { ListSkeleton } from '../ui/list-skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { hasFilters } from './history-filter.ts';
import { EVERYBODY, type HistorySearch, TEAM } from './history-search.ts';
import type { useHistory } from './use-history.ts';
import type { SetSearch } from './use-set-search.ts';

type Query = ReturnType<typeof useHistory>['query'];

/** One quiet line while Twenty gives no answer; it goes by itself. */
export const TwentyAway = ({ query }: { query: Query }) => {
  const away = query.data?.pages.map(({ page }) => page.twenty).find(({ state }) => state === 'away');
  return (
    <div role="status">
      {away === undefined ? null : (
        <p className="history__away">
          <IconCloudOff size={14} aria-hidden="true" />
          Twenty cannot be reached; showing your calls kept here.
        </p>
      )}
    </div>
  );
};

/** No calls at all, or none that match: what this is, and the one thing to do. */
export const NoCalls = ({ search, onChange }: { search: HistorySearch; onChange: SetSearch }) => {
  const { call: _open, rep, ...filters } = search;
  if (hasFilters(filters) || Array.isArray(rep)) {
    return <NothingMatches words="No call matches these filters." onClear={() => onChange(NO_FILTERS)} />;
  }
  return (
    <div className="notice">
      <p>
        {rep === EVERYBODY || rep === TEAM ? 'Calls' : 'Your calls'} appear here, each with how far it has
        come on its way to Twenty.
      </p>
      <Link to="/" className="button button--main">
        <IconPhone size={16} aria-hidden="true" />
        Make the first call
      </Link>
    </div>
  );
};

export const NO_FILTERS = {
  when: undefined,
  from: undefined,
  to: undefined,
  rep: undefined,
  outcomes: undefined,
  lines: undefined,
  direction: undefined,
  person: undefined,
  sitting: undefined,
  q: undefined,
} satisfies HistorySearch;

/** Below the last row: more is on its way, could not be read, or there is no more. */
export const ListFoot = ({ query }: { query: Query }) => {
  if (query.isFetchNextPageError) {
    return (
      <Trouble
        title="Older calls could not be read."
        error={query.error}
        onTryAgain={() => void query.fetchNextPage()}
        isFoot
      />
    );
  }
  return (
    <p className="quiet h-foot" role="status">
      {query.hasNextPage ? 'Reading older calls…' : ''}
    </p>
  );
};

/** The shape of the list to come. */
export const HistorySkeleton = ({ isWide }: { isWide: boolean }) => (
  <ListSkeleton words="Reading calls" isWide={isWide} hasAvatars />
);
