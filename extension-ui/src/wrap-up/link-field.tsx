import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
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
  const word = label.toLowerCase();
  return (
    <fieldset className="form__field person-field">
      <legend>{label}</legend>
      <div className="person-field__now">
        {now === null ? (
          <span className="quiet">None</span>
        ) : (
          <span className="one-line" title={now}>
            {now}
          </span>
        )}
        <button ref={change} type="button" className="button" onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Keep' : now === null ? 'Choose' : 'Change'}
          <span className="for-screen-readers"> {word}</span>
        </button>
        {now === null ? null : (
          <button
            type="button"
            className="button button--plain button--icon"
            aria-label={`Remove ${word}`}
            onClick={() => onPick(null)}
          >
            <IconX size={16} aria-hidden="true" />
          </button>
        )}
      </div>
      {isOpen ? (
        <Finder
          word={word}
          find={find}
          findKey={findKey}
          onLeave={leave}
          onPick={(item) => {
            onPick(item);
            leave();
          }}
        />
      ) : null}
    </fieldset>
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
