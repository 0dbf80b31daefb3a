import type { Outcome } from '@twenty-dialer/contract';
import { useEffect, useRef } from 'react';
import { areSingleKeysOn, isTyping } from '../ui/shortcuts.ts';

type OutcomeKeys = {
  outcomes: readonly Outcome[];
  onChoose: (key: string) => void;
  onLeaveNote: () => void;
};

/** The printed key chooses unless somebody types; with Alt it does in the note too; Escape leaves the note for the list. */
export const useOutcomeKeys = ({ outcomes, onChoose, onLeaveNote }: OutcomeKeys) => {
  const latest = useRef({ onChoose, onLeaveNote });
  latest.current = { onChoose, onLeaveNote };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isUnderDialog = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.isComposing || isUnderDialog)
        return;
      const isInText = isTyping(event.target);
      if (event.key === 'Escape' && isInText) {
        event.preventDefault();
        latest.current.onLeaveNote();
        return;
      }
      if (!event.altKey && (isInText || !areSingleKeysOn())) return;
      const outcome = outcomes.find(({ keyPress }) => isPressed(event, keyPress));
      if (outcome === undefined) return;
      event.preventDefault();
      latest.current.onChoose(outcome.key);
    };
    // Before the shortcuts of the whole page: here `d` means an outcome, not the dial pad.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [outcomes]);
};

// With Alt a Mac makes other letters of the keys, so the place of the key counts too.
const isPressed = (event: KeyboardEvent, keyPress: string): boolean =>
  event.key.toLowerCase() === keyPress ||
  (event.altKey && (event.code === `Digit${keyPress}` || event.code === `Key${keyPress.toUpperCase()}`));
