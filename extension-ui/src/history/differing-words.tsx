import { useId } from 'react';
import { useDesk } from '../dialer/use-dialer.ts';
import { outcomeWords } from '../wrap-up/outcome-colors.ts';
import { type Basis, type Field, isSame, type Words } from './correction.ts';

export type DifferingWordsProps = {
  basis: Basis;
  words: Words;
  onTouch: (change: { outcome?: string; note?: string; person?: Words['person'] }) => void;
};

/** Where Twenty holds other words than the rep wrote: both to be read, and one of them to be chosen. */
export const DifferingWords = ({ basis, words, onTouch }: DifferingWordsProps) => {
  const { theirs, differing } = basis;
  if (theirs === null || differing.length === 0) return null;
  return (
    <div className="conflict">
      <p>Somebody changed this call in Twenty. Choose what stays; you can still write something else.</p>
      {differing.map((field) => (
        <Choice key={field} field={field} basis={{ ...basis, theirs }} words={words} onTouch={onTouch} />
      ))}
    </div>
  );
};

const LABELS: Record<Field, string> = {
  outcome: 'Which outcome?',
  person: 'Which person?',
  note: 'Which note?',
};

type ChoiceProps = {
  field: Field;
  basis: Basis & { theirs: Words };
  words: Words;
  onTouch: DifferingWordsProps['onTouch'];
};
const Choice = ({ field, basis, words, onTouch }: ChoiceProps) => {
  const name = useId();
  const versions = [
    { title: 'Yours', version: basis.ours },
    { title: 'In Twenty', version: basis.theirs },
  ];
  return (
    <fieldset className="form__field differing">
      <legend>{LABELS[field]}</legend>
      {versions.map(({ title, version }) => (
        <label key={title} className="conflict__version">
          <span className="differing__title">
            <input
              type="radio"
              name={name}
              checked={isSame(field, words, version)}
              onChange={() => onTouch(touching(field, version))}
            />
            {title}
          </span>
          <FieldWords field={field} version={version} />
        </label>
      ))}
    </fieldset>
  );
};

const touching = (field: Field, { outcome, note, person }: Words) => {
  if (field === 'note') return { note };
  if (field === 'person') return { person };
  return outcome === null ? {} : { outcome };
};

const FieldWords = ({ field, version }: { field: Field; version: Words }) => {
  const { owner } = useDesk();
  if (field === 'note') return <span className="call-row__note">{version.note || 'No note'}</span>;
  if (field === 'person') return <span>{version.person?.name ?? 'Nobody'}</span>;
  if (version.outcome === null) return <span>No outcome</span>;
  const { label, color } = outcomeWords(owner.outcomes, version.outcome);
  return (
    <span>
      <span className={`tag tag--${color}`}>{label}</span>
    </span>
  );
};
