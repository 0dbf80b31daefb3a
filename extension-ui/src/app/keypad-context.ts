import { createContext, useContext } from 'react';

/** Whether the tone keypad is open: its button is in the bar, its keys are on the page. */
export const KeypadContext = createContext<{ isOpen: boolean; close: () => void }>({
  isOpen: false,
  close: () => undefined,
});
export const useKeypad = () => useContext(KeypadContext);
