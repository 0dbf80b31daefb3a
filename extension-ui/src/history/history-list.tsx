import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useShortcuts } from '../ui/shortcuts.ts';
import { COLUMNS, NarrowRow, TABLE_ROLES, WideRow } from './history-row.tsx';
import type { HistoryRow } from './history-rows.ts';
import { itemsOf, type ListItem } from './list-items.ts';
import { type Place, useKeptPlace } from './use-kept-place.ts';
import { useListKeys } from './use-list-keys.ts';

export type HistoryListProps = {
  rows: readonly HistoryRow[];
  now: number;
  timeZone: string;
  isWide: boolean;
  /** Calls of several reps are listed: each row names its own. */
  hasReps: boolean;
  /** The call whose page is open beside the list. */
  openCall: string | undefined;
  /** Where the list stood when it was left. */
  place: Place | undefined;
  onPlace: (place: Place) => void;
  /** How many calls there are in all, as far as it is known. */
  total: number | null;
  /** The end of what was read comes into view. */
  onEnd: () => void;
  /** What stands below the last row: that more is on its way, or why it is not. */
  foot: ReactNode;
};

/** Thousands of calls, of which only those in view are drawn. */
export const HistoryList = (props: HistoryListProps) => {
  const { rows, now, timeZone, isWide, place, onPlace, total, foot } = props;
  const items = useMemo(() => itemsOf(rows, { now, timeZone }), [rows, now, timeZone]);
  const scroller = useRef<HTMLDivElement>(null);
  const keys = useListKeys(items, scroller, {
    firstActive: place?.active ?? null,
    openCall: props.openCall,
  });
  const { virtual, head } = useRows({ items, scroller, isWide, place, rangeExtractor: keys.withActive });
  useShortcuts({ down: () => keys.move(1, virtual), up: () => keys.move(-1, virtual) });
  useKeptPlace({ items, virtual, scroller, active: keys.active, onPlace });
  useEnd(props, (virtual.range?.endIndex ?? 0) >= items.length - ROWS_AHEAD);

  const roles = isWide ? TABLE : LIST;
  return (
    <div ref={scroller} className={isWide ? 'h-scroll h-scroll--wide' : 'h-scroll'}>
      <div {...roles.all} {...(isWide ? { 'aria-rowcount': total ?? -1 } : {})}>
        {isWide ? <Head hasReps={props.hasReps} /> : null}
        <div {...roles.body} className="h-space" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start, size }) => {
            const item = items[index];
            return item === undefined ? null : (
              <ItemRow
                key={key}
                item={item}
                list={props}
                style={{ transform: `translateY(${start - head}px)`, height: size }}
                onActive={keys.setActive}
              />
            );
          })}
        </div>
      </div>
      {foot}
    </div>
  );
};

/** Heights are known beforehand, so that nothing jumps while rows are drawn. */
const SIZES: Record<'wide' | 'narrow', Record<ListItem['type'] | 'head', number>> = {
  wide: { head: 33, day: 33, call: 33 },
  narrow: { head: 0, day: 32, call: 82 },
};
const ROWS_AHEAD = 25;

type Rows = {
  items: readonly ListItem[];
  scroller: { current: HTMLDivElement | null };
  isWide: boolean;
  place: Place | undefined;
  rangeExtractor: (range: {
    startIndex: number;
    endIndex: number;
    overscan: number;
    count: number;
  }) => number[];
};
const useRows = ({ items, scroller, isWide, place, rangeExtractor }: Rows) => {
  const sizes = SIZES[isWide ? 'wide' : 'narrow'];
  // Whoever lets the browser write larger needs higher rows.
  const scale = useMemo(
    () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1,
    [],
  );
  const head = sizes.head * scale;
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => sizes[items[index]?.type ?? 'call'] * scale,
    getItemKey: (index) => items[index]?.key ?? index,
    initialOffset: place?.offset ?? 0,
    scrollMargin: head,
    scrollPaddingStart: head,
    overscan: 12,
    useFlushSync: false,
    rangeExtractor,
  });
  // Sizes are kept by key: other items, or the other layout, are measured anew.
  const layout = useMemo(() => ({ items, isWide }), [items, isWide]);
  useLayoutEffect(() => {
    if (layout.items.length > 0) virtual.measure();
  }, [virtual, layout]);
  return { virtual, head };
};

/** Asked again after each drawing, because a page may bring nothing that stays; it is for the caller to know what runs. */
const useEnd = ({ onEnd }: Pick<HistoryListProps, 'onEnd'>, isNear: boolean) => {
  useEffect(() => {
    if (isNear) onEnd();
  });
};

type ItemRowProps = {
  item: ListItem;
  list: HistoryListProps;
  style: { transform: string; height: number };
  onActive: (key: string) => void;
};
const ItemRow = ({ item, list: { isWide, now, hasReps, openCall }, style, onActive }: ItemRowProps) => {
  const roles = isWide ? TABLE : LIST;
  if (item.type === 'day') {
    return (
      <div role={roles.row} className="h-day" style={style}>
        <div role={roles.cell}>
          <h2>{item.words}</h2>
        </div>
      </div>
    );
  }
  const isOpen = item.key === openCall;
  const Row = isWide ? WideRow : NarrowRow;
  return (
    <div
      role={roles.row}
      className={isOpen ? 'h-row h-row--open' : 'h-row'}
      style={style}
      data-key={item.key}
    >
      <Row row={item.row} now={now} isWide={isWide} isOpen={isOpen} hasReps={hasReps} onActive={onActive} />
    </div>
  );
};

const TABLE = {
  all: { role: TABLE_ROLES.all, 'aria-label': 'Calls' },
  body: { role: TABLE_ROLES.body },
  row: TABLE_ROLES.row,
  cell: TABLE_ROLES.cell,
};
const LIST = { all: {}, body: { role: 'list', 'aria-label': 'Calls' }, row: 'listitem', cell: undefined };

const Head = ({ hasReps }: { hasReps: boolean }) => (
  <div role={TABLE_ROLES.body} className="h-head">
    <div role={TABLE_ROLES.row} className="h-head__row">
      {COLUMNS.filter(({ name }) => hasReps || name !== 'rep').map(({ name, label }) => (
        <div key={name} role={TABLE_ROLES.head} className={`h-cell h-cell--${name}`}>
          {label}
        </div>
      ))}
    </div>
  </div>
);
