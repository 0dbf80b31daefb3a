import type { CallEdit } from '@twenty-dialer/contract';
import { useDesk } from '../dialer/use-dialer.ts';
import { dateAndTime, fullTime } from '../ui/time.ts';
import { outcomeWords } from '../wrap-up/outcome-colors.ts';

/** Corrections of a saved call, newest first: “Outcome: Callback requested → Interested”. */
export const CallEdits = ({ edits }: { edits: readonly CallEdit[] }) =>
  edits.length === 0 ? null : (
    <section className="call-page__part" aria-labelledby="call-edits">
      <h2 id="call-edits">Edits</h2>
      <ol className="edits">
        {edits.map(({ revision, at, changes }) => (
          <li key={revision}>
            {changes.map((change) => (
              <p key={change.field} className="call-row__note">
                <ChangeWords {...change} />
              </p>
            ))}
            <time className="quiet figures" dateTime={at} title={fullTime(at)}>
              {dateAndTime(at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );

type Change = CallEdit['changes'][number];
const LABELS: Record<Change['field'], string> = {
  outcome: 'Outcome',
  note: 'Note',
  person: 'Person',
  'further-note': 'Note added',
};

const ChangeWords = ({ field, from, to }: Change) => {
  const { owner } = useDesk();
  const label = LABELS[field];
  if (field === 'further-note') return `${label}: ${shortened(to ?? '')}`;
  const words = (value: string | null): string => {
    if (value === null || value === '') return 'none';
    return field === 'outcome' ? outcomeWords(owner.outcomes, value).label : shortened(value);
  };
  return (
    <>
      {label}: {words(from)} <span aria-hidden="true">→</span>
      <span className="for-screen-readers">changed to</span> {words(to)}
    </>
  );
};

const ENOUGH = 160;
const shortened = (text: string): string => (text.length <= ENOUGH ? text : `${text.slice(0, ENOUGH)}…`);
