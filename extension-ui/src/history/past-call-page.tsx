import { IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useServices } from '../app/services.ts';
import { useOfferedOutcomes } from '../dialer/offered-outcomes.ts';
import { toE164 } from '../dialer/phone-format.ts';
import { Search } from '../dialer/search.tsx';
import type { Target } from '../dialer/target.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Keys } from '../ui/hint.tsx';
import { SHORTCUTS, useShortcuts } from '../ui/shortcuts.ts';
import { NoteField } from '../wrap-up/note-field.tsx';
import { focusOutcomes, OutcomeList } from '../wrap-up/outcome-list.tsx';
import { useOutcomeKeys } from '../wrap-up/use-outcome-keys.ts';
import { BackToCalls } from './back-to-calls.tsx';
import { useNumberWords } from './call-words.tsx';
import { freshWords, withLength } from './fresh-past-call.ts';
import {
  PAST_CALL_FIELDS,
  type PastCallField,
  type PastCallTroubles,
  PastCallWords,
  pastCallReport,
} from './past-call.ts';
import { useKeepReport } from './use-keep-report.ts';
import { useKept } from './use-kept.ts';
import './call-page.css';

/** A call that was made elsewhere, written down. Everything typed stays until it is saved or cleared. */
const PastCallPage = () => {
  const { timers } = useServices();
  const [kept, keep] = useKept('past-call', PastCallWords);
  const [openedAt] = useState(timers.now);
  const [fresh] = useState(() => freshWords(openedAt));
  const words = kept ?? fresh;
  const change = (next: Partial<PastCallWords>) => keep({ ...words, ...next });
  const list = useRef<HTMLFieldSetElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const { save, troubles } = useSave(words, { form, onSaved: () => keep(null) });
  const choose = (outcome: string) => change({ outcome });
  useShortcuts({ save: () => void save() });
  const outcomes = useOfferedOutcomes();
  useOutcomeKeys({
    outcomes,
    onChoose: choose,
    onLeaveNote: () => focusOutcomes(list.current),
  });
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  return (
    <form
      ref={form}
      className="past-call"
      aria-labelledby="past-call-title"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <BackToCalls />
      <h1 id="past-call-title" ref={heading} tabIndex={-1}>
        Enter a past call
      </h1>
      <p className="quiet">For a call that you made elsewhere. It is marked as entered afterwards.</p>
      <FormField name="who" label="Person or number" trouble={troubles.who}>
        <Who words={words} onChange={change} />
      </FormField>
      <FormField name="direction" label="Direction">
        <div className="past-call__choice">
          {(['outbound', 'inbound'] as const).map((direction) => (
            <label key={direction}>
              <input
                type="radio"
                name="direction"
                checked={words.direction === direction}
                onChange={() => change({ direction })}
              />
              {direction === 'outbound' ? 'Outgoing' : 'Incoming'}
            </label>
          ))}
        </div>
      </FormField>
      <div className="past-call__times">
        <FormField name="when" label="When it began" trouble={troubles.when}>
          <Entry label="Date" type="date" value={words.date} onValue={(date) => change({ date })} />
          <Entry label="Time" type="time" value={words.time} onValue={(time) => change({ time })} />
        </FormField>
        <FormField name="length" label="How long" trouble={troubles.length}>
          <Entry
            label="Minutes"
            isFigure
            value={words.minutes}
            onValue={(minutes) => change(withLength(words, { minutes }, openedAt))}
          />
          <Entry
            label="Seconds"
            isFigure
            value={words.seconds}
            onValue={(seconds) => change(withLength(words, { seconds }, openedAt))}
          />
        </FormField>
      </div>
      <FormField name="outcome" label="Outcome" trouble={troubles.outcome}>
        <p id="outcome-help" className="for-screen-readers">
          Press its key.
        </p>
        <OutcomeList
          ref={list}
          outcomes={outcomes}
          chosen={words.outcome}
          describedBy="outcome-help"
          onChoose={choose}
          onSave={() => void save()}
        />
      </FormField>
      <FormField name="note" label={null} trouble={troubles.note}>
        <NoteField ref={note} note={words.note} onWrite={(text) => change({ note: text })} />
      </FormField>
      <div className="call-page__actions">
        <button type="button" className="button" disabled={kept === null} onClick={() => keep(null)}>
          Clear
        </button>
        <button type="submit" className="button button--main">
          Save call
          <Keys keys={SHORTCUTS.save.keys} />
        </button>
      </div>
    </form>
  );
};
export default PastCallPage;

type Save = { form: { current: HTMLFormElement | null }; onSaved: () => void };
/** Saves, or says at each field what is not right and goes to the first of them. */
const useSave = (words: PastCallWords, { form, onSaved }: Save) => {
  const { owner } = useDesk();
  const { timers } = useServices();
  const navigate = useNavigate();
  const keepReport = useKeepReport();
  const [isAsked, setAsked] = useState(false);
  const [disk, setDisk] = useState<PastCallTroubles>({});
  const check = () =>
    pastCallReport(words, {
      member: owner.member.id,
      now: timers.now(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      toE164: (text) => toE164(text, owner.defaultCountry),
    });
  const save = async () => {
    const checked = check();
    if (!('report' in checked)) {
      setAsked(true);
      const first = PAST_CALL_FIELDS.find((field) => checked.troubles[field] !== undefined);
      form.current
        ?.querySelector<HTMLElement>(`[data-field="${first}"] :is(input, textarea, button)`)
        ?.focus();
      return;
    }
    if (!(await keepReport(checked.report))) {
      setDisk({
        note: 'This computer could not keep the call. It stays in this form; free some space and try again.',
      });
      return;
    }
    onSaved();
    void navigate({ to: '/calls/$callId', params: { callId: checked.report.callId }, replace: true });
  };
  const now = isAsked ? check() : null;
  const troubles: PastCallTroubles = { ...disk, ...(now !== null && 'troubles' in now ? now.troubles : {}) };
  return { save, troubles };
};

type FormFieldProps = {
  name: PastCallField | 'direction';
  /** Null where the field inside has its own. */
  label: string | null;
  trouble?: string | undefined;
  children: ReactNode;
};
const FormField = ({ name, label, trouble, children }: FormFieldProps) => (
  <fieldset className="form__field" data-field={name} aria-describedby={`${name}-trouble`}>
    {label === null ? null : <legend>{label}</legend>}
    <div className="form__inputs">{children}</div>
    <p id={`${name}-trouble`} className="form__trouble" role="alert">
      {trouble}
    </p>
  </fieldset>
);

type EntryProps = {
  field?: RefObject<HTMLInputElement | null>;
  label: string;
  type?: 'date' | 'time';
  isFigure?: boolean;
  value: string;
  onValue: (value: string) => void;
};
const Entry = ({ field, label, type, isFigure = false, value, onValue }: EntryProps) => (
  <label className="form__entry">
    <span className="quiet">{label}</span>
    <input
      ref={field}
      className="field figures"
      type={type ?? 'text'}
      {...(isFigure ? { inputMode: 'numeric', maxLength: 5, placeholder: '0' } : {})}
      value={value}
      onChange={({ currentTarget }) => onValue(currentTarget.value)}
    />
  </label>
);

type WhoProps = { words: PastCallWords; onChange: (change: Partial<PastCallWords>) => void };
/** Searched as on the dial page; a person whose number is another one than Twenty knows can have it typed. */
const Who = ({ words: { text, person, number }, onChange }: WhoProps) => {
  const field = useRef<HTMLInputElement>(null);
  const numberField = useRef<HTMLInputElement>(null);
  const numberWords = useNumberWords();
  useFocusAfterChoice(person?.id ?? null, { chosen: numberField, open: field });
  const choose = (target: Target) => {
    if (target.person === null) {
      if (target.to !== null) onChange({ text: numberWords(target.to) });
      return;
    }
    const { id, name, phones } = target.person;
    onChange({ person: { id, name, phones }, number: numberWords(target.to) });
  };
  if (person === null) {
    return (
      <Search
        isOffering={false}
        text={text}
        onText={(typed) => onChange({ text: typed })}
        onChoose={choose}
        field={field}
      >
        {null}
      </Search>
    );
  }
  return (
    <div className="past-call__person">
      <div className="person-field__now">
        <Avatar name={person.name} />
        <span className="one-line" title={person.name}>
          {person.name}
        </span>
        <button
          type="button"
          className="button button--plain button--icon"
          aria-label="Choose somebody else"
          onClick={() => onChange({ person: null, number: '' })}
        >
          <IconX size={16} aria-hidden="true" />
        </button>
      </div>
      <Entry
        label="Number"
        field={numberField}
        value={number}
        onValue={(typed) => onChange({ number: typed })}
      />
      {person.phones.length < 2 ? null : (
        <div className="past-call__choice">
          {person.phones.map((phone) => (
            <button
              key={phone}
              type="button"
              className="button figures"
              aria-pressed={numberWords(phone) === number}
              onClick={() => onChange({ number: numberWords(phone) })}
            >
              {numberWords(phone)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
};

type Fields = Record<'chosen' | 'open', RefObject<HTMLInputElement | null>>;
/** The field that had the focus goes with the choice; the fingers go on in the one that takes its place. */
const useFocusAfterChoice = (personId: string | null, { chosen, open }: Fields) => {
  const before = useRef(personId);
  useEffect(() => {
    if (before.current !== personId) (personId === null ? open : chosen).current?.focus();
    before.current = personId;
  }, [personId, chosen, open]);
};
