import { defaultRangeExtractor, type Range, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';

type List = Virtualizer<HTMLDivElement, Element>;

/**
 * Walking through a list of which only a part is drawn: the row with the focus is always drawn, or the focus would be
 * lost when it is scrolled out of view.
 */
export const useListKeys = (
  items: readonly { key: string; type: string }[],
  scroller: RefObject<HTMLElement | null>,
  { firstActive, openCall }: { firstActive: string | null; openCall: string | undefined },
) => {
  const [active, setActive] = useState<string | null>(firstActive);
  const toFocus = useRef<string | null>(firstActive);
  const activeIndex = useMemo(() => items.findIndex(({ key }) => key === active), [items, active]);

  const withActive = useCallback(
    (range: Range): number[] => {
      const drawn = defaultRangeExtractor(range);
      if (activeIndex === -1 || drawn.includes(activeIndex)) return drawn;
      return [...drawn, activeIndex].sort((a, b) => a - b);
    },
    [activeIndex],
  );

  const wasOpen = useRef(openCall);
  // The row may be drawn only after the list has moved there.
  useLayoutEffect(() => {
    // The focus went with the panel that was closed: it comes back to the call that was open there.
    const closed = openCall === undefined ? wasOpen.current : undefined;
    wasOpen.current = openCall;
    if (closed !== undefined && document.activeElement === document.body) {
      toFocus.current = closed;
      setActive(closed);
    }
    if (toFocus.current === null) return;
    const rows = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
    const link = rows.find(({ dataset }) => dataset.key === toFocus.current)?.querySelector('a');
    if (link === undefined || link === null) return;
    toFocus.current = null;
    link.focus({ preventScroll: true });
  });

  const move = (by: 1 | -1, list: List) => {
    const from = activeIndex === -1 ? (list.range?.startIndex ?? 0) - by : activeIndex;
    let next = from + by;
    while (items[next]?.type === 'day') next += by;
    const item = items[next];
    if (item === undefined) return;
    toFocus.current = item.key;
    setActive(item.key);
    list.scrollToIndex(next, { align: 'auto' });
  };
  return { active, setActive, move, withActive };
};
