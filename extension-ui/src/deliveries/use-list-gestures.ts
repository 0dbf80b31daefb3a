import { type RefObject, useEffect, useRef } from 'react';

export type ListGestures = {
  /** Somebody points at the list or walks through it, or has left it. */
  onHold: (isHeld: boolean) => void;
  onStep: (by: 1 | -1) => void;
};

/** What a list hears of pointer and keyboard; tells which row is under the pointer. */
export const useListGestures = (list: RefObject<HTMLElement | null>, gestures: ListGestures) => {
  const hovered = useRef<string | null>(null);
  const latest = useRef(gestures);
  latest.current = gestures;
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const left = new AbortController();
    const hear = <Name extends keyof HTMLElementEventMap>(
      name: Name,
      on: (event: HTMLElementEventMap[Name]) => void,
    ) => element.addEventListener(name, on, { signal: left.signal });
    let isFocused = false;
    const tell = () => latest.current.onHold(isFocused || hovered.current !== null);
    hear('pointerover', ({ target, pointerType }) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
      // A finger points at nothing once it is lifted.
      hovered.current = pointerType === 'touch' ? null : (row?.dataset.key ?? null);
      tell();
    });
    hear('pointerleave', () => {
      hovered.current = null;
      tell();
    });
    hear('focusin', () => {
      isFocused = true;
      tell();
    });
    hear('focusout', ({ relatedTarget }) => {
      isFocused = relatedTarget instanceof Node && element.contains(relatedTarget);
      tell();
    });
    hear('keydown', (event) => {
      const step = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key as 'ArrowDown' | 'ArrowUp'];
      if (step === undefined || event.defaultPrevented) return;
      event.preventDefault();
      latest.current.onStep(step);
    });
    return () => left.abort();
  }, [list]);
  return hovered;
};
