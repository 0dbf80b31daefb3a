import { IconChecks, IconFilterOff } from '@tabler/icons-react';
import { wordsFor } from '../worker-client/problem-error.ts';
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
      <div className="notice deliveries__trouble">
        <p>No record matches these filters.</p>
        <button type="button" className="button" onClick={() => onChange(NO_DELIVERY_FILTERS)}>
          <IconFilterOff size={16} aria-hidden="true" />
          Clear all filters
        </button>
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
    const { what, remedy } = wordsFor(query.error);
    return (
      <div className="notice h-foot" role="alert">
        <p>
          <strong>More could not be read.</strong> {what} {remedy}
        </p>
        <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
          Try again
        </button>
      </div>
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
  <div role="status" className="h-skeleton">
    <span className="for-screen-readers">Reading deliveries</span>
    {Array.from({ length: 8 }, (_, row) => row).map((row) => (
      <div key={row} className={isWide ? 'h-skeleton__row h-skeleton__row--wide' : 'h-skeleton__row'}>
        <div className="h-skeleton__words">
          <div className="skeleton h-skeleton__line" />
          {isWide ? null : <div className="skeleton h-skeleton__line h-skeleton__line--short" />}
        </div>
      </div>
    ))}
  </div>
);
