import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 1100px)';
const query = typeof window.matchMedia === 'function' ? window.matchMedia(WIDE) : null;

/** Whether there is room for a second column. */
export const useIsWide = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      query?.addEventListener('change', listener);
      return () => query?.removeEventListener('change', listener);
    },
    () => query?.matches ?? false,
  );
