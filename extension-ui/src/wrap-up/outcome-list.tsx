import type { Outcome } from '@twenty-dialer/contract';
import type { Ref } from 'react';
import { OUTCOME_COLORS } from './outcome-colors.ts';

export type OutcomeListProps = {
  ref: Ref<HTMLFieldSetElement>;
  outcomes: readonly Outcome[];
  chosen: string | null;
  describedBy: string;
  onChoose: (key: string) => void;
  /** Enter in the list. */
  onSave: () => void;
};

/** The outcomes, each on one key. Arrows move, the printed key chooses, Enter saves. */
export const OutcomeList = ({ ref, outcomes, chosen, describedBy, onChoose, onSave }: OutcomeListProps) => (
  <fieldset
    ref={ref}
    className="outcomes"
    aria-describedby={describedBy}
    onKeyDown={(event) => {
      if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.repeat) return;
      event.preventDefault();
      onSave();
    }}
  >
    <legend className="for-screen-readers">Outcome</legend>
    {outcomes.map(({ key, label, keyPress, class: kind }) => (
      <label key={key} className={`outcome outcome--${OUTCOME_COLORS[kind]}`}>
        <input
          type="radio"
          name="outcome"
          className="for-screen-readers"
          checked={key === chosen}
          aria-keyshortcuts={`${keyPress} Alt+${keyPress}`}
          onChange={() => onChoose(key)}
        />
        <span className="kbd" aria-hidden="true">
          {keyPress}
        </span>
        <span className="one-line">{label}</span>
      </label>
    ))}
  </fieldset>
);

/** Puts the fingers on the list: on what is chosen, else on the first. */
export const focusOutcomes = (list: HTMLElement | null): void => {
  const radio =
    list?.querySelector<HTMLElement>('input:checked') ?? list?.querySelector<HTMLElement>('input');
  radio?.focus();
};
