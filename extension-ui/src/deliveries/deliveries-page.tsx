import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useMay } from '../app/may.ts';
import { useIsWide } from '../app/use-is-wide.ts';
import { Trouble } from '../ui/trouble.tsx';
import { isProblem } from '../worker-client/problem-error.ts';
import { Deliveries } from './deliveries.tsx';
import type { DeliveriesSearch } from './deliveries-search.ts';
import { DeliveryFilters } from './delivery-filters.tsx';
import { DeliveryAlone, DeliveryPanel } from './delivery-panel.tsx';
import { NotAnAdmin } from './not-an-admin.tsx';
import { Overview, OverviewSkeleton, StatusLine } from './overview.tsx';
import { PauseControl } from './pause-control.tsx';
import { StaleLine } from './stale-line.tsx';
import { useOverview } from './use-deliveries.ts';
import { type SetDeliveriesSearch, useSetDeliveriesSearch } from './use-set-search.ts';
import './deliveries.css';

/** The admin's screen: how delivery is doing, what did not arrive, and what can be done about it. */
const DeliveriesPage = () => {
  const maySee = useMay('see-deliveries');
  const search = useSearch({ from: '/inside/deliveries' });
  const { slot } = useParams({ strict: false });
  const isWide = useIsWide();
  if (!maySee) return <NotAnAdmin />;
  if (slot !== undefined && !isWide) return <DeliveryAlone key={slot} slot={slot} />;
  return <ListPage search={search} slot={slot} isWide={isWide} />;
};
export default DeliveriesPage;

type ListPageProps = { search: DeliveriesSearch; slot: string | undefined; isWide: boolean };
const ListPage = ({ search, slot, isWide }: ListPageProps) => {
  const overview = useOverview();
  const mayAct = useMay('act-on-deliveries');
  const setSearch = useSetDeliveriesSearch();
  const heading = useRef<HTMLHeadingElement>(null);
  const { above, margin } = useHeightAbove();
  // In a narrow window the list is further down: who presses a count is to see what it did.
  const narrowDown: SetDeliveriesSearch = (change) => {
    setSearch(change);
    if (!isWide) above.current?.lastElementChild?.scrollIntoView?.();
  };
  // Who comes by keyboard or screen reader begins at the heading; an address of one record begins at that one.
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current && slot === undefined) heading.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [slot]);
  if (isProblem(overview.error, 'not-permitted')) return <NotAnAdmin />;

  return (
    <div className="deliveries">
      <Deliveries
        search={search}
        slot={slot}
        isWide={isWide}
        margin={margin}
        above={
          <div ref={above}>
            <header className="deliveries__head">
              <h1 ref={heading} tabIndex={-1}>
                Deliveries
              </h1>
              {overview.data === undefined ? null : <StatusLine overview={overview.data} />}
              {overview.data === undefined || !mayAct ? null : <PauseControl overview={overview.data} />}
              <Link to="/reconciliation" className="button">
                Compare with Twenty
              </Link>
            </header>
            <StaleLine query={overview} />
            {overview.data === undefined && overview.isError ? (
              <div className="deliveries__trouble">
                <Trouble error={overview.error} onTryAgain={() => void overview.refetch()} />
              </div>
            ) : null}
            {overview.data === undefined && !overview.isError ? <OverviewSkeleton /> : null}
            {overview.data === undefined ? null : (
              <Overview overview={overview.data} search={search} onChange={narrowDown} />
            )}
            <DeliveryFilters search={search} onChange={setSearch} />
          </div>
        }
      />
      {slot === undefined ? null : <DeliveryPanel key={slot} slot={slot} />}
    </div>
  );
};

/** The list is drawn below whatever height that takes in this window. */
const useHeightAbove = () => {
  const above = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const element = above.current;
    if (element === null) return;
    const measure = () => setMargin(element.offsetHeight);
    measure();
    if (typeof ResizeObserver !== 'function') return;
    // Before it is painted: else the rows would be seen to jump, and the pointer to have left its row.
    const observer = new ResizeObserver(() => flushSync(measure));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { above, margin };
};
