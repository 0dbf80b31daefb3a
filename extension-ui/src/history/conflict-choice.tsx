import { type CallReport, NOTE_MAX_CHARACTERS } from '@twenty-dialer/contract';
import { useServices } from '../app/services.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import type { UnsentReport } from '../worker-client/unsent-reports.ts';
import { outcomeWords } from '../wrap-up/outcome-colors.ts';

/** Two people, or two windows, edited one call: both versions side by side, and nothing goes away before somebody chose. */
export const ConflictChoice = ({ entry }: { entry: UnsentReport }) => {
  const { unsent, sender } = useServices();
  const [other] = entry.others;
  const theirs = other ?? entry.present?.report ?? null;
  const settle = (chosen: CallReport | 'theirs') => void unsent.settle(entry, chosen).then(sender.wake);
  if (theirs === null) return null;
  const both = [entry.report.note, theirs.note].filter((note) => note !== '').join('\n\n');
  return (
    <div className="conflict">
      <p>
        {other === undefined ? 'Somebody else' : 'Another window'} changed this call at the same time. Choose
        what stays.
      </p>
      <div className="conflict__versions">
        <Version title="Yours, on this computer" report={entry.report} />
        <Version title={other === undefined ? 'The other one' : 'Yours, in another window'} report={theirs} />
      </div>
      <div className="call-row__actions">
        <button type="button" className="button" onClick={() => settle(entry.report)}>
          Keep mine
        </button>
        <button type="button" className="button" onClick={() => settle('theirs')}>
          Keep the other
        </button>
        {both.length <= NOTE_MAX_CHARACTERS && entry.report.note !== theirs.note ? (
          <button type="button" className="button" onClick={() => settle({ ...entry.report, note: both })}>
            My outcome, both notes
          </button>
        ) : null}
      </div>
    </div>
  );
};

const Version = ({ title, report }: { title: string; report: CallReport }) => {
  const { owner } = useDesk();
  const outcome = report.outcome === null ? null : outcomeWords(owner.outcomes, report.outcome);
  return (
    <div className="conflict__version">
      <h2>{title}</h2>
      <p>
        {outcome === null ? (
          'No outcome'
        ) : (
          <span className={`tag tag--${outcome.color}`}>{outcome.label}</span>
        )}
      </p>
      <p className="call-row__note">{report.note === '' ? 'No note' : report.note}</p>
    </div>
  );
};
