import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { areSingleKeysOn, isTyping } from './shortcuts.ts';

export type SearchFilterProps = {
  label: string;
  placeholder: string;
  q: string | undefined;
  /** `isSameStep`: letters of one word, which are one step back together. */
  onChange: (change: { q: string | undefined }, options?: { isSameStep?: boolean }) => void;
};

/** A list's own search. It asks once nobody has typed for a moment, so that not every letter is a question. */
export const SearchFilter = ({ label, placeholder, q, onChange }: SearchFilterProps) => {
  const [text, setText] = useState(q ?? '');
  const asked = useRef(q);
  const field = useRef<HTMLInputElement>(null);
  useSlash(field);
  // Back, forward and “Clear all” change it from outside.
  useEffect(() => {
    if (q === asked.current) return;
    asked.current = q;
    setText(q ?? '');
  }, [q]);
  const ask = (typed: string) => {
    const wanted = typed.trim() === '' ? undefined : typed.trim().slice(0, 200);
    if (wanted === asked.current) return;
    const isSameStep = asked.current !== undefined && wanted !== undefined;
    asked.current = wanted;
    onChange({ q: wanted }, { isSameStep });
  };
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    const timer = setTimeout(() => latest.current(text), SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') ask(text);
    else if (event.key === 'Escape' && text !== '') setText('');
    else if (event.key === 'Escape') field.current?.blur();
    else return;
    event.preventDefault();
  };
  return (
    <div className="filters__search">
      <IconSearch size={16} aria-hidden="true" className="filters__icon" />
      <input
        ref={field}
        type="search"
        className="field filters__field"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
};

const SEARCH_PAUSE_MS = 250;

/** Before the keys of the whole page: here `/` means the list, not the people to dial. */
const useSlash = (field: { current: HTMLInputElement | null }) => {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const isPlain = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
      const isElsewhere = document.querySelector('[role="dialog"], [role="alertdialog"]');
      if (!isPlain || !areSingleKeysOn() || isTyping(event.target) || isElsewhere !== null) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [field]);
};
