import type { LikelyBecause, NumberOwners } from '@twenty-dialer/contract';
import { subtitleOf } from './subtitle.ts';

export type Chosen = string | 'nobody' | null;

const BECAUSE: Readonly<Record<LikelyBecause, string>> = {
  'only-one': '',
  remembered: 'your choice last time',
  owner: 'yours',
  'last-called': 'called before',
  name: '',
};

export type OwnerChoiceProps = {
  owners: NumberOwners['owners'];
  /** A person's id, or that it is none of them; null: nobody has said. */
  chosen: Chosen;
  onChoose: (chosen: Exclude<Chosen, null>) => void;
};

/** Who of several people with one number it is, the likeliest first. */
export const OwnerChoice = ({ owners, chosen, onChoose }: OwnerChoiceProps) => (
  <fieldset className="ready__numbers owners">
    <legend className="quiet">
      {owners.length === 1 ? 'One person has this number' : `${owners.length} people have this number`}
    </legend>
    {owners.map(({ person, because }) => (
      <label key={person.id} className="ready__number">
        <input
          type="radio"
          name="owner"
          checked={chosen === person.id}
          onChange={() => onChoose(person.id)}
        />
        <span className="one-line">
          {[person.name, subtitleOf(person), BECAUSE[because]].filter((part) => part !== '').join(' · ')}
        </span>
      </label>
    ))}
    <label className="ready__number">
      <input type="radio" name="owner" checked={chosen === 'nobody'} onChange={() => onChoose('nobody')} />
      {owners.length === 1 ? 'Somebody else, nobody in Twenty' : 'None of them'}
    </label>
  </fieldset>
);
