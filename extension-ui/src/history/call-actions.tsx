import { IconExternalLink, IconList, IconPencil, IconPhone } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { CallSessionId, E164 } from '@twenty-dialer/contract';
import { useState } from 'react';
import { useCallState, useDesk } from '../dialer/use-dialer.ts';
import { useLateWrapUp } from '../unwrapped/use-late-wrap-up.ts';
import type { Correction } from './correct-call.tsx';
import type { ShownCall } from './shown-call.ts';

export type CallActionsProps = {
  shown: ShownCall;
  canWrapUp: boolean;
  /** Null where the call cannot be corrected. */
  correction: Correction | null;
};

/** What can be done with a call. */
export const CallActions = ({ shown, canWrapUp, correction }: CallActionsProps) => {
  const { call, report } = shown;
  const sitting = CallSessionId.safeParse(call.callSessionId).data;
  return (
    <div className="call-page__actions">
      {canWrapUp && report !== null ? <WrapUpButton report={report} /> : null}
      {correction === null ? null : (
        // It stays where it is, or a second press would hit whatever comes to stand there.
        <button
          ref={correction.opener}
          type="button"
          className="button"
          aria-expanded={correction.touched !== null}
          onClick={() => correction.touched === null && correction.open()}
        >
          <IconPencil size={16} aria-hidden="true" />
          Correct
        </button>
      )}
      <CallAgain call={call} />
      {sitting === undefined ? null : (
        <Link to="/calls" search={{ sitting }} className="button">
          <IconList size={16} aria-hidden="true" />
          All calls of this sitting
        </Link>
      )}
      <InTwenty href={call.sync.twentyUrl}>Call in Twenty</InTwenty>
      <InTwenty href={call.person?.twentyUrl ?? null}>Person in Twenty</InTwenty>
    </div>
  );
};

const WrapUpButton = ({ report }: { report: NonNullable<ShownCall['report']> }) => {
  const navigate = useNavigate();
  const open = useLateWrapUp();
  const [isTaken, setTaken] = useState(false);
  const wrapUp = async () => {
    if (await open(report)) void navigate({ to: '/' });
    else setTaken(true);
  };
  return (
    <>
      <button type="button" className="button button--main" onClick={() => void wrapUp()}>
        <IconPencil size={16} aria-hidden="true" />
        Wrap up
      </button>
      {isTaken ? (
        <span role="status" className="quiet">
          Another call is on the screen, or another window has this one. Finish there first.
        </span>
      ) : null}
    </>
  );
};

const CallAgain = ({ call: { number, person } }: Pick<ShownCall, 'call'>) => {
  const { dialer, target } = useDesk();
  const navigate = useNavigate();
  const isDeskFree = ['idle', 'wrapped-up'].includes(useCallState().phase);
  const to = E164.safeParse(number).data;
  if (to === undefined) return null;
  return (
    <button
      type="button"
      className="button"
      aria-disabled={!isDeskFree}
      title={isDeskFree ? undefined : 'After this call'}
      onClick={() => {
        if (!isDeskFree) return;
        dialer.next();
        target.choose({ to, personId: person?.id ?? null, person: null });
        void navigate({ to: '/' });
      }}
    >
      <IconPhone size={16} aria-hidden="true" />
      Call again
    </button>
  );
};

const InTwenty = ({ href, children }: { href: string | null; children: string }) =>
  href === null ? null : (
    <a className="button" href={href} target="_blank" rel="noreferrer">
      <IconExternalLink size={16} aria-hidden="true" />
      {children}
      <span className="for-screen-readers">(new tab)</span>
    </a>
  );
