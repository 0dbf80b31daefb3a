import { useEffect, useRef } from 'react';

/** For what arrow keys point at without giving it the focus: it comes into view when it is pointed at. */
export const useInView = (isPointedAt: boolean) => {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Not every place that draws pages can scroll.
    if (isPointedAt) element.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isPointedAt]);
  return element;
};
