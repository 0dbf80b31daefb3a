import { useEffect, useRef } from 'react';
import { isTyping } from '../ui/shortcuts.ts';

/** Escape goes back one step; not while somebody types, and never past a dialog or a menu that is open. */
export const useEscape = (onEscape: () => void, { isOn = true } = {}): void => {
  const latest = useRef(onEscape);
  latest.current = onEscape;
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isElsewhere = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
      if (event.key !== 'Escape' || event.defaultPrevented || isTyping(event.target) || isElsewhere) return;
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
};
