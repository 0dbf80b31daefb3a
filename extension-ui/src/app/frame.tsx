import { IconList, IconPhone, IconTruckDelivery, IconUserCircle, IconUsersGroup } from '@tabler/icons-react';
import { Link, Navigate, useNavigate, useRouterState } from '@tanstack/react-router';
import type { Permission } from '@twenty-dialer/contract';
import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { CallBar } from '../dialer/call-bar.tsx';
import { isLive } from '../dialer/call-machine.ts';
import { DialPage } from '../dialer/dial-page.tsx';
import { useCallState, useDesk } from '../dialer/use-dialer.ts';
import { CallsPage } from '../history/calls-page.tsx';
import { XpBar } from '../progression/xp-bar.tsx';
import { Dispensable } from '../ui/dispensable.tsx';
import { Hint } from '../ui/hint.tsx';
import { useShortcuts } from '../ui/shortcuts.ts';
import { WaitingBadge } from '../unwrapped/waiting-badge.tsx';
import { HelpSheet, JobBar, useRestOfPages } from './behind-first-paint.tsx';
import { KeypadContext, useKeypad } from './keypad-context.ts';
import { isOffered, useIsOffered } from './may.ts';
import { NoRole } from './no-role.tsx';
import { StatusStrip } from './status-strip.tsx';
import { useIsWide } from './use-is-wide.ts';
import './gate.css';
import './frame.css';

const TABS = [
  { to: '/', label: 'Dial', Icon: IconPhone, keys: '/', needs: 'make-calls' },
  { to: '/calls', label: 'Calls', Icon: IconList, keys: 'c', needs: null },
  { to: '/team', label: 'Team', Icon: IconUsersGroup, keys: undefined, needs: 'see-team-figures' },
  {
    to: '/deliveries',
    label: 'Deliveries',
    Icon: IconTruckDelivery,
    keys: undefined,
    needs: 'see-deliveries',
  },
  { to: '/me', label: 'Me', Icon: IconUserCircle, keys: undefined, needs: null },
] as const satisfies readonly { needs: Permission | null; [more: string]: unknown }[];

/** The call bar on top, the tabs at the bottom (at the side when there is room), and the page between them. */
export const Frame = ({ children }: { children: ReactNode }) => {
  const { owner, dialer } = useDesk();
  const { phase } = useCallState();
  const navigate = useNavigate();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isKeypadWanted, setKeypadWanted] = useState(false);
  const isTalking = phase === 'in-progress' || phase === 'reconnecting';
  const canSendTones = isTalking && dialer.presentLine()?.carriesSound === true;
  const isKeypadOpen = isKeypadWanted && canSendTones;
  const toDial = () => void navigate({ to: '/' });
  const seesDeliveries = useIsOffered('see-deliveries');
  const seesTeam = useIsOffered('see-team-figures');
  useRestOfPages({ seesDeliveries, seesTeam });
  const closeKeypad = useCallback(() => setKeypadWanted(false), []);
  const toggleKeypad = () => {
    toDial();
    setKeypadWanted(!isKeypadOpen);
  };
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const isElsewhere = path !== '/';
  const page = useTopOfPage(path);
  useFrameKeys({ isElsewhere, canSendTones, toggleKeypad, openHelp: () => setHelpOpen(true) });

  return (
    <div className="frame">
      <nav className="frame__nav" aria-label="Pages">
        <p className="frame__workspace one-line">{owner.workspace.name}</p>
        {TABS.filter(({ needs }) => needs === null || isOffered(owner, needs)).map(
          ({ to, label, Icon, keys }) => (
            <Hint key={to} words={label} {...(keys === undefined ? {} : { keys })}>
              <Link to={to} className="tab" activeOptions={{ exact: to === '/', includeSearch: false }}>
                <Icon size={18} aria-hidden="true" />
                {label}
                {to === '/calls' ? <WaitingBadge /> : null}
              </Link>
            </Hint>
          ),
        )}
        {isOffered(owner, 'make-calls') ? <XpBar /> : null}
      </nav>
      <div className="frame__main">
        <header>
          <CallBar
            isKeypadOpen={isKeypadOpen}
            onKeypad={toggleKeypad}
            isElsewhere={isElsewhere}
            onShowCall={toDial}
          />
          <StatusStrip onHelp={() => setHelpOpen(true)} />
        </header>
        <main ref={page} className="frame__page">
          <KeypadContext value={{ isOpen: isKeypadOpen, close: closeKeypad }}>{children}</KeypadContext>
        </main>
        {seesDeliveries ? (
          <Dispensable>
            <JobBar />
          </Dispensable>
        ) : null}
      </div>
      {isHelpOpen ? (
        <Dispensable>
          <HelpSheet onClose={() => setHelpOpen(false)} outcomes={owner.outcomes} />
        </Dispensable>
      ) : null}
      {isLive(phase) ? <CallKeys isTalking={isTalking} dialer={dialer} /> : null}
    </div>
  );
};

/** The page of the moment; where there is room, today's calls stand beside it. Who does not call now begins elsewhere. */
export const DialRoute = () => {
  const keypad = useKeypad();
  const isWide = useIsWide();
  const { owner } = useDesk();
  // A call that is going on, and one that waits for its outcome, stay in sight, whatever somebody works as meanwhile.
  const isIdle = useCallState().phase === 'idle';
  if (isIdle && !isOffered(owner, 'make-calls')) {
    if (isOffered(owner, 'see-team-figures')) return <Navigate to="/team" replace />;
    if (isOffered(owner, 'see-deliveries')) return <Navigate to="/deliveries" replace />;
    return <NoRole />;
  }
  return (
    <div className="dial-route">
      <DialPage keypad={keypad} />
      {isWide ? (
        <aside className="dial-route__calls" aria-label="Calls">
          <CallsPage />
        </aside>
      ) : null}
    </div>
  );
};

/** All pages scroll in one place: another page begins at its own top. */
const useTopOfPage = (path: string) => {
  const page = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useLayoutEffect(() => {
    if (shown.current !== path && page.current !== null) page.current.scrollTop = 0;
    shown.current = path;
  }, [path]);
  return page;
};

/** Keys that work on every page. */
type FrameKeys = {
  isElsewhere: boolean;
  canSendTones: boolean;
  toggleKeypad: () => void;
  openHelp: () => void;
};
const useFrameKeys = ({ isElsewhere, canSendTones, toggleKeypad, openHelp }: FrameKeys) => {
  const navigate = useNavigate();
  useShortcuts({
    help: openHelp,
    calls: () => void navigate({ to: '/calls' }),
    ...(isElsewhere
      ? { search: () => void navigate({ to: '/' }), dialPad: () => void navigate({ to: '/' }) }
      : {}),
    ...(canSendTones ? { keypad: toggleKeypad } : {}),
  });
};

const CallKeys = ({
  isTalking,
  dialer,
}: {
  isTalking: boolean;
  dialer: ReturnType<typeof useDesk>['dialer'];
}) => {
  useShortcuts({
    hangUp: dialer.hangUp,
    answered: dialer.markAnswered,
    ...(isTalking ? { mute: dialer.toggleMute } : {}),
  });
  return null;
};
