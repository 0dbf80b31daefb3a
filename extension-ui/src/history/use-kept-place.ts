import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { ListItem } from './list-items.ts';

/** Where a list stood: how far it was scrolled, and the row that had the focus. */
export type Place = { offset: number; active: string | null };

export type KeptPlace = {
  items: readonly ListItem[];
  virtual: Virtualizer<HTMLDivElement, Element>;
  scroller: RefObject<HTMLElement | null>;
  active: string | null;
  onPlace: (place: Place) => void;
};

/** Rows that come in above do not move what somebody is reading; and the place is told when the list is left. */
export const useKeptPlace = ({ items, virtual, scroller, active, onPlace }: KeptPlace) => {
  const anchor = useRef<{ key: string; start: number } | null>(null);
  useLayoutEffect(() => {
    const offset = scroller.current?.scrollTop ?? 0;
    const held = anchor.current;
    if (held !== null && offset > 0 && scroller.current !== null) {
      const index = items.findIndex(({ key }) => key === held.key);
      const start = virtual.measurementsCache[index]?.start;
      if (start !== undefined && start !== held.start)
        scroller.current.scrollTop = offset + start - held.start;
    }
  }, [items, virtual, scroller]);

  const latest = useRef<Place>({ offset: 0, active });
  useLayoutEffect(() => {
    const offset = virtual.scrollOffset ?? 0;
    latest.current = { offset, active };
    const top = virtual.getVirtualItemForOffset(offset);
    anchor.current = top === undefined ? null : { key: String(top.key), start: top.start };
  });
  const tell = useRef(onPlace);
  tell.current = onPlace;
  useEffect(() => () => tell.current(latest.current), []);
};
