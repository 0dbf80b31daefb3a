import { useVirtualizer } from '@tanstack/react-virtual';
import type { Delivery } from '@twenty-dialer/contract';
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useMay } from '../app/may.ts';
import { TABLE_ROLES } from '../history/history-row.tsx';
import { useListKeys } from '../history/use-list-keys.ts';
import { useMinute } from '../history/use-minute.ts';
import { useShortcuts } from '../ui/shortcuts.ts';
import { DELIVERY_COLUMNS, NarrowDelivery, WideDelivery } from './delivery-row.tsx';
import type { Selection, SelectionMove } from './selection.ts';
import type { SteadyRow } from './steady-rows.ts';
import { useListGestures } from './use-list-gestures.ts';
import { useNear, useSteadyScroll } from './use-steady-list.ts';

export type DeliveryListProps = {
  rows: readonly SteadyRow[];
  isWide: boolean;
  openSlot: string | undefined;
  selection: Selection;
  /** Records that somebody has just had tried again, by when they had changed last. */
  tried: ReadonlyMap<string, string>;
  total: number | null;
  /** What scrolls: the list, with what stands above it. */
  scroller: RefObject<HTMLDivElement | null>;
  /** How high that is. */
  margin: number;
  onSelect: (move: SelectionMove) => void;
  onRedrive: (delivery: Delivery) => void;
  /** Somebody points at the list, or has left it. */
  onHold: (isHeld: boolean) => void;
  onEnd: () => void;
};

/** Thousands of records, of which only those in view are drawn. */
export const DeliveryList = (props: DeliveryListProps) => {
  const { rows, isWide, openSlot, scroller, onSelect, total } = props;
  const onPick = useCallback(
    (slot: string, isReach: boolean) =>
      onSelect(isReach ? { type: 'reach', slot, rows } : { type: 'toggle', slot }),
    [onSelect, rows],
  );
  const now = useMinute();
  const mayAct = useMay('act-on-deliveries');
  const list = useRef<HTMLDivElement>(null);
  const keys = useListKeys(rows, scroller, { firstActive: null, openCall: openSlot });
  const { virtual, top } = useRows(props, keys.withActive);
  const move = (by: 1 | -1) => keys.move(by, virtual);
  const hovered = useListGestures(list, { onHold: props.onHold, onStep: move });
  useSteadyScroll({ rows, virtual, scroller, hovered, openSlot, top });
  useNear(props.onEnd, (virtual.range?.endIndex ?? 0) >= rows.length - ROWS_AHEAD);
  const active = rows.some(({ key }) => key === keys.active) ? keys.active : null;
  useShortcuts({
    down: () => move(1),
    up: () => move(-1),
    ...(active === null || !mayAct ? {} : selectKeys(active, props)),
  });
  const roles = isWide ? TABLE : LIST;
  return (
    <div
      ref={list}
      {...roles.all}
      {...(isWide ? { 'aria-rowcount': total ?? -1 } : {})}
      className={isWide ? 'd-list h-scroll--wide' : 'd-list'}
    >
      {isWide ? <Head {...props} /> : null}
      <div {...roles.body} className="h-space" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start, size }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <ItemRow
              key={key}
              row={row}
              list={props}
              now={now}
              style={{ transform: `translateY(${start - top}px)`, height: size }}
              onActive={keys.setActive}
              onPick={onPick}
            />
          );
        })}
      </div>
    </div>
  );
};

const selectKeys = (slot: string, { rows, onSelect }: Pick<DeliveryListProps, 'rows' | 'onSelect'>) => ({
  selectReach: () => onSelect({ type: 'reach', slot, rows }),
  select: () => onSelect({ type: 'toggle', slot }),
});

/** Heights are known beforehand, so that nothing jumps while rows are drawn. */
const SIZES = { wide: { head: 33, row: 33 }, narrow: { head: 0, row: 82 } };
const ROWS_AHEAD = 25;

type Extractor = ReturnType<typeof useListKeys>['withActive'];
const useRows = ({ rows, isWide, scroller, margin }: DeliveryListProps, rangeExtractor: Extractor) => {
  const sizes = SIZES[isWide ? 'wide' : 'narrow'];
  // Whoever lets the browser write larger needs higher rows.
  const scale = useMemo(
    () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1,
    [],
  );
  const top = margin + sizes.head * scale;
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => sizes.row * scale,
    getItemKey: (index) => rows[index]?.key ?? index,
    scrollMargin: top,
    scrollPaddingStart: sizes.head * scale,
    overscan: 12,
    useFlushSync: false,
    rangeExtractor,
  });
  // Sizes are kept by key: the other layout is measured anew.
  const layout = useMemo(() => ({ isWide, top }), [isWide, top]);
  useLayoutEffect(() => {
    if (layout.top >= 0) virtual.measure();
  }, [virtual, layout]);
  return { virtual, top };
};

type ItemRowProps = {
  row: SteadyRow;
  list: DeliveryListProps;
  now: number;
  style: { transform: string; height: number };
  onActive: (slot: string) => void;
  onPick: (slot: string, isReach: boolean) => void;
};
const ItemRow = ({ row: { key, delivery, hasLeft }, list, now, style, onActive, onPick }: ItemRowProps) => {
  const { isWide, openSlot, selection, tried, onRedrive } = list;
  const isOpen = key === openSlot;
  const isSelected = selection.isAll || selection.slots.has(key);
  const Row = isWide ? WideDelivery : NarrowDelivery;
  const looks = ['h-row', isOpen || isSelected ? 'h-row--open' : '', hasLeft ? 'd-row--left' : ''];
  return (
    <div
      role={isWide ? TABLE_ROLES.row : 'listitem'}
      className={looks.filter((look) => look !== '').join(' ')}
      style={style}
      data-key={key}
    >
      <Row
        delivery={delivery}
        hasLeft={hasLeft}
        now={now}
        isOpen={isOpen}
        isSelected={isSelected}
        isTried={tried.get(key) === delivery.changedAt}
        onActive={onActive}
        onSelect={onPick}
        onRedrive={onRedrive}
      />
    </div>
  );
};

const TABLE = {
  all: { role: TABLE_ROLES.all, 'aria-label': 'Deliveries' },
  body: { role: TABLE_ROLES.body },
};
const LIST = { all: {}, body: { role: 'list', 'aria-label': 'Deliveries' } };

const Head = ({ rows, selection, onSelect }: DeliveryListProps) => {
  const isAll = rows.length > 0 && rows.every(({ key }) => selection.isAll || selection.slots.has(key));
  return (
    <div role={TABLE_ROLES.body} className="h-head">
      <div role={TABLE_ROLES.row} className="h-head__row">
        {DELIVERY_COLUMNS.map(({ name, label }) => (
          <div key={name} role={TABLE_ROLES.head} className={`h-cell d-cell--${name}`}>
            {name === 'select' ? (
              <span className="d-select">
                <input
                  type="checkbox"
                  aria-label="Select all in the list"
                  checked={isAll}
                  onChange={() => onSelect(isAll ? { type: 'clear' } : { type: 'all-shown', rows })}
                />
              </span>
            ) : (
              label
            )}
          </div>
        ))}
      </div>
    </div>
  );
};
