import { IconSearch } from '@tabler/icons-react';
import type { ChangeEvent, KeyboardEvent, RefObject } from 'react';

export type SearchBoxProps = {
  field: RefObject<HTMLInputElement | null>;
  label: string;
  text: string;
  /** The list of what was found; its options have this id with their place after it. */
  listId: string;
  count: number;
  /** The place of the option that Enter takes; -1 where there is none. */
  at: number;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** A field whose answers are listed below it. The focus stays in it while arrows walk through them. */
export const SearchBox = ({ field, label, text, listId, count, at, onChange, onKeyDown }: SearchBoxProps) => (
  <div className="search__box">
    <IconSearch size={16} aria-hidden="true" className="search__icon" />
    <input
      ref={field}
      className="field search__field"
      type="text"
      role="combobox"
      aria-label={label}
      aria-expanded={count > 0}
      aria-controls={listId}
      aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
      aria-autocomplete="list"
      autoComplete="off"
      spellCheck={false}
      placeholder="Name, company or number"
      value={text}
      onChange={onChange}
      onKeyDown={onKeyDown}
    />
  </div>
);
