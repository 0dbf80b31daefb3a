import { talkSeconds } from '@twenty-dialer/contract';
import { isLive } from '../dialer/call-machine.ts';
import { formatPhone } from '../dialer/phone-format.ts';
import { useCallState, useDesk } from '../dialer/use-dialer.ts';
import { Points } from '../progression/points.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { SyncMark } from '../ui/sync-mark.tsx';
import { clockTime, dayAndTime, duration, fullTime } from '../ui/time.ts';
import { missedWord } from '../unwrapped/needs-wrap-up.ts';
import { outcomeWords } from '../wrap-up/outcome-colors.ts';
import { CallDetails } from './call-details.tsx';
import type { ListedCall } from './todays-calls.ts';

export type CallRowProps = { call: ListedCall; isOpen: boolean; onToggle: () => void; onOpened: () => void };

/** One call in one row; pressed, it opens to its note and to what can be done. */
export const CallRow = ({ call, isOpen, onToggle, onOpened }: CallRowProps) => {
  const { owner } = useDesk();
  const { report, mark, isOfDay } = call;
  const number = formatPhone(report.to, owner.defaultCountry);
  const name = report.personName ?? number;
  const detailsId = `call-${report.callId}`;
  return (
    <li className="call-row">
      <button
        type="button"
        className="call-row__head"
        aria-expanded={isOpen}
        aria-controls={detailsId}
        onClick={onToggle}
      >
        <Avatar name={name} />
        <span className="call-row__words">
          <span className="call-row__line">
            <span className="one-line call-row__name">{name}</span>
            <span className="quiet figures" title={fullTime(report.startedAt)}>
              {isOfDay ? clockTime(report.startedAt) : dayAndTime(report.startedAt)}
            </span>
          </span>
          <span className="call-row__line">
            <span className="call-row__facts">
              <OutcomeTag call={call} />
              <span className="quiet figures">{durationOf(call)}</span>
              {call.unsent === null && call.view !== null ? <Points points={call.view.points} /> : null}
            </span>
            <SyncMark mark={mark} />
          </span>
        </span>
      </button>
      {isOpen ? (
        <div id={detailsId} className="call-row__details">
          <CallDetails call={call} number={number} onOpened={onOpened} />
        </div>
      ) : null}
    </li>
  );
};

const durationOf = ({ report }: ListedCall): string => {
  const seconds = talkSeconds(report);
  return seconds === null || seconds === 0 ? '' : duration(seconds);
};

const OutcomeTag = ({ call: { report } }: { call: ListedCall }) => {
  const { owner } = useDesk();
  const state = useCallState();
  const isNow = state.phase !== 'idle' && isLive(state.phase) && state.call.report.callId === report.callId;
  if (isNow) return <span className="tag tag--blue">Now</span>;
  const missed = report.outcome === null ? missedWord(report) : null;
  if (missed !== null) return <span className="tag tag--orange">{missed}</span>;
  if (report.outcome === null) return <span className="tag tag--turquoise">Needs wrap-up</span>;
  const { label, color } = outcomeWords(owner.outcomes, report.outcome);
  return <span className={`tag one-line tag--${color}`}>{label}</span>;
};
