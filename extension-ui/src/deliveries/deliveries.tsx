import type { Delivery } from '@twenty-dialer/contract';
import { type ReactNode, useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { Trouble } from '../ui/trouble.tsx';
import type { DeliveriesSearch } from './deliveries-search.ts';
import { DeliveryList } from './delivery-list.tsx';
import { DeliveriesFoot, DeliveriesSkeleton, NoDeliveries } from './delivery-states.tsx';
import { NOTHING_SELECTED, selectionAfter } from './selection.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useDeliveryList } from './use-deliveries.ts';
import { useEscape } from './use-escape.ts';
import { useStartJob } from './use-jobs.ts';
import { useSteadyRows } from './use-steady-list.ts';

export type DeliveriesProps = {
  search: DeliveriesSearch;
  slot: string | undefined;
  isWide: boolean;
  /** What scrolls with the list, and how high it is. */
  above: ReactNode;
  margin: number;
};

/** The list with what can be done about many records at once. */
export const Deliveries = ({ search, slot, isWide, above, margin }: DeliveriesProps) => {
  const { query, request, rows: fresh, total } = useDeliveryList(search);
  const [selection, select] = useReducer(selectionAfter, NOTHING_SELECTED);
  const [isPointedAt, setPointedAt] = useState(false);
  const count = selection.isAll ? (total ?? 0) : selection.slots.size;
  const rows = useSteadyRows(fresh, {
    isHeld: isPointedAt || count > 0,
    question: query.isPlaceholderData ? null : request,
  });
  const scroller = useRef<HTMLDivElement>(null);
  const { tried, redrive, trouble } = useRedriveOne();
  // Another question, another selection.
  useEffect(() => {
    if (request !== undefined) select({ type: 'clear' });
  }, [request]);
  useEscape(() => select({ type: 'clear' }), { isOn: count > 0 && slot === undefined });
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage({ cancelRefetch: false });
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  const isEmpty = rows.length === 0;

  return (
    <section className="deliveries__main" aria-label="Deliveries">
      <div ref={scroller} className={isWide ? 'h-scroll h-scroll--wide' : 'h-scroll'}>
        {above}
        <div className={query.isPlaceholderData ? 'deliveries__rows history__list--old' : 'deliveries__rows'}>
          {query.isError && query.data === undefined ? (
            <div className="deliveries__trouble">
              <Trouble error={query.error} onTryAgain={() => void query.refetch()} />
            </div>
          ) : null}
          {query.isPending && !query.isError ? <DeliveriesSkeleton isWide={isWide} /> : null}
          {isEmpty && query.isSuccess && !query.isPlaceholderData ? <NoDeliveries search={search} /> : null}
          {isEmpty ? null : (
            <DeliveryList
              key={JSON.stringify(request)}
              rows={rows}
              isWide={isWide}
              openSlot={slot}
              selection={selection}
              tried={tried}
              total={total}
              scroller={scroller}
              margin={margin}
              onSelect={select}
              onRedrive={redrive}
              onHold={setPointedAt}
              onEnd={onEnd}
            />
          )}
          {isEmpty ? null : <DeliveriesFoot query={query} shown={rows.length} total={total} />}
        </div>
      </div>
      {trouble === null ? null : (
        <div className="deliveries__trouble">
          <Trouble error={trouble.error} onTryAgain={trouble.tryAgain} />
        </div>
      )}
      {count === 0 ? null : (
        <SelectionBar count={count} total={total} selection={selection} request={request} onSelect={select} />
      )}
    </section>
  );
};

/** One press on a row: it is tried again, and the row says so until something is known of it. */
const useRedriveOne = () => {
  const [tried, setTried] = useState<ReadonlyMap<string, string>>(new Map());
  const start = useStartJob();
  const { mutate, error, variables } = start;
  const redrive = useCallback(
    ({ slot, changedAt }: Delivery) => {
      setTried((before) => new Map([...before, [slot, changedAt]]));
      const forget = () => setTried((before) => new Map([...before].filter(([one]) => one !== slot)));
      mutate({ action: 'redrive', selection: { slots: [slot] } }, { onError: forget });
    },
    [mutate],
  );
  const tryAgain = () => {
    if (variables !== undefined) mutate(variables);
  };
  return { tried, redrive, trouble: error === null ? null : { error, tryAgain } };
};
