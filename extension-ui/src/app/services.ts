import { QueryClient } from '@tanstack/react-query';
import type { CallView, MemberId, SessionView } from '@twenty-dialer/contract';
import { createContext, useContext } from 'react';
import { type DialLinks, watchDialLinks } from '../dialer/deep-link.ts';
import { createDrafts, type Draft, type Drafts, parseDraft } from '../dialer/drafts.ts';
import { createManualLine } from '../line/manual-line.ts';
import type { PhoneLine } from '../line/phone-line.ts';
import { createPracticeLine } from '../line/practice-line.ts';
import { createRingTone } from '../line/ring-tone.ts';
import { systemTimers, type Timers } from '../timers.ts';
import { keptBox, openBoxDatabase, passingBox } from '../worker-client/box.ts';
import { fallbackBox } from '../worker-client/fallback-box.ts';
import { isProblem, WorkerAwayError } from '../worker-client/problem-error.ts';
import { createReportSender, type ReportSender } from '../worker-client/report-sender.ts';
import {
  createUnsentReports,
  parseUnsentReport,
  type UnsentReport,
  type UnsentReports,
} from '../worker-client/unsent-reports.ts';
import { createWorkerClient, type WorkerClient } from '../worker-client/worker-client.ts';
import { rememberCall } from './cache.ts';
import { callsInOtherWindows, claimInThisWindow, releaseInThisWindow, withBrowserLock } from './locks.ts';
import { isRingToneWanted } from './preferences.ts';
import { createTrouble, type Trouble } from './trouble.ts';

/** What the screens stand on, made once per window and handed down. */
export type Services = {
  client: WorkerClient;
  queries: QueryClient;
  unsent: UnsentReports;
  sender: ReportSender;
  drafts: Drafts;
  lines: readonly PhoneLine[];
  links: DialLinks;
  timers: Timers;
  /** Talks to the other windows of this browser. */
  otherWindows: BroadcastChannel;
  claimCall: (callId: string) => Promise<boolean>;
  releaseCall: (callId: string) => void;
  callsInOtherWindows: () => Promise<readonly string[]>;
  /** This computer keeps nothing: shown in one line, because then a closed window is a lost one. */
  keeping: Trouble;
  /** The dialer's disk is full: what is sent comes back, and waits here. */
  room: Trouble;
  openEvents: (address: string) => EventSource;
};

const Context = createContext<Services | null>(null);
export const ServicesProvider = Context.Provider;
export const useServices = (): Services => {
  const services = useContext(Context);
  if (services === null) throw new Error('Services are missing above this component.');
  return services;
};

export const createServices = (): Services => {
  const timers = systemTimers;
  const client = createWorkerClient({ fetch: (...request) => fetch(...request) });
  const queries = createQueries();
  const otherWindows = new BroadcastChannel('twenty-dialer');
  const keeping = createTrouble();
  const room = createTrouble();
  const { reportsBox, draftsBox } = openBoxes(keeping);
  const announce = () => otherWindows.postMessage('reports-changed');
  const unsent = createUnsentReports({ box: reportsBox, now: timers.now, announce });
  const sender = createReportSender({
    unsent,
    reportCall: client.reportCall,
    signedInMember: (): MemberId | null =>
      isProblem(queries.getQueryState(['session'])?.error, 'not-signed-in')
        ? null
        : (queries.getQueryData<SessionView>(['session'])?.member.id ?? null),
    withLock: withBrowserLock,
    timers,
    random: Math.random,
    onConfirmed: (call: CallView) => rememberCall(queries, call),
    onNoRoom: room.report,
    onSessionDoubt: () => void queries.invalidateQueries({ queryKey: ['session'] }),
  });
  return {
    client,
    queries,
    unsent,
    sender,
    drafts: createDrafts({
      box: draftsBox,
      now: timers.now,
      storage: localStorage,
      onTrouble: keeping.report,
    }),
    lines: [
      createPracticeLine({ timers, ringTone: createRingTone(isRingToneWanted) }),
      createManualLine({ timers }),
    ],
    links: watchDialLinks(window),
    timers,
    otherWindows,
    claimCall: claimInThisWindow,
    releaseCall: releaseInThisWindow,
    callsInOtherWindows,
    keeping,
    room,
    openEvents: (address) => new EventSource(address),
  };
};

export const createQueries = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // The browser's own idea of being offline is often wrong for a worker on this machine or network.
        networkMode: 'always',
        staleTime: 30_000,
        retry: (failures, error) => error instanceof WorkerAwayError && failures < 2,
      },
    },
  });

const openBoxes = (keeping: Trouble) => {
  const database = openBoxDatabase();
  database.catch(keeping.report);
  const onTrouble = keeping.report;
  return {
    reportsBox: fallbackBox({
      kept: keptBox<UnsentReport>(database, { name: 'unsentReports', parse: parseUnsentReport }),
      passing: passingBox<UnsentReport>(),
      ageOf: ({ report }) => report.revision,
      onTrouble,
    }),
    draftsBox: fallbackBox({
      kept: keptBox<Draft>(database, { name: 'drafts', parse: parseDraft }),
      passing: passingBox<Draft>(),
      ageOf: ({ keptAt }) => keptAt,
      onTrouble,
    }),
  };
};
