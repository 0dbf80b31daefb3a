import { IconExternalLink, IconPencil, IconPhone } from '@tabler/icons-react';
import { useServices } from '../app/services.ts';
import { LINE_WORDS } from '../dialer/line-picker.tsx';
import { useCallState, useDesk } from '../dialer/use-dialer.ts';
import { asEnded } from '../unwrapped/as-ended.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import type { ListedCall } from './todays-calls.ts';

export type CallDetailsProps = { call: ListedCall; number: string; onOpened: () => void };

/** The note, what needs attention and why, and what can be done with the call. */
export const CallDetails = ({ call, number, onOpened }: CallDetailsProps) => {
  const { report, view, unsent } = call;
  return (
    <>
      <p className="quiet figures">
        {number} · {LINE_WORDS[report.line].name}
      </p>
      {report.note === '' ? (
        <p className="quiet">No note</p>
      ) : (
        <p className="call-row__note">{report.note}</p>
      )}
      {unsent?.state === 'conflict' ? <ConflictChoice entry={unsent} /> : null}
      {unsent?.state === 'refused' ? <Refused call={call} /> : null}
      {view?.sync.attention.map(({ kind, message, objectName }) => (
        <p key={`${kind} ${objectName}`} className="call-row__attention">
          {message}
        </p>
      ))}
      <Actions call={call} onOpened={onOpened} />
    </>
  );
};

const Refused = ({ call: { unsent } }: { call: ListedCall }) => (
  <div className="call-row__attention">
    <p>The dialer did not take this call as it is. All of it is kept on this computer.</p>
    <p>{unsent?.words}</p>
    <ul>
      {unsent?.fields.map(({ path, message }) => (
        <li key={path}>
          <strong>{path}</strong>: {message}
        </li>
      ))}
    </ul>
  </div>
);

const Actions = ({ call: { report, view, unsent }, onOpened }: Omit<CallDetailsProps, 'number'>) => {
  const { dialer, target } = useDesk();
  const { unsent: reports, sender } = useServices();
  const isDeskFree = ['idle', 'wrapped-up'].includes(useCallState().phase);
  const url = view?.sync.twentyUrl ?? null;
  const edit = () => {
    if (dialer.open(asEnded(report), '')) onOpened();
  };
  const callAgain = () => {
    dialer.next();
    target.choose({ to: report.to, personId: report.personId, person: null });
    onOpened();
  };
  return (
    <div className="call-row__actions">
      {isDeskFree && unsent?.state !== 'conflict' ? (
        <button type="button" className="button" onClick={edit}>
          <IconPencil size={16} aria-hidden="true" />
          {report.outcome === null ? 'Wrap up' : 'Change'}
        </button>
      ) : null}
      {isDeskFree ? (
        <button type="button" className="button" onClick={callAgain}>
          <IconPhone size={16} aria-hidden="true" />
          Call again
        </button>
      ) : null}
      {unsent?.state === 'refused' ? (
        <button
          type="button"
          className="button"
          onClick={() => void reports.settle(unsent, unsent.report).then(sender.wake)}
        >
          Send again
        </button>
      ) : null}
      {url === null ? null : (
        <a className="button" href={url} target="_blank" rel="noreferrer">
          <IconExternalLink size={16} aria-hidden="true" />
          Open in Twenty
          <span className="for-screen-readers">(new tab)</span>
        </a>
      )}
    </div>
  );
};
