import { IconChecks } from '@tabler/icons-react';
import { NothingMatches } from '../ui/clear-filters.tsx';
import { ListSkeleton } from '../ui/list-skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';
import {
  ALL_STAGES,
  type DeliveriesSearch,
  hasDeliveryFilters,
  NO_DELIVERY_FILTERS,
} from './deliveries-search.ts';
import { recordsWords } from './delivery-words.ts';
import type { DeliveryListQuery } from './use-deliveries.ts';
import { useSetDeliveriesSearch } from './use-set-search.ts';

/** Nothing at all, or nothing that matches: what this is, and the one thing to do. */
export const NoDeliveries = ({ search }: { search: DeliveriesSearch }) => {
  const onChange = useSetDeliveriesSearch();
  if (hasDeliveryFilters(search)) {
    return (
      <div className="deliveries__trouble">
        <NothingMatches
          words="No record matches these filters."
          onClear={() => onChange(NO_DELIVERY_FILTERS)}
        />
      </div>
    );
  }
  return (
    <div className="notice deliveries__trouble">
      <p>
        <IconChecks size={16} aria-hidden="true" className="deliveries__all-well" />{' '}
        <strong>Everything is in Twenty.</strong> What waits, or fails, appears here within seconds.
      </p>
      <button type="button" className="button" onClick={() => onChange({ stages: ALL_STAGES })}>
        Show what has arrived
      </button>
    </div>
  );
};

type FootProps = { query: DeliveryListQuery; shown: number; total: number | null };
/** Below the last row: how many there are, that more is on its way, or why it is not. */
export const DeliveriesFoot = ({ query, shown, total }: FootProps) => {
  if (query.isFetchNextPageError) {
    return (
      <Trouble
        title="More could not be read."
        error={query.error}
        onTryAgain={() => void query.fetchNextPage()}
        isFoot
      />
    );
  }
  return (
    <p className="quiet h-foot figures">
      {query.hasNextPage ? `${recordsWords(shown)} of ${totalWords(total)}` : recordsWords(shown)}
    </p>
  );
};

/** Counting stops there. */
const MOST_COUNTED = 10_000;
export const totalWords = (total: number | null): string => {
  const figure = new Intl.NumberFormat().format;
  if (total === null) return 'many';
  return total >= MOST_COUNTED ? `more than ${figure(MOST_COUNTED)}` : figure(total);
};

/** The shape of the list to come. */
export const DeliveriesSkeleton = ({ isWide }: { isWide: boolean }) => (
  <ListSkeleton words="Reading deliveries" isWide={isWide} />
);
