import { IconArrowRight, IconPencil } from '@tabler/icons-react';
import { talkSeconds } from '@twenty-dialer/contract';
import { useEffect, useRef } from 'react';
import { nameOf } from '../dialer/call-bar.tsx';
import type { PresentCall } from '../dialer/call-machine.ts';
import { formatPhone } from '../dialer/phone-format.ts';
import { useDesk, useTarget } from '../dialer/use-dialer.ts';
import { useTodaysCalls } from '../history/use-todays-calls.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Keys } from '../ui/hint.tsx';
import { SyncMark } from '../ui/sync-mark.tsx';
import { duration } from '../ui/time.ts';
import { outcomeWords } from './outcome-colors.ts';

/** The call that was just wrapped up, with its mark, and the way on: Enter. */
export const SavedCard = ({ call }: { call: PresentCall }) => {
  const { dialer, target, owner } = useDesk();
  const { next } = useTarget();
  const calls = useTodaysCalls();
  const listed = calls.list?.find(({ report }) => report.callId === call.report.callId);
  const talk = talkSeconds(call.report) ?? 0;
  const nextTo = next?.to ?? null;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const outcome = outcomeWords(owner.outcomes, call.report.outcome ?? '');
  const goOn = () => {
    dialer.next();
    target.takeNext();
  };
  return (
    <section className="saved" aria-label="Wrapped up">
      <div className="person-head">
        <Avatar name={nameOf(call, owner.defaultCountry)} />
        <div className="person-head__words">
          <h1 className="one-line">{nameOf(call, owner.defaultCountry)}</h1>
          <p className="saved__facts">
            <span className={`tag tag--${outcome.color}`}>{outcome.label}</span>
            <span className="figures quiet">{talk === 0 ? '' : duration(talk)}</span>
          </p>
        </div>
        {listed === undefined ? null : <SyncMark mark={listed.mark} />}
      </div>
      <div className="wrap-up__actions">
        <button type="button" className="button" onClick={dialer.reopen}>
          <IconPencil size={16} aria-hidden="true" />
          Change
        </button>
        <button
          ref={button}
          type="button"
          className="button button--main button--wide"
          // The Enter that saved may still be held down.
          onKeyDown={(event) => event.repeat && event.preventDefault()}
          onClick={goOn}
        >
          {nextTo === null ? 'Next' : `Next: ${formatPhone(nextTo, owner.defaultCountry)}`}
          <IconArrowRight size={16} aria-hidden="true" />
          <Keys keys="Enter" />
        </button>
      </div>
    </section>
  );
};
