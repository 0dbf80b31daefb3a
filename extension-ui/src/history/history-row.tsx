import { Link } from '@tanstack/react-router';
import type { HistoryCall } from '@twenty-dialer/contract';
import { memo, type ReactNode } from 'react';
import { Points } from '../progression/points.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { SyncMark } from '../ui/sync-mark.tsx';
import { fullTime } from '../ui/time.ts';
import { DirectionIcon, lineWords, nameWords, talkWords, useNumberWords } from './call-words.tsx';
import type { HistoryRow } from './history-rows.ts';
import type { HistorySearch } from './history-search.ts';
import { OutcomeTag } from './outcome-tag.tsx';
import { timeWords } from './when-words.ts';

export type RowProps = {
  row: HistoryRow;
  now: number;
  /** Beside the list is room for the call's page. */
  isWide: boolean;
  /** Its page is open beside the list. */
  isOpen: boolean;
  /** Reps are named where the list holds calls of several. */
  hasReps: boolean;
  /** The focus came here. */
  onActive: (key: string) => void;
};

/** One call in two or three short lines, for a narrow window. */
export const NarrowRow = memo(({ row, ...more }: RowProps) => {
  const { call, mark } = row;
  const number = useNumberWords()(call.number);
  const name = nameWords(call, number);
  return (
    <>
      <Avatar name={name} />
      <div className="h-row__words">
        <div className="h-row__line">
          <CallLink call={call} {...more}>
            {name}
          </CallLink>
          <Time call={call} now={more.now} />
        </div>
        <div className="h-row__line quiet figures">
          <span className="h-row__facts">
            <DirectionIcon call={call} />
            <span className="one-line">{name === number ? lineWords(call.line) : number}</span>
          </span>
          <span>{talkWords(call)}</span>
        </div>
        <div className="h-row__line">
          <span className="h-row__facts">
            <OutcomeTag call={call} />
            <OwnPoints call={call} />
            {call.isMine ? null : <span className="one-line quiet">{call.member?.name ?? 'No rep'}</span>}
          </span>
          <SyncMark mark={mark} />
        </div>
      </div>
    </>
  );
});

/** One call in one line of a table. */
export const WideRow = memo(({ row, ...more }: RowProps) => {
  const { call, mark } = row;
  const number = useNumberWords()(call.number);
  const name = nameWords(call, number);
  return (
    <>
      <Cell name="person">
        <Avatar name={name} />
        <CallLink call={call} {...more}>
          {name}
        </CallLink>
      </Cell>
      <Cell name="number">{number}</Cell>
      <Cell name="direction">
        <DirectionIcon call={call} />
      </Cell>
      <Cell name="outcome">
        <OutcomeTag call={call} />
      </Cell>
      <Cell name="duration">{talkWords(call)}</Cell>
      <Cell name="time">
        <Time call={call} now={more.now} />
      </Cell>
      {more.hasReps ? (
        <Cell name="rep">
          <span className="one-line" title={call.member?.name}>
            {call.member?.name ?? ''}
          </span>
        </Cell>
      ) : null}
      <Cell name="line">{lineWords(call.line)}</Cell>
      <Cell name="points">
        <OwnPoints call={call} />
      </Cell>
      <Cell name="sync">
        <SyncMark mark={mark} />
      </Cell>
    </>
  );
});

/** A table drawn by hand: only the rows in view are there, which a table element does not know. */
export const TABLE_ROLES = {
  all: 'table',
  body: 'rowgroup',
  row: 'row',
  cell: 'cell',
  head: 'columnheader',
} as const;

export const COLUMNS = [
  { name: 'person', label: 'Person' },
  { name: 'number', label: 'Number' },
  { name: 'direction', label: 'Direction' },
  { name: 'outcome', label: 'Outcome' },
  { name: 'duration', label: 'Duration' },
  { name: 'time', label: 'Time' },
  { name: 'rep', label: 'Rep' },
  { name: 'line', label: 'Line' },
  { name: 'points', label: 'XP' },
  { name: 'sync', label: 'Sync' },
] as const;
type ColumnName = (typeof COLUMNS)[number]['name'];

const Cell = ({ name, children }: { name: ColumnName; children: ReactNode }) => (
  <div role={TABLE_ROLES.cell} className={`h-cell h-cell--${name}`}>
    {children}
  </div>
);

/** The whole row leads to the call; a record that the dialer did not make has its page in Twenty only. */
const CallLink = ({
  call,
  isWide,
  isOpen,
  onActive,
  children,
}: Pick<RowProps, 'isWide' | 'isOpen' | 'onActive'> & { call: HistoryCall; children: string }) => {
  const { callId } = call;
  const looks = {
    className: 'h-link one-line',
    title: children,
    onFocus: () => onActive(call.key),
  };
  if (callId === null) {
    return call.sync.twentyUrl === null ? (
      <span className="one-line">{children}</span>
    ) : (
      <a {...looks} href={call.sync.twentyUrl} target="_blank" rel="noreferrer">
        {children}
        <span className="for-screen-readers"> (in Twenty, new tab)</span>
      </a>
    );
  }
  return isWide ? (
    <Link
      {...looks}
      to="/calls"
      search={(now: HistorySearch) => ({ ...now, call: callId })}
      {...(isOpen ? { 'aria-current': true } : {})}
    >
      {children}
    </Link>
  ) : (
    <Link {...looks} to="/calls/$callId" params={{ callId }}>
      {children}
    </Link>
  );
};

const Time = ({ call: { startedAt }, now }: { call: HistoryCall; now: number }) =>
  startedAt === null ? null : (
    <time className="quiet figures h-row__time" dateTime={startedAt} title={fullTime(startedAt)}>
      {timeWords(startedAt, now)}
    </time>
  );

/** Quietly, and only for one's own: what the ledger holds. */
const OwnPoints = ({ call: { isMine, points } }: { call: HistoryCall }) =>
  isMine && points !== null ? <Points points={points} /> : null;
