import { talkSeconds } from '@twenty-dialer/contract';
import { formatPhone } from '../dialer/phone-format.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import { Points } from '../progression/points.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { SyncMark } from '../ui/sync-mark.tsx';
import { clockTime, dayAndTime, duration, fullTime } from '../ui/time.ts';
import { OutcomeTag } from './outcome-tag.tsx';
import type { ListedCall } from './todays-calls.ts';

/** One call in two short lines; it leads to the call's page. */
export const CallRow = ({ call }: { call: ListedCall }) => {
  const { owner } = useDesk();
  const { report, mark, isOfDay } = call;
  const name = report.personName ?? formatPhone(report.to, owner.defaultCountry);
  const talked = durationOf(call);
  return (
    <li className="call-row">
      <a className="call-row__head" href={`#/calls/${report.callId}`}>
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
              <OutcomeTag call={report} />
              {talked === '' ? null : <span className="quiet figures">{talked}</span>}
              {call.unsent === null && call.view !== null ? <Points points={call.view.points} /> : null}
            </span>
            <SyncMark mark={mark} />
          </span>
        </span>
      </a>
    </li>
  );
};

const durationOf = ({ report }: ListedCall): string => {
  const seconds = talkSeconds(report);
  return seconds === null || seconds === 0 ? '' : duration(seconds);
};
