import { IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Delivery } from '@twenty-dialer/contract';
import { type MouseEvent, memo, type ReactNode } from 'react';
import { useMay } from '../app/may.ts';
import { TABLE_ROLES } from '../history/history-row.tsx';
import { timeWords } from '../history/when-words.ts';
import { dayAndTime, fullTime } from '../ui/time.ts';
import type { DeliveriesSearch } from './deliveries-search.ts';
import { canRedrive, FAILURES, OBJECTS, titleOf, whyWords } from './delivery-words.ts';
import { StageMark } from './stage-mark.tsx';

export type DeliveryRowProps = {
  delivery: Delivery;
  /** It no longer fits the filters, and stays only while somebody points at the list. */
  hasLeft: boolean;
  now: number;
  isOpen: boolean;
  isSelected: boolean;
  /** Somebody has just pressed “Try again”, and nothing is known of it yet. */
  isTried: boolean;
  onActive: (slot: string) => void;
  onSelect: (slot: string, isReach: boolean) => void;
  onRedrive: (delivery: Delivery) => void;
};

/** One record in one line of a table. */
export const WideDelivery = memo((props: DeliveryRowProps) => {
  const { delivery } = props;
  const why = whyWords(delivery);
  return (
    <>
      <Cell name="select">
        <Select {...props} />
      </Cell>
      <Cell name="record">
        <RowLink {...props} />
        {delivery.title === '' ? null : (
          <span className="quiet one-line">{OBJECTS[delivery.objectName]}</span>
        )}
      </Cell>
      <Cell name="stage">
        <Stage {...props} />
      </Cell>
      <Cell name="why">
        <span className="one-line" title={why}>
          {delivery.failure === null || why === '' ? null : (
            <strong className="d-why">{FAILURES[delivery.failure].label}: </strong>
          )}
          {why}
        </span>
      </Cell>
      <Cell name="member">
        <span className="one-line" title={delivery.member?.name}>
          {delivery.member?.name ?? ''}
        </span>
      </Cell>
      <Cell name="time">
        <Changed {...props} />
      </Cell>
      <Cell name="action">
        <Redrive {...props} />
      </Cell>
    </>
  );
});

/** One record in three short lines, for a narrow window. */
export const NarrowDelivery = memo((props: DeliveryRowProps) => {
  const { delivery } = props;
  const rest = [delivery.title === '' ? '' : OBJECTS[delivery.objectName], delivery.member?.name ?? ''];
  return (
    <>
      <Select {...props} />
      <div className="h-row__words">
        <div className="h-row__line">
          <RowLink {...props} />
          <Changed {...props} />
        </div>
        <div className="h-row__line quiet">
          <span className="one-line">{rest.filter((words) => words !== '').join(' · ')}</span>
        </div>
        <div className="h-row__line">
          <Stage {...props} />
          {delivery.failure === null ? null : (
            <span className="one-line quiet d-row__why">{FAILURES[delivery.failure].label}</span>
          )}
        </div>
      </div>
      <Redrive {...props} />
    </>
  );
});

export const DELIVERY_COLUMNS = [
  { name: 'select', label: '' },
  { name: 'record', label: 'Record' },
  { name: 'stage', label: 'State' },
  { name: 'why', label: 'Why' },
  { name: 'member', label: 'Rep' },
  { name: 'time', label: 'Changed' },
  { name: 'action', label: 'Action' },
] as const;
type ColumnName = (typeof DELIVERY_COLUMNS)[number]['name'];

const Cell = ({ name, children }: { name: ColumnName; children: ReactNode }) => (
  <div role={TABLE_ROLES.cell} className={`h-cell d-cell--${name}`}>
    {children}
  </div>
);

/** The whole row leads to the record's page. */
const RowLink = ({ delivery, isOpen, onActive }: DeliveryRowProps) => (
  <Link
    className="h-link one-line"
    title={titleOf(delivery)}
    to="/deliveries/$slot"
    params={{ slot: delivery.slot }}
    search={(now: DeliveriesSearch) => now}
    onFocus={() => onActive(delivery.slot)}
    {...(isOpen ? { 'aria-current': true } : { 'aria-current': undefined })}
  >
    {titleOf(delivery)}
  </Link>
);

const Select = ({ delivery, isSelected, onSelect, onActive }: DeliveryRowProps) => {
  if (!useMay('act-on-deliveries')) return null;
  return (
    <span className="d-select">
      <input
        type="checkbox"
        checked={isSelected}
        aria-label={`Select ${titleOf(delivery)}`}
        onFocus={() => onActive(delivery.slot)}
        onChange={() => undefined}
        onClick={(event: MouseEvent) => onSelect(delivery.slot, event.shiftKey)}
      />
    </span>
  );
};

const Stage = ({ delivery, hasLeft }: DeliveryRowProps) =>
  hasLeft ? (
    <span className="quiet one-line">No longer in this list</span>
  ) : (
    <StageMark stage={delivery.stage} isHeldBack={delivery.isHeldBack} />
  );

const DAY_MS = 86_400_000;
const Changed = ({ delivery: { changedAt }, now }: DeliveryRowProps) => (
  <time className="quiet figures h-row__time" dateTime={changedAt} title={fullTime(changedAt)}>
    {now - Date.parse(changedAt) < DAY_MS ? timeWords(changedAt, now) : dayAndTime(changedAt)}
  </time>
);

const Redrive = ({ delivery, hasLeft, isTried, onRedrive }: DeliveryRowProps) => {
  const mayAct = useMay('act-on-deliveries');
  if (hasLeft || !mayAct || !canRedrive(delivery)) return null;
  return (
    <button
      type="button"
      className="button d-redrive"
      aria-label={`Try again: ${titleOf(delivery)}`}
      aria-disabled={isTried}
      onClick={() => {
        if (!isTried) onRedrive(delivery);
      }}
    >
      <IconRefresh size={14} aria-hidden="true" />
      <span className="d-redrive__word">{isTried ? 'Trying…' : 'Try again'}</span>
    </button>
  );
};
