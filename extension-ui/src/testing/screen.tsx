import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { rememberCall } from '../app/cache.ts';
import { createQueries, type Services, ServicesProvider } from '../app/services.ts';
import { createTrouble } from '../app/trouble.ts';
import { watchDialLinks } from '../dialer/deep-link.ts';
import { createDrafts, type Draft } from '../dialer/drafts.ts';
import { createTargetChoice } from '../dialer/target.ts';
import { DeskProvider } from '../dialer/use-dialer.ts';
import { createManualLine } from '../line/manual-line.ts';
import { createPracticeLine } from '../line/practice-line.ts';
import { createCatchUp } from '../unwrapped/catch-up.ts';
import { passingBox } from '../worker-client/box.ts';
import { isProblem } from '../worker-client/problem-error.ts';
import { createReportSender } from '../worker-client/report-sender.ts';
import { createUnsentReports, type UnsentReport } from '../worker-client/unsent-reports.ts';
import { createWorkerClient } from '../worker-client/worker-client.ts';
import { browserProfile, openWindow } from './dialer-rig.ts';
import { heldTimers } from './held-timers.ts';
import { ADA, inventedSession } from './invented.ts';
import { WORKER } from './stand-in-worker.ts';

// What a page waits for comes when it comes: a busy machine must not turn it into a failure.
configure({ asyncUtilTimeout: 15_000 });

/** The services of one window whose computer keeps things in memory, against the stand-in worker. */
export const inventedServices = () => {
  const held = heldTimers();
  const { timers } = held;
  const client = createWorkerClient({ fetch: (...request) => fetch(...request), baseUrl: WORKER });
  const queries = createQueries();
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retry: false } });
  const unsent = createUnsentReports({
    box: passingBox<UnsentReport>(),
    now: timers.now,
    announce: () => undefined,
  });
  const keeping = createTrouble();
  const room = createTrouble();
  const streams: EventTarget[] = [];
  const services: Services = {
    client,
    queries,
    unsent,
    sender: createReportSender({
      unsent,
      reportCall: client.reportCall,
      signedInMember: () =>
        isProblem(queries.getQueryState(['session'])?.error, 'not-signed-in') ? null : ADA,
      withLock: (_name, act) => act(),
      timers,
      random: () => 0.5,
      onConfirmed: (call) => rememberCall(queries, call),
      onNoRoom: room.report,
      onSessionDoubt: () => void queries.invalidateQueries({ queryKey: ['session'] }),
    }),
    drafts: createDrafts({
      box: passingBox<Draft>(),
      now: timers.now,
      storage: localStorage,
      onTrouble: keeping.report,
    }),
    lines: [createPracticeLine({ timers }), createManualLine({ timers })],
    links: watchDialLinks(window),
    timers,
    otherWindows: new BroadcastChannel(`test-${crypto.randomUUID()}`),
    claimCall: async () => true,
    releaseCall: () => undefined,
    callsInOtherWindows: async () => [],
    keeping,
    room,
    openEvents: () => {
      const stream = Object.assign(new EventTarget(), { close: () => undefined, readyState: 1 });
      streams.push(stream);
      return stream as unknown as EventSource;
    },
  };
  return { services, held, streams };
};

/** Shows a part of the screen at the desk of an invented rep, with a dialer on held time. */
export const showAtDesk = (part: ReactNode) => {
  const { services } = inventedServices();
  const profile = browserProfile();
  const { dialer } = openWindow(profile);
  const target = createTargetChoice();
  const catchUp = createCatchUp(dialer);
  const shown = render(
    <ServicesProvider value={services}>
      <QueryClientProvider client={services.queries}>
        <DeskProvider value={{ owner: inventedSession(), dialer, target, catchUp }}>{part}</DeskProvider>
      </QueryClientProvider>
    </ServicesProvider>,
  );
  return { ...shown, services, dialer, target, profile };
};
