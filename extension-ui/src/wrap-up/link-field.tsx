import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { LinkedField } from '../ui/linked-field.tsx';
import { Trouble } from '../ui/trouble.tsx';

type Item = { id: string; name: string; more?: string };
export type LinkFieldProps = {
  label: string;
  /** The name of what is chosen; null: nothing. */
  now: string | null;
  find: (search: string) => Promise<readonly Item[]>;
  findKey: readonly (string | null)[];
  onPick: (item: Item | null) => void;
};

/** One record of Twenty's that a call is linked to: looked for by name, or none. */
export const LinkField = ({ label, now, find, findKey, onPick }: LinkFieldProps) => {
  const [isOpen, setOpen] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setOpen(false);
    change.current?.focus();
  };
  return (
    <LinkedField
      label={label}
      none="None"
      linked={
        now === null ? null : (
          <span className="one-line" title={now}>
            {now}
          </span>
        )
      }
      isSearching={isOpen}
      change={change}
      onToggle={() => setOpen(!isOpen)}
      onRemove={() => onPick(null)}
    >
      {isOpen ? (
        <Finder
          word={label.toLowerCase()}
          find={find}
          findKey={findKey}
          onLeave={leave}
          onPick={(item) => {
            onPick(item);
            leave();
          }}
        />
      ) : null}
    </LinkedField>
  );
};

type FinderProps = Pick<LinkFieldProps, 'find' | 'findKey'> & {
  word: string;
  onPick: (item: Item) => void;
  onLeave: () => void;
};
const Finder = ({ word, find, findKey, onPick, onLeave }: FinderProps) => {
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  // Not every letter asks Twenty.
  useEffect(() => {
    const timer = setTimeout(() => setWanted(text.trim()), 150);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useQuery({ queryKey: [...findKey, wanted], queryFn: () => find(wanted) });
  const items = found.data ?? [];
  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = items;
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      if (first !== undefined && wanted === text.trim() && !found.isFetching) onPick(first);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <input
        ref={field}
        className="field"
        type="search"
        aria-label={`Search ${word}`}
        placeholder="Name"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className="link-field__list">
        {items.map((item) => (
          <button key={item.id} type="button" className="button button--plain" onClick={() => onPick(item)}>
            <span className="one-line">
              {[item.name, item.more ?? ''].filter((part) => part !== '').join(' · ')}
            </span>
          </button>
        ))}
      </div>
      {found.isError ? <Trouble error={found.error} onTryAgain={() => void found.refetch()} /> : null}
      {found.isSuccess && items.length === 0 ? <p className="quiet">Twenty has no such {word}.</p> : null}
    </>
  );
};
