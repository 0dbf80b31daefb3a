import type { Virtualizer } from '@tanstack/react-virtual';
import type { Delivery } from '@twenty-dialer/contract';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { type SteadyRow, steadyRows } from './steady-rows.ts';

/** The rows in an order that does not change under somebody's hand. Rows of another question are never mixed in. */
export const useSteadyRows = (
  fresh: readonly Delivery[],
  { isHeld, question }: { isHeld: boolean; question: object | null },
): SteadyRow[] => {
  const kept = useRef<{ question: object | null; rows: readonly SteadyRow[] }>({ question, rows: [] });
  const rows = useMemo(() => {
    const shown = question !== null && kept.current.question === question ? kept.current.rows : [];
    return steadyRows(shown, fresh, isHeld);
  }, [fresh, isHeld, question]);
  useEffect(() => {
    kept.current = { question, rows };
  }, [question, rows]);
  return rows;
};

export type SteadyScroll = {
  rows: readonly SteadyRow[];
  virtual: Virtualizer<HTMLDivElement, Element>;
  scroller: RefObject<HTMLElement | null>;
  /** The row under the pointer. */
  hovered: RefObject<string | null>;
  /** The row whose page is open: it was pressed, and the pointer is told to have left it before anything is drawn. */
  openSlot: string | undefined;
  /** Where the rows begin: what stands above them takes more or less height when the window, or the panel beside them, changes. */
  top: number;
};

/** Rows that come in above scroll the list by as much: what somebody points at, or reads, stays where it is. */
export const useSteadyScroll = ({ rows, virtual, scroller, hovered, openSlot, top }: SteadyScroll): void => {
  const topBefore = useRef(top);
  useLayoutEffect(() => {
    const isScrolled = (scroller.current?.scrollTop ?? 0) > 0;
    const isAnybodyThere = isScrolled || hovered.current !== null || openSlot !== undefined;
    // The first height is no change: nobody has seen anything yet.
    if (topBefore.current > 0 && isAnybodyThere && scroller.current !== null) {
      scroller.current.scrollTop += top - topBefore.current;
    }
    topBefore.current = top;
  }, [top, scroller, hovered, openSlot]);
  const before = useRef(rows);
  useLayoutEffect(() => {
    const element = scroller.current;
    const anchor = element === null ? null : (hovered.current ?? focusedKey(element) ?? firstInView(virtual));
    const was = before.current.findIndex(({ key }) => key === anchor);
    before.current = rows;
    if (element === null || anchor === null || was === -1) return;
    const is = rows.findIndex(({ key }) => key === anchor);
    if (is === -1 || is === was) return;
    const size = virtual.measurementsCache[is]?.size ?? 0;
    element.scrollTop += (is - was) * size;
  }, [rows, virtual, scroller, hovered]);
};

const focusedKey = (scroller: HTMLElement): string | null => {
  const focused = document.activeElement;
  if (focused === null || !scroller.contains(focused)) return null;
  return focused.closest<HTMLElement>('[data-key]')?.dataset.key ?? null;
};

/** Only once the list is scrolled into: above it stands what is not to move either. */
const firstInView = (virtual: Virtualizer<HTMLDivElement, Element>): string | null => {
  const offset = virtual.scrollOffset ?? 0;
  if (offset <= virtual.options.scrollMargin) return null;
  const item = virtual.getVirtualItemForOffset(offset);
  return item === undefined ? null : String(item.key);
};

/** Asked again after each drawing, because a page may bring nothing that stays; it is for the caller to know what runs. */
export const useNear = (onEnd: () => void, isNear: boolean): void => {
  useEffect(() => {
    if (isNear) onEnd();
  });
};
