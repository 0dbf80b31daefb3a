import { IconX } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';

export type LinkedFieldProps = {
  label: string;
  /** What is linked, as it is shown; null: nothing. */
  linked: ReactNode | null;
  /** Said where nothing is linked. */
  none: string;
  isSearching: boolean;
  /** The button that the focus goes back to. */
  change: RefObject<HTMLButtonElement | null>;
  onToggle: () => void;
  onRemove: () => void;
  /** What one searches with, while it is open. */
  children: ReactNode;
};

/** A record of Twenty's that something is linked to, with what changes and removes it. */
export const LinkedField = (props: LinkedFieldProps) => {
  const { label, linked, none, isSearching, change, onToggle, onRemove, children } = props;
  const word = label.toLowerCase();
  return (
    <fieldset className="form__field person-field">
      <legend>{label}</legend>
      <div className="person-field__now">
        {linked ?? <span className="quiet">{none}</span>}
        <button ref={change} type="button" className="button" onClick={onToggle}>
          {isSearching ? 'Keep' : linked === null ? 'Choose' : 'Change'}
          <span className="for-screen-readers"> {word}</span>
        </button>
        {linked === null ? null : (
          <button
            type="button"
            className="button button--plain button--icon"
            aria-label={`Remove ${word}`}
            onClick={onRemove}
          >
            <IconX size={16} aria-hidden="true" />
          </button>
        )}
      </div>
      {children}
    </fieldset>
  );
};
