import { useEffect, useRef } from 'react';
import './keypad.css';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
const LETTERS: Partial<Record<(typeof KEYS)[number], string>> = {
  '2': 'ABC',
  '3': 'DEF',
  '4': 'GHI',
  '5': 'JKL',
  '6': 'MNO',
  '7': 'PQRS',
  '8': 'TUV',
  '9': 'WXYZ',
  '0': '+',
};

export type KeypadProps = {
  label: string;
  onDigit: (digit: string) => void;
  /** With it the pad takes the focus, listens to the keyboard, and Escape closes it. */
  onClose?: () => void;
};

/** Twelve keys of a telephone, for typing a number or for tones during a call. */
export const Keypad = ({ label, onDigit, onClose }: KeypadProps) => {
  const pad = useRef<HTMLFieldSetElement>(null);
  const isForTones = onClose !== undefined;
  useEffect(() => {
    if (isForTones) pad.current?.querySelector('button')?.focus();
  }, [isForTones]);

  return (
    <fieldset
      ref={pad}
      className="keypad"
      aria-label={label}
      onKeyDown={(event) => {
        if (!isForTones || event.ctrlKey || event.altKey || event.metaKey) return;
        if (event.key === 'Escape') onClose();
        else if ((KEYS as readonly string[]).includes(event.key)) onDigit(event.key);
        else return;
        event.preventDefault();
      }}
    >
      {KEYS.map((key) => (
        <button key={key} type="button" className="keypad__key" onClick={() => onDigit(key)}>
          <span>{key}</span>
          <span className="keypad__letters" aria-hidden="true">
            {LETTERS[key]}
          </span>
        </button>
      ))}
    </fieldset>
  );
};
