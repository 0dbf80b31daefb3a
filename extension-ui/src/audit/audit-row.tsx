import { Link } from '@tanstack/react-router';
import type { AuditChange, AuditEvent } from '@twenty-dialer/contract';
import { fieldWords, valueWords } from '../deliveries/field-values.ts';
import { dateAndTime, fullTime } from '../ui/time.ts';
import { eventWords, whoWords } from './audit-words.ts';

export type AuditRowProps = {
  event: AuditEvent;
  /** Narrows the list down to this one record; null where it is narrowed down already. */
  onRecord: ((recordId: string) => void) | null;
  /** It stands on the page of its record: nothing leads there. */
  isOnItsPage?: boolean;
};

/** One entry of the trail: who did what, and when; what was there before opens on demand. */
export const AuditRow = ({ event, onRecord, isOnItsPage = false }: AuditRowProps) => {
  const { at, by, recordId, recordType, detail, changes } = event;
  const fields = Object.entries(changes);
  return (
    <li className="audit__row">
      <p className="audit__line">
        <strong>{eventWords(event)}</strong> <span>by {whoWords(event)}</span>{' '}
        <time className="quiet figures" dateTime={at} title={fullTime(at)}>
          {dateAndTime(at)}
        </time>
      </p>
      {detail === '' ? null : <p className="audit__detail">{detail}</p>}
      {fields.length === 0 ? null : (
        <details className="audit__more" open={fields.length <= 2 && fields.every(isShort)}>
          <summary>{fields.map(([name]) => nameOf(name)).join(', ')}</summary>
          <dl className="audit__changes">
            {fields.map(([name, change]) => (
              <Change key={name} name={name} change={change} />
            ))}
          </dl>
        </details>
      )}
      <p className="quiet audit__facts">
        {by === null ? null : <span>{[by.email, ...by.roles].join(' · ')}</span>}
        {event.address === null ? null : <span>from {event.address}</span>}
        {event.requestId === null ? null : <span>request {event.requestId}</span>}
        {recordId === null || onRecord === null ? null : (
          <button
            type="button"
            className="button button--plain audit__link"
            onClick={() => onRecord(recordId)}
          >
            All of this record
          </button>
        )}
        {recordType === 'call' && recordId !== null && !isOnItsPage ? (
          <Link to="/calls/$callId" params={{ callId: recordId }}>
            Open the call
          </Link>
        ) : null}
      </p>
    </li>
  );
};

const Change = ({ name, change }: { name: string; change: AuditChange }) => (
  <div>
    <dt>{nameOf(name)}</dt>
    <dd>
      {'old' in change ? <del>{words(change.old)}</del> : null}
      {'old' in change && 'new' in change ? <span aria-hidden="true"> → </span> : null}
      {'new' in change ? <ins>{words(change.new)}</ins> : null}
    </dd>
  </div>
);

const nameOf = (field: string): string => fieldWords(field.replaceAll('_', ' '));

const isShort = ([, change]: [string, AuditChange]): boolean =>
  [change.old, change.new].every((value) => typeof value !== 'object' || value === null);

const words = (value: unknown): string => valueWords(value) || 'empty';
