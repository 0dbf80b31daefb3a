import { IconArrowRight, IconPencil } from '@tabler/icons-react';
import { talkSeconds } from '@twenty-dialer/contract';
import { useEffect, useRef } from 'react';
import { nameOf } from '../dialer/call-bar.tsx';
import type { PresentCall } from '../dialer/call-machine.ts';
import { formatPhone } from '../dialer/phone-format.ts';
import { useDesk, useTarget } from '../dialer/use-dialer.ts';
import { Points, PointsChange } from '../progression/points.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Keys } from '../ui/hint.tsx';
import { SyncMark } from '../ui/sync-mark.tsx';
import { duration } from '../ui/time.ts';
import { useLateWrapUp } from '../unwrapped/use-late-wrap-up.ts';
import { useWaitingCalls } from '../unwrapped/use-waiting-calls.ts';
import { outcomeWords } from './outcome-colors.ts';
import { type SavedCall, useSavedCall } from './use-saved-call.ts';

/** The call that was just wrapped up, with its mark and its points, and the way on: Enter. */
export const SavedCard = ({ call }: { call: PresentCall }) => {
  const { owner } = useDesk();
  const saved = useSavedCall(call.report);
  const talk = talkSeconds(call.report) ?? 0;
  const outcome = outcomeWords(owner.outcomes, call.report.outcome ?? '');
  return (
    <section className="saved" aria-label="Wrapped up">
      <div className="person-head">
        <Avatar name={nameOf(call, owner.defaultCountry)} />
        <div className="person-head__words">
          <h1 className="one-line">{nameOf(call, owner.defaultCountry)}</h1>
          <p className="saved__facts">
            <span className={`tag tag--${outcome.color}`}>{outcome.label}</span>
            {talk === 0 ? null : <span className="figures quiet">{duration(talk)}</span>}
            {saved === null ? null : <Earned saved={saved} />}
          </p>
        </div>
        {saved === null ? null : <SyncMark mark={saved.mark} />}
      </div>
      <WayOn />
    </section>
  );
};

const Earned = ({ saved: { points, pointsBefore } }: { saved: SavedCall }) => {
  if (points === null) return null;
  return pointsBefore === null || pointsBefore === points ? (
    <Points points={points} />
  ) : (
    <PointsChange before={pointsBefore} after={points} />
  );
};

/** Change it, or go on: to whom a link suggested, to the next call that waits for its wrap-up, or to the next dial. */
const WayOn = () => {
  const { dialer, target, owner, catchUp } = useDesk();
  const { next } = useTarget();
  const { offered, isCatchingUp } = useWaitingCalls();
  const openWaiting = useLateWrapUp();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const nextTo = next?.to ?? null;
  const waiting = isCatchingUp && next === null ? offered[0] : undefined;
  const toDial = () => {
    dialer.next();
    target.takeNext();
  };
  const enough = () => {
    catchUp.postpone(offered.map(({ callId }) => callId));
    toDial();
  };
  const goOn = async () => {
    if (waiting === undefined || !(await openWaiting(waiting))) toDial();
  };
  return (
    <div className={waiting === undefined ? 'wrap-up__actions' : 'wrap-up__actions saved__two-rows'}>
      <button type="button" className="button" onClick={dialer.reopen}>
        <IconPencil size={16} aria-hidden="true" />
        Change
      </button>
      {waiting === undefined ? null : (
        <button type="button" className="button" onClick={enough}>
          Later
        </button>
      )}
      <button
        ref={button}
        type="button"
        className="button button--main button--wide saved__next"
        // The Enter that saved may still be held down.
        onKeyDown={(event) => event.repeat && event.preventDefault()}
        onClick={() => void goOn()}
      >
        <span className="one-line">
          {waiting === undefined
            ? nextTo === null
              ? 'Next'
              : `Next: ${formatPhone(nextTo, owner.defaultCountry)}`
            : `Next wrap-up: ${waiting.personName ?? formatPhone(waiting.to, owner.defaultCountry)}`}
        </span>
        <IconArrowRight size={16} aria-hidden="true" />
        <Keys keys="Enter" />
      </button>
    </div>
  );
};
