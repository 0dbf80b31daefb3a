import { Link } from '@tanstack/react-router';
import type { Delivery } from '@twenty-dialer/contract';
import type { DeliveriesSearch } from './deliveries-search.ts';
import { OBJECTS, titleOf } from './delivery-words.ts';
import { StageMark } from './stage-mark.tsx';

type WaitingLinksProps = { title: string; deliveries: readonly Delivery[] };

/** Records that this one waits for, or that wait for it; each leads to its own page. */
export const WaitingLinks = ({ title, deliveries }: WaitingLinksProps) =>
  deliveries.length === 0 ? null : (
    <section className="delivery__part">
      <h2>{title}</h2>
      <ul className="waiting-links">
        {deliveries.map((delivery) => (
          <li key={delivery.slot}>
            <Link
              to="/deliveries/$slot"
              params={{ slot: delivery.slot }}
              search={(now: DeliveriesSearch) => now}
              className="one-line"
            >
              {titleOf(delivery)}
            </Link>
            {delivery.title === '' ? null : (
              <span className="quiet one-line">{OBJECTS[delivery.objectName]}</span>
            )}
            <StageMark stage={delivery.stage} isHeldBack={delivery.isHeldBack} />
          </li>
        ))}
      </ul>
    </section>
  );
