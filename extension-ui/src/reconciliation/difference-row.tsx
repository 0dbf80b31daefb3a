import { IconExternalLink } from '@tabler/icons-react';
import type { Difference, Remedy } from '@twenty-dialer/contract';
import { useMay } from '../app/may.ts';
import { dayAndTime } from '../ui/time.ts';
import { CAUSE_WORDS, REMEDY_WORDS } from './cause-words.ts';

type DifferenceRowProps = {
  difference: Difference;
  isBusy: boolean;
  onRepair: (remedy: Remedy) => void;
};

/** One thing that is not the same, why, and what can be done about it. */
export const DifferenceRow = ({ difference, isBusy, onRepair }: DifferenceRowProps) => {
  const { title, member, day, cause, message, fields, slot, twentyUrl, remedies } = difference;
  const mayAct = useMay('act-on-deliveries');
  const about = [RECORD_WORDS[difference.objectName], member?.name, day].filter(Boolean).join(' · ');
  return (
    <li className="rec__row">
      <p className="rec__row-title">
        <span className={TAGS[difference.state]}>{stateWords(difference)}</span> <strong>{title}</strong>
        <span className="quiet"> {about}</span>
      </p>
      <p>{message}</p>
      {fields.length === 0 ? null : (
        <dl className="rec__fields">
          {fields.map(({ name, here, inTwenty }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {name === 'bodyV2' ? (
                  'The texts differ.'
                ) : (
                  <>
                    here <b>{valueWords(here)}</b>, in Twenty <b>{valueWords(inTwenty)}</b>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="rec__buttons">
        {(mayAct ? remedies : []).map((remedy) => (
          <button
            key={remedy}
            type="button"
            className="button"
            disabled={isBusy}
            aria-label={`${REMEDY_WORDS[remedy].press}: ${title}, ${CAUSE_WORDS[cause].name}`}
            onClick={() => onRepair(remedy)}
          >
            {REMEDY_WORDS[remedy].press}
          </button>
        ))}
        {slot === null ? null : <a href={`#/deliveries/${encodeURIComponent(slot)}`}>Show the delivery</a>}
        {twentyUrl === null ? null : (
          <a href={twentyUrl} target="_blank" rel="noreferrer">
            Open in Twenty
            <IconExternalLink size={14} aria-hidden="true" />
            <span className="for-screen-readers">(new tab)</span>
          </a>
        )}
      </p>
    </li>
  );
};

const RECORD_WORDS: Readonly<Record<Difference['objectName'], string>> = {
  phoneCall: 'Call',
  note: 'Note',
  noteTarget: "Note's link",
  dailyCallStats: 'Figures of a day',
  repProgression: 'Progression',
};

const TAGS: Readonly<Record<Difference['state'], string>> = {
  open: 'rec__tag rec__tag--open',
  repairing: 'rec__tag rec__tag--busy',
  repaired: 'rec__tag rec__tag--done',
  accepted: 'rec__tag rec__tag--done',
};

const stateWords = ({ state, cause, settled }: Difference): string => {
  if (state === 'open' || settled === null) return CAUSE_WORDS[cause].name;
  const by = `by ${settled.by}, ${dayAndTime(settled.at)}`;
  return state === 'repairing' ? `Being repaired, ${by}` : `${REMEDY_WORDS[settled.remedy].done} ${by}`;
};

const valueWords = (value: unknown): string =>
  value === null || value === '' ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);
