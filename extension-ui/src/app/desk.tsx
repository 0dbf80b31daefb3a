import { useQuery } from '@tanstack/react-query';
import type { Member, SessionView } from '@twenty-dialer/contract';
import { type ReactNode, useEffect, useState } from 'react';
import { useDialLinks } from '../click-to-call/use-dial-links.ts';
import { isLive } from '../dialer/call-machine.ts';
import { createCallSession } from '../dialer/call-session.ts';
import { createDialer } from '../dialer/dialer.ts';
import { loadPhoneNumbers } from '../dialer/phone-format.ts';
import { createTargetChoice } from '../dialer/target.ts';
import { DeskProvider, useCallState } from '../dialer/use-dialer.ts';
import { setSingleKeys } from '../ui/shortcuts.ts';
import { createCatchUp } from '../unwrapped/catch-up.ts';
import { useReturns } from '../unwrapped/use-returns.ts';
import { listenToEvents } from '../worker-client/live-events.ts';
import { readCallsAnew, rememberCall, rememberDelivery, rememberProgression } from './cache.ts';
import { type Services, useServices } from './services.ts';
import { SessionStateProvider } from './session-state.ts';
import { showTheme } from './theme.ts';

export type SessionState = {
  isSignedOut: boolean;
  /** Why the worker gives no answer now, and when it last gave one; null while it does. */
  away: { since: number; error: unknown } | null;
  /** Somebody else has signed in in this browser meanwhile. */
  otherPerson: Member | null;
};

export type DeskProps = {
  owner: SessionView;
  session: SessionState;
  onOwn: (owner: SessionView) => void;
  onHandOver: () => void;
  children: ReactNode;
};

/** One member's dialer in this window: their call, their drafts, their live events. */
export const Desk = ({ owner, session, onOwn, onHandOver, children }: DeskProps) => {
  const services = useServices();
  const [dialer] = useState(() => dialerFor(owner, services));
  const [target] = useState(createTargetChoice);
  const [catchUp] = useState(() => createCatchUp(dialer));
  useEffect(() => onOwn(owner), [onOwn, owner]);
  // Read by everything under this provider, which is drawn anew when the numbering plans are here.
  useQuery({
    queryKey: ['phone-numbers'],
    queryFn: loadPhoneNumbers,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 5,
  });
  useEffect(() => void dialer.restore(), [dialer]);
  useOwnSettings(owner);
  useReturns(catchUp, session.isSignedOut);
  useLiveCalls(owner, session.isSignedOut || session.otherPerson !== null);

  return (
    <DeskProvider value={{ owner, dialer, target, catchUp }}>
      <SessionStateProvider value={{ ...session, handOver: onHandOver }}>
        <PageGuards flush={dialer.flush} />
        {children}
      </SessionStateProvider>
    </DeskProvider>
  );
};

const dialerFor = (owner: SessionView, services: Services) => {
  const member = owner.member.id;
  const newId = () => crypto.randomUUID();
  const { timers, unsent, sender, keeping } = services;
  return createDialer({
    member,
    lines: services.lines.filter(({ name }) => owner.lines.includes(name)),
    // As it is set at that moment, in whichever window.
    ownNumber: () =>
      services.queries.getQueryData<SessionView>(['session'])?.settings.ownNumber ?? owner.settings.ownNumber,
    timers,
    newId,
    callSession: createCallSession({ storage: localStorage, now: timers.now, newId, member }),
    drafts: services.drafts,
    keepReport: async (report) => {
      await unsent.put(report);
      void sender.wake();
    },
    onTrouble: keeping.report,
    claimCall: services.claimCall,
    releaseCall: services.releaseCall,
  });
};

/** Keeps the last keystroke when the page goes, and asks before a call would end with it. */
const PageGuards = ({ flush }: { flush: () => void }) => {
  const { phase } = useCallState();
  useDialLinks();
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [flush]);
  useEffect(() => {
    if (!isLive(phase)) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [phase]);
  return null;
};

/** Appearance and keys are as the rep set them, wherever they sit down. */
const useOwnSettings = ({ settings: { theme, singleKeys } }: SessionView) => {
  useEffect(() => showTheme(theme), [theme]);
  useEffect(() => setSingleKeys(singleKeys), [singleKeys]);
};

const useLiveCalls = (owner: SessionView, isOff: boolean) => {
  const { queries, timers, openEvents } = useServices();
  const member = owner.member.id;
  useEffect(() => {
    if (isOff) return;
    return listenToEvents({
      open: openEvents,
      timers,
      random: Math.random,
      onEvent: (event) => {
        if (event.type === 'call') rememberCall(queries, event.call);
        else if (event.type === 'delivery') rememberDelivery(queries, event.delivery);
        else rememberProgression(queries, member, event.progression);
      },
      onGap: () => {
        void queries.invalidateQueries({ queryKey: ['session'] });
        void readCallsAnew(queries, member);
      },
    });
  }, [queries, timers, openEvents, member, isOff]);
};
