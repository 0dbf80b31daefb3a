import { IconAlertTriangle, IconKeyboard } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import type { Alert, DeliveryStatus } from '@twenty-dialer/contract';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useCallState, useDesk } from '../dialer/use-dialer.ts';
import { useUnsentReports } from '../history/use-todays-calls.ts';
import { instantOf } from '../timers.ts';
import { Dispensable } from '../ui/dispensable.tsx';
import { Hint } from '../ui/hint.tsx';
import { clockTime } from '../ui/time.ts';
import { wordsFor } from '../worker-client/problem-error.ts';
import { signInAddress } from '../worker-client/worker-client.ts';
import { More } from './behind-first-paint.tsx';
import { useIsOffered } from './may.ts';
import { useServices } from './services.ts';
import { useSessionState } from './session-state.ts';
import { useAlerts } from './use-alerts.ts';

/** The one quiet line: what is away and since when, and that nothing is lost. Its height is always there. */
export const StatusStrip = ({ onHelp }: { onHelp: () => void }) => {
  const trouble = useTrouble();
  if (trouble !== null) {
    return (
      <div className="strip strip--trouble" role="status">
        <span className="strip__words">
          <IconAlertTriangle size={14} aria-hidden="true" />
          <span className="strip__two-lines">{trouble.words}</span>
        </span>
        <Dispensable key={trouble.words}>{trouble.action}</Dispensable>
      </div>
    );
  }
  return (
    <div className="strip">
      <UnsentWords />
      <Hint words="Keyboard shortcuts" keys="?">
        <button
          type="button"
          className="button button--plain"
          aria-label="Keyboard shortcuts"
          onClick={onHelp}
        >
          <IconKeyboard size={16} aria-hidden="true" />
        </button>
      </Hint>
    </div>
  );
};

const UnsentWords = () => {
  const count = (useUnsentReports() ?? []).length;
  const { owner } = useDesk();
  const { firstName, lastName } = owner.member;
  const words =
    count === 0
      ? `${firstName} ${lastName} · ${owner.workspace.name}`
      : `${count === 1 ? '1 call' : `${count} calls`} on this computer`;
  return <span className="quiet one-line">{words}</span>;
};

/** The most pressing of what may be wrong, in words short enough for a narrow window. */
const useTrouble = (): { words: string; action: ReactNode } | null => {
  const { owner } = useDesk();
  const seesDeliveries = useIsOffered('see-deliveries');
  const session = useSessionState();
  const { keeping, room } = useServices();
  const keepingTrouble = useSyncExternalStore(keeping.subscribe, keeping.get);
  const isOnDeliveries = useRouterState({
    select: ({ location }) => location.pathname.startsWith('/deliveries'),
  });
  const roomTrouble = useSyncExternalStore(room.subscribe, room.get);
  const alerts = useAlerts();
  if (session.isSignedOut) return { words: 'Your session ended. Nothing is lost.', action: <SignInAgain /> };
  if (session.otherPerson !== null) {
    return { words: `${session.otherPerson.firstName} signed in here.`, action: <HandOver /> };
  }
  if (keepingTrouble !== null) {
    return {
      words: 'This browser keeps nothing when its window closes.',
      action: (
        <More>
          Calls are sent as usual, but one that was not sent yet is lost with the window. A private window or
          a full disk can be the reason.
        </More>
      ),
    };
  }
  if (session.away !== null) {
    const { what, remedy } = wordsFor(session.away.error);
    return {
      words: `No connection since ${clockTime(instantOf(session.away.since))}. Saved on this computer.`,
      action: (
        <More>
          {what} {remedy} Go on working: what you enter is saved on this computer and sent by itself.
        </More>
      ),
    };
  }
  if (roomTrouble !== null) {
    const { what, remedy } = wordsFor(roomTrouble);
    return {
      words: 'The dialer has no room left. Saved on this computer.',
      action: (
        <More>
          {what} {remedy}
        </More>
      ),
    };
  }
  // Who can do something about it is led to where that is done; the reason stands there.
  const toDeliveries = isOnDeliveries ? null : <ToDeliveries />;
  // That nothing is written at all comes before what was not accepted: it is true of every call.
  const trouble = deliveryTrouble(owner.delivery) ?? alertTrouble(alerts);
  return trouble === null || !seesDeliveries ? trouble : { ...trouble, action: toDeliveries };
};

/** For admins alone: it says what is theirs to do. */
const alertTrouble = (alerts: readonly Alert[]) => {
  const [first, ...more] = alerts;
  if (first === undefined) return null;
  const others = more.length === 0 ? '' : ` And ${more.length} more.`;
  return { words: `${first.message}${others}`, action: null };
};

const ToDeliveries = () => (
  <Link to="/deliveries" className="button">
    Deliveries
  </Link>
);

const deliveryTrouble = ({ state, since, message }: DeliveryStatus) => {
  if (state === 'running') return null;
  const what = state === 'paused' ? 'Writing to Twenty is paused' : 'Twenty is away';
  return { words: `${what} since ${clockTime(since)}. Nothing is lost.`, action: <More>{message}</More> };
};

/** In a window of its own: a call that is going on, and everything typed, stay where they are. */
const SignInAgain = () => (
  <button
    type="button"
    className="button"
    onClick={() => window.open(signInAddress('/#/signed-in'), '_blank', 'popup,width=480,height=720')}
  >
    Sign in again
  </button>
);

const HandOver = () => {
  const { handOver } = useSessionState();
  const { dialer } = useDesk();
  const isFree = ['idle', 'wrapped-up', 'ended'].includes(useCallState().phase);
  return (
    <button
      type="button"
      className="button"
      aria-disabled={!isFree}
      title={isFree ? undefined : 'After this call'}
      onClick={() => {
        if (!isFree) return;
        dialer.flush();
        handOver();
      }}
    >
      Switch
    </button>
  );
};
