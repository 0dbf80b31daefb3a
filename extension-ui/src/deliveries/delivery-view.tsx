import { IconAlertTriangle, IconExternalLink, IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { DeliveryPage } from '@twenty-dialer/contract';
import { type ReactNode, useEffect, useRef } from 'react';
import { useMay } from '../app/may.ts';
import { dateAndTime, fullTime } from '../ui/time.ts';
import { Trouble } from '../ui/trouble.tsx';
import { isProblem } from '../worker-client/problem-error.ts';
import { Attempts } from './attempts.tsx';
import { ComparedFields } from './compared-fields.tsx';
import { Deeds } from './deeds.tsx';
import { DeliveryActions } from './delivery-actions.tsx';
import { FAILURES, OBJECTS, saidBy, titleOf } from './delivery-words.ts';
import { NotAnAdmin } from './not-an-admin.tsx';
import { StageMark } from './stage-mark.tsx';
import { StaleLine } from './stale-line.tsx';
import { useDeliveryPage } from './use-deliveries.ts';
import { WaitingLinks } from './waiting-links.tsx';
import './delivery-view.css';

/** One record: how far it has come and why, what can be done, how it is here and in Twenty, and all that was tried. */
export const DeliveryView = ({ slot }: { slot: string }) => {
  const query = useDeliveryPage(slot);
  const mayAct = useMay('act-on-deliveries');
  const page = query.data;
  if (isProblem(query.error, 'not-permitted')) return <NotAnAdmin />;
  if (page === undefined) {
    if (!query.isError) return <ViewSkeleton />;
    return isProblem(query.error, 'not-found') ? (
      <div className="notice" role="alert">
        <p>
          <strong>There is no such record.</strong> Its address is not complete, or it was never to reach
          Twenty.
        </p>
        <p className="quiet">Code to quote: {query.error.problem.requestId}</p>
      </div>
    ) : (
      <Trouble error={query.error} onTryAgain={() => void query.refetch()} />
    );
  }
  return (
    <article className="delivery" aria-labelledby="delivery-title">
      <StaleLine query={query} />
      <Head page={page} />
      <Diagnosis page={page} />
      {mayAct ? <DeliveryActions page={page} /> : null}
      <WaitingLinks title="It waits for" deliveries={page.waitsFor} />
      <WaitingLinks title="These wait for it" deliveries={page.holdsBack} />
      <ComparedFields page={page} />
      <Attempts attempts={page.attempts} />
      <Deeds deeds={page.deeds} />
    </article>
  );
};

const Head = ({ page: { delivery } }: { page: DeliveryPage }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const { objectName, title, member, attempts, waitingSince, dueAt, deliveredAt, changedAt } = delivery;
  return (
    <header className="delivery__head">
      <div className="delivery__title">
        <h1 id="delivery-title" ref={heading} tabIndex={-1}>
          {titleOf(delivery)}
        </h1>
        <StageMark stage={delivery.stage} isHeldBack={delivery.isHeldBack} />
      </div>
      <dl className="facts">
        {title === '' ? null : <Fact term="Object">{OBJECTS[objectName]}</Fact>}
        <Fact term="Rep">{member?.name ?? ''}</Fact>
        <Fact term="Changed" at={changedAt} />
        <Fact term="In Twenty since" at={deliveredAt} />
        <Fact term="Waiting since" at={waitingSince} />
        <Fact term="Next try" at={dueAt} />
        <Fact term="Failed tries">{attempts === 0 ? '' : String(attempts)}</Fact>
      </dl>
      <p className="delivery__links">
        {delivery.twentyUrl === null ? null : (
          <a href={delivery.twentyUrl} target="_blank" rel="noreferrer">
            <IconExternalLink size={14} aria-hidden="true" />
            Open in Twenty
            <span className="for-screen-readers"> (new tab)</span>
          </a>
        )}
        {delivery.callId === null ? null : (
          <Link to="/calls/$callId" params={{ callId: delivery.callId }}>
            <IconPhone size={14} aria-hidden="true" />
            The call it belongs to
          </Link>
        )}
      </p>
    </header>
  );
};

type FactProps = { term: string } & ({ at: string | null } | { children: string });
const Fact = ({ term, ...value }: FactProps) => {
  const words = 'at' in value ? (value.at === null ? '' : dateAndTime(value.at)) : value.children;
  const at = 'at' in value ? value.at : null;
  return words === '' ? null : (
    <>
      <dt>{term}</dt>
      <dd className="figures" title={at === null ? undefined : fullTime(at)}>
        {words}
      </dd>
    </>
  );
};

/** What is wrong, in our words and in Twenty's, and what to do about it. */
const Diagnosis = ({ page: { delivery, unmatchedNumber } }: { page: DeliveryPage }): ReactNode => {
  const { failure, reason, attention, stage, isHeldBack } = delivery;
  if (stage === 'dismissed')
    return <p className="delivery__calm">{reason ?? 'An admin gave this record up.'}</p>;
  const kind = failure ?? (unmatchedNumber === null ? null : 'cannot-match');
  const own = reason ?? attention?.message ?? null;
  if (kind === null && own === null) {
    return isHeldBack ? (
      <p className="delivery__calm">
        It points at a record that is not in Twenty yet, and follows by itself.
      </p>
    ) : null;
  }
  return (
    <div className="delivery__diagnosis">
      <IconAlertTriangle size={16} aria-hidden="true" />
      <div>
        {kind === null ? null : (
          <p>
            <strong>{FAILURES[kind].words}</strong> {FAILURES[kind].remedy}
          </p>
        )}
        {own === null ? null : (
          <p className="delivery__reason">{saidBy(own) === own ? own : `Twenty says: ${saidBy(own)}`}</p>
        )}
      </div>
    </div>
  );
};

const ViewSkeleton = () => (
  <div className="delivery" role="status">
    <span className="for-screen-readers">Reading the record</span>
    <div className="skeleton h-skeleton__line" style={{ width: '60%', height: 20 }} />
    {[1, 2, 3, 4, 5].map((line) => (
      <div key={line} className="skeleton h-skeleton__line" />
    ))}
  </div>
);
