import { IconArrowLeft, IconX } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { DeliveriesSearch } from './deliveries-search.ts';
import { DeliveryView } from './delivery-view.tsx';
import { useEscape } from './use-escape.ts';

/** A record's page beside the list; Escape closes it, and the list is where it was. */
export const DeliveryPanel = ({ slot }: { slot: string }) => {
  const close = useClose();
  useEscape(close);
  return (
    <aside className="history__panel deliveries__panel" aria-label="Delivery">
      <div className="history__panel-head deliveries__panel-head">
        <button
          type="button"
          className="button button--plain button--icon"
          aria-label="Close"
          onClick={close}
        >
          <IconX size={16} aria-hidden="true" />
        </button>
      </div>
      <DeliveryView slot={slot} />
    </aside>
  );
};

/** A record where there is no room for the list beside it. */
export const DeliveryAlone = ({ slot }: { slot: string }) => {
  useEscape(useClose());
  return (
    <div className="delivery-alone">
      <nav aria-label="Back">
        <Link to="/deliveries" search={(now: DeliveriesSearch) => now} className="button button--plain">
          <IconArrowLeft size={16} aria-hidden="true" />
          Deliveries
        </Link>
      </nav>
      <DeliveryView slot={slot} />
    </div>
  );
};

const useClose = () => {
  const navigate = useNavigate();
  return () => void navigate({ to: '/deliveries', search: (now: DeliveriesSearch) => now });
};
