import { IconPencil } from '@tabler/icons-react';
import { type CallReport, talkSeconds } from '@twenty-dialer/contract';
import { useServices } from '../app/services.ts';
import { formatPhone } from '../dialer/phone-format.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import { dayOf, isInDay } from '../history/todays-calls.ts';
import { Hint, Keys } from '../ui/hint.tsx';
import { SHORTCUTS, useShortcuts } from '../ui/shortcuts.ts';
import { clockTime, dayAndTime, duration, fullTime } from '../ui/time.ts';
import { useLateWrapUp } from './use-late-wrap-up.ts';
import { useWaitingCalls } from './use-waiting-calls.ts';
import { waitingWords } from './waiting-badge.tsx';
import './unwrapped.css';

/** As many as stand on the page without a scroll; the others follow one by one. */
const LISTED = 3;

/** Asks a rep who is back and has no call for the wrap-ups that are missing. Below everything else: it moves nothing. */
const WaitingPanel = ({ onLater }: { onLater: () => void }) => {
  const { offered, hasMore } = useWaitingCalls();
  const { catchUp } = useDesk();
  const open = useLateWrapUp();
  const [first] = offered;
  useShortcuts(first === undefined ? {} : { wrapUp: () => void open(first) });
  if (first === undefined) return null;
  const others = offered.length - LISTED;
  const later = () => {
    catchUp.postpone(offered.map(({ callId }) => callId));
    onLater();
  };
  return (
    <section className="waiting" aria-labelledby="waiting-title">
      <div className="waiting__card">
        <div role="status">
          <h2 id="waiting-title">{waitingWords(hasMore ? `${offered.length}+` : String(offered.length))}</h2>
        </div>
        <ul>
          {offered.slice(0, LISTED).map((report) => (
            <WaitingRow key={report.callId} report={report} onOpen={() => void open(report)} />
          ))}
        </ul>
        {others > 0 ? <p className="quiet waiting__more">and {others} more, one after the other</p> : null}
        <div className="waiting__actions">
          <button type="button" className="button" onClick={later}>
            Later
          </button>
          <Hint words="Wrap up the first one" keys={SHORTCUTS.wrapUp.keys}>
            <button
              type="button"
              className="button button--main button--wide"
              onClick={() => void open(first)}
            >
              <IconPencil size={16} aria-hidden="true" />
              Wrap up
              <Keys keys={SHORTCUTS.wrapUp.keys} />
            </button>
          </Hint>
        </div>
      </div>
    </section>
  );
};
export default WaitingPanel;

const WaitingRow = ({ report, onOpen }: { report: CallReport; onOpen: () => void }) => {
  const { owner } = useDesk();
  const { timers } = useServices();
  const isOfToday = isInDay(report.startedAt, dayOf(timers.now()));
  return (
    <li>
      <button type="button" className="waiting__call" onClick={onOpen}>
        <span className="one-line waiting__name">
          {report.personName ?? formatPhone(report.to, owner.defaultCountry)}
        </span>
        <span className="quiet figures waiting__facts" title={fullTime(report.startedAt)}>
          {isOfToday ? clockTime(report.startedAt) : dayAndTime(report.startedAt)} · {lengthOf(report)}
        </span>
      </button>
    </li>
  );
};

const lengthOf = (report: CallReport): string => {
  const seconds = talkSeconds(report);
  if (seconds === null) return report.answeredAt === null ? 'no end seen' : 'answered, no end seen';
  return seconds === 0 ? 'not answered' : duration(seconds);
};
