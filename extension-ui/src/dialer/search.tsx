import type { E164, PersonSummary } from '@twenty-dialer/contract';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useState } from 'react';
import { Avatar } from '../ui/avatar.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useInView } from '../ui/use-in-view.ts';
import { formatPhone, formatWhileTyping, looksLikeNumber, toE164 } from './phone-format.ts';
import type { Target } from './target.ts';
import { useDesk } from './use-dialer.ts';
import { usePeople } from './use-people.ts';

export type SearchProps = {
  text: string;
  onText: (text: string) => void;
  onChoose: (target: Target) => void;
  field: RefObject<HTMLInputElement | null>;
  /** Whether somebody is offered before anything is typed. */
  isOffering?: boolean;
  /** Between the field and the results, so that the results do not move it under the finger. */
  children: ReactNode;
};

const NUMBER = 'number';
type Option = { key: string; target: Target; title: string; details: string };

/** One field for both: a name finds people, digits are a number that is formatted as it is typed. */
export const Search = ({ text, onText, onChoose, field, isOffering = true, children }: SearchProps) => {
  const { owner } = useDesk();
  const country = owner.defaultCountry;
  const { search, isCurrent } = usePeople(text);
  const isFresh = text.trim() === '';
  const found = search.data?.people ?? [];
  const people = isFresh ? (isOffering ? firstToCall(found) : []) : found;
  const number = looksLikeNumber(text) ? toE164(text, country) : null;
  const options = [
    ...numberOption(number, people, country),
    ...people.flatMap((one) => personOption(one, country)),
  ];
  // Nothing typed yet: nobody is meant before somebody is pointed at.
  const start = isFresh ? -1 : 0;
  const [active, setActive] = useState<number | null>(null);
  const [enterWaits, setEnterWaits] = useState(false);
  const listId = useId();
  const change = (next: string) => {
    // Another list: start at its top, where Enter does the likeliest thing.
    setActive(null);
    setEnterWaits(false);
    onText(next);
  };
  const at = Math.min(active ?? start, options.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive(Math.min(options.length - 1, Math.max(0, at + step)));
    else if (event.key === 'Enter') enter();
    else if (event.key === 'Escape') change('');
    else return;
    event.preventDefault();
  };
  const choose = (option: Option | undefined) => {
    if (option !== undefined) onChoose(option.target);
  };
  const enter = () => {
    const option = options[at];
    // The list may still answer an earlier letter: a quick Enter must not pick whoever stood there.
    if (isCurrent || option?.key === NUMBER || text.trim().length < 2) choose(option);
    else setEnterWaits(true);
  };
  useEffect(() => {
    if (!enterWaits || !isCurrent) return;
    setEnterWaits(false);
    const [first] = options;
    if (first !== undefined) onChoose(first.target);
  });

  return (
    <div className="search">
      <SearchBox
        field={field}
        label="Search people or type a number"
        text={text}
        listId={listId}
        count={options.length}
        at={at}
        onChange={(event) => change(typed(event.currentTarget, { before: text, country }))}
        onKeyDown={onKeyDown}
      />
      {children}
      <div id={listId} className="search__results" role="listbox" aria-label="Results">
        {options.map((option, index) => (
          <OptionRow
            key={option.key}
            id={`${listId}-${index}`}
            option={option}
            isActive={index === at}
            onPick={() => choose(option)}
          />
        ))}
      </div>
      {isFresh && !isOffering ? null : <Aside text={text} search={search} hasOptions={options.length > 0} />}
    </div>
  );
};

type OptionRowProps = { id: string; option: Option; isActive: boolean; onPick: () => void };
const OptionRow = ({ id, option, isActive, onPick }: OptionRowProps) => (
  <div
    ref={useInView(isActive)}
    id={id}
    className="search__option"
    role="option"
    aria-selected={isActive}
    tabIndex={-1}
    onPointerUp={onPick}
  >
    <Avatar name={option.title} />
    <span className="search__words">
      <span className="one-line">{option.title}</span>
      <span className="one-line quiet figures">{option.details}</span>
    </span>
  </div>
);

const Aside = ({
  text,
  search,
  hasOptions,
}: {
  text: string;
  search: ReturnType<typeof usePeople>['search'];
  hasOptions: boolean;
}) => {
  if (text.trim().length === 1 || (text.trim() === '' && !search.isPending)) return null;
  if (search.isError) return <Trouble error={search.error} onTryAgain={() => void search.refetch()} />;
  if (search.isPending) return <ResultsSkeleton rows={text.trim() === '' ? FIRST_TO_CALL : 3} />;
  if (hasOptions) return null;
  return (
    <p className="quiet search__none">
      {looksLikeNumber(text)
        ? 'Go on typing the number. Numbers from abroad begin with +.'
        : `Nobody in Twenty matches “${text.trim()}”. You can type a number instead.`}
    </p>
  );
};

/** So many fit above the line picker in the usual window. */
const FIRST_TO_CALL = 5;
const firstToCall = (people: readonly PersonSummary[]) =>
  people.filter(({ phones }) => phones.length > 0).slice(0, FIRST_TO_CALL);

const ResultsSkeleton = ({ rows }: { rows: number }) => (
  <div className="search__skeleton" aria-hidden="true">
    {Array.from({ length: rows }, (_, row) => row).map((row) => (
      <div key={row} className="skeleton search__skeleton-row" />
    ))}
  </div>
);

/** Formats only what grows at its end: in the middle, or when deleting, the cursor would jump. */
const typed = (field: HTMLInputElement, { before, country }: { before: string; country: string }): string => {
  const grows = field.value.length > before.length && field.selectionStart === field.value.length;
  return grows && looksLikeNumber(field.value) ? formatWhileTyping(field.value, country) : field.value;
};

const numberOption = (to: E164 | null, people: readonly PersonSummary[], country: string): Option[] => {
  if (to === null) return [];
  const owners = people.filter(({ phones }) => phones.includes(to));
  const details =
    owners.length > 1
      ? 'Several people have this number: choose below who it is'
      : (owners[0]?.name ?? 'Call this number');
  const target = { to, personId: null, person: null };
  return [{ key: NUMBER, target, title: formatPhone(to, country), details }];
};

const personOption = (person: PersonSummary, country: string): Option[] => {
  const [first] = person.phones;
  const role = [person.jobTitle, person.companyName].filter((part) => part !== '').join(' · ');
  const phone = first === undefined ? 'no number in Twenty' : formatPhone(first, country);
  const details = [role, phone].filter((part) => part !== '').join(' · ');
  const target = { to: first ?? null, personId: person.id, person };
  return [{ key: person.id, target, title: person.name, details }];
};
