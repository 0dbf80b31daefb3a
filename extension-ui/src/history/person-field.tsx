import type { PersonSummary } from '@twenty-dialer/contract';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { usePeople } from '../dialer/use-people.ts';
import { Avatar } from '../ui/avatar.tsx';
import { LinkedField } from '../ui/linked-field.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useInView } from '../ui/use-in-view.ts';

export type LinkedPerson = { id: string; name: string; companyId?: string | null };
export type PersonFieldProps = {
  person: LinkedPerson | null;
  onPerson: (person: LinkedPerson | null) => void;
};

/** Who a call belongs to: searched as on the dial page, or nobody. */
export const PersonField = ({ person, onPerson }: PersonFieldProps) => {
  const [isSearching, setSearching] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const isBack = useRef(false);
  // Fingers that searched stay with the field.
  useEffect(() => {
    if (!isSearching && isBack.current) change.current?.focus();
    isBack.current = isSearching;
  }, [isSearching]);
  return (
    <LinkedField
      label="Person"
      none="Nobody"
      linked={
        person === null ? null : (
          <>
            <Avatar name={person.name} />
            <span className="one-line" title={person.name}>
              {person.name}
            </span>
          </>
        )
      }
      isSearching={isSearching}
      change={change}
      onToggle={() => setSearching(!isSearching)}
      onRemove={() => onPerson(null)}
    >
      {isSearching ? (
        <PersonSearch
          onPick={({ id, name, companyId }) => {
            onPerson({ id, name, companyId });
            setSearching(false);
          }}
          onLeave={() => setSearching(false)}
        />
      ) : null}
    </LinkedField>
  );
};

/** People are searched, and one is picked. */
export const PersonSearch = ({
  onPick,
  onLeave,
}: {
  onPick: (person: PersonSummary) => void;
  onLeave: () => void;
}) => {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const { search, isCurrent } = usePeople(text);
  const people = search.data?.people ?? [];
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const at = Math.min(active, people.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const picked = people[at];
    if (step !== undefined) setActive(Math.min(people.length - 1, Math.max(0, at + step)));
    else if (event.key === 'Escape') onLeave();
    // Those shown may still answer an earlier letter: then Enter picks nobody.
    else if (event.key !== 'Enter') return;
    else if (isCurrent && picked !== undefined) onPick(picked);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="search">
      <SearchBox
        field={field}
        label="Search people"
        text={text}
        listId={listId}
        count={people.length}
        at={at}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} className="search__results" role="listbox" aria-label="People">
        {people.map((person, index) => (
          <PersonOption
            key={person.id}
            id={`${listId}-${index}`}
            person={person}
            isActive={index === at}
            onPick={() => onPick(person)}
          />
        ))}
      </div>
      {search.isError ? <Trouble error={search.error} onTryAgain={() => void search.refetch()} /> : null}
      {isCurrent && people.length === 0 && text.trim().length > 1 ? (
        <p className="quiet search__none">Nobody in Twenty matches “{text.trim()}”.</p>
      ) : null}
    </div>
  );
};

type PersonOptionProps = { id: string; person: PersonSummary; isActive: boolean; onPick: () => void };
const PersonOption = ({ id, person, isActive, onPick }: PersonOptionProps) => (
  <div
    ref={useInView(isActive)}
    id={id}
    role="option"
    tabIndex={-1}
    aria-selected={isActive}
    className="search__option"
    onPointerUp={onPick}
  >
    <Avatar name={person.name} />
    <span className="search__words">
      <span className="one-line">{person.name}</span>
      <span className="one-line quiet">
        {[person.jobTitle, person.companyName].filter((part) => part !== '').join(' · ')}
      </span>
    </span>
  </div>
);
