import {
  type CallReport,
  type CompanyId,
  type E164,
  type LineName,
  NOTE_MAX_CHARACTERS,
} from '@twenty-dialer/contract';
import type { EndStatus } from '../line/phone-line.ts';
import { instantOf } from '../timers.ts';

export const PHASES = [
  'idle',
  'preparing',
  'connecting',
  'ringing',
  'in-progress',
  'reconnecting',
  'ended',
  'wrapped-up',
] as const;
export type Phase = (typeof PHASES)[number];

/** Who is called, as the rep saw it when dialing. Rides along for the screen; only ids are facts. */
export type Callee = {
  to: E164;
  personId: CallReport['personId'];
  personName: string | null;
  subtitle: string;
  /** The rep said that it is nobody in Twenty. */
  isNobody?: boolean;
  /** The person's; what the call is about unless the rep says otherwise. */
  companyId?: CompanyId | null;
};

/** What a call is linked to, as far as the rep changes it. */
export type Links = Partial<
  Pick<CallReport, 'personId' | 'personName' | 'isNobody' | 'companyId' | 'opportunityId'>
>;

/** The present call: its report as it stands, and what only this window needs to know. */
export type PresentCall = {
  report: CallReport;
  subtitle: string;
  isMuted: boolean;
  reconnectingSince: string | null;
  answeredBy: 'person' | 'machine' | null;
};

export type CallState = { phase: 'idle' } | { phase: Exclude<Phase, 'idle'>; call: PresentCall };
export const IDLE: CallState = { phase: 'idle' };

export type NewCall = Pick<CallReport, 'callId' | 'workspaceMemberId' | 'callSessionId'> &
  Callee & { line: LineName; from: E164 | null };

/** What can happen to a call; `at` is in milliseconds. */
export type CallEvent =
  | { type: 'dial'; call: NewCall; at: number }
  | { type: 'preparing' | 'connecting' | 'ringing' | 'reconnecting' | 'reconnected'; at: number }
  | { type: 'answered'; at: number; by: 'person' | 'machine' }
  | { type: 'ended'; at: number; status: EndStatus }
  | { type: 'mute'; isMuted: boolean }
  | { type: 'write'; note: string }
  | { type: 'choose'; outcome: string }
  | { type: 'link'; links: Links }
  | { type: 'save'; at: number }
  | { type: 'keep' | 'reopen' | 'next' }
  | { type: 'open'; report: CallReport; subtitle: string };

/** The step, and the report it makes, if it makes one. */
export type Step = { state: CallState; report: CallReport | null };

type EventType = CallEvent['type'];
const NEVER = {
  dial: null,
  preparing: null,
  connecting: null,
  ringing: null,
  answered: null,
  reconnecting: null,
  reconnected: null,
  ended: null,
  mute: null,
  write: null,
  choose: null,
  link: null,
  save: null,
  keep: null,
  reopen: null,
  next: null,
  open: null,
} as const satisfies Record<EventType, null>;

/**
 * Where each event leads from each phase; null: the event means nothing there and changes nothing.
 * A line event that arrives late can therefore never bring a call back that is over.
 */
export const NEXT: Record<Phase, Record<EventType, Phase | null>> = {
  idle: { ...NEVER, dial: 'preparing', open: 'ended' },
  preparing: {
    ...NEVER,
    preparing: 'preparing',
    connecting: 'connecting',
    ringing: 'ringing',
    answered: 'in-progress',
    ended: 'ended',
    mute: 'preparing',
    write: 'preparing',
    choose: 'preparing',
    link: 'preparing',
  },
  connecting: {
    ...NEVER,
    ringing: 'ringing',
    answered: 'in-progress',
    ended: 'ended',
    mute: 'connecting',
    write: 'connecting',
    choose: 'connecting',
    link: 'connecting',
  },
  ringing: {
    ...NEVER,
    answered: 'in-progress',
    ended: 'ended',
    mute: 'ringing',
    write: 'ringing',
    choose: 'ringing',
    link: 'ringing',
  },
  'in-progress': {
    ...NEVER,
    reconnecting: 'reconnecting',
    ended: 'ended',
    mute: 'in-progress',
    write: 'in-progress',
    choose: 'in-progress',
    link: 'in-progress',
  },
  reconnecting: {
    ...NEVER,
    reconnected: 'in-progress',
    ended: 'ended',
    mute: 'reconnecting',
    write: 'reconnecting',
    choose: 'reconnecting',
    link: 'reconnecting',
  },
  ended: {
    ...NEVER,
    write: 'ended',
    choose: 'ended',
    link: 'ended',
    save: 'wrapped-up',
    keep: 'ended',
    next: 'idle',
  },
  'wrapped-up': { ...NEVER, reopen: 'ended', open: 'ended', dial: 'preparing', next: 'idle' },
};

/** One step of the call. Pure; the same state object comes back when nothing changes. */
export const advance = (state: CallState, event: CallEvent): Step => {
  const unchanged = { state, report: null };
  const phase = NEXT[state.phase][event.type];
  if (phase === null) return unchanged;
  if (phase === 'idle') return { state: IDLE, report: null };
  if (event.type === 'dial') return reporting(phase, newCall(event.call, event.at));
  if (event.type === 'open') return { state: { phase, call: openedCall(event) }, report: null };
  if (state.phase === 'idle') return unchanged;
  if (event.type === 'save' && !canSave(state.call.report)) return unchanged;
  if (event.type === 'keep' && !noteFits(state.call.report)) return unchanged;
  const call = changed(state.call, event);
  return event.type === 'ended' || event.type === 'save' || event.type === 'keep'
    ? reporting(phase, { ...call, report: { ...call.report, revision: call.report.revision + 1 } })
    : { state: { phase, call }, report: null };
};

/** A wrap-up needs an outcome, and a note that the worker takes whole. */
export const canSave = (report: CallReport): boolean => report.outcome !== null && noteFits(report);

/** Whether the worker takes the note whole. Only then may the draft, which has all of it, go. */
export const noteFits = ({ note }: CallReport): boolean => note.length <= NOTE_MAX_CHARACTERS;

/** Whether the line is up or coming up, so that leaving the page would end something. */
export const isLive = (phase: Phase): boolean =>
  phase !== 'idle' && phase !== 'ended' && phase !== 'wrapped-up';

// A note beyond the limit would have the whole report refused; the draft keeps all of it until the rep shortens it.
const reporting = (phase: Exclude<Phase, 'idle'>, call: PresentCall): Step => ({
  state: { phase, call },
  report: { ...call.report, note: call.report.note.slice(0, NOTE_MAX_CHARACTERS) },
});

const changed = (call: PresentCall, event: CallEvent): PresentCall => {
  const { report } = call;
  const withReport = (change: Partial<CallReport>): PresentCall => ({
    ...call,
    report: { ...report, ...change },
  });
  switch (event.type) {
    case 'ringing':
      return withReport({ status: 'ringing', ringingAt: report.ringingAt ?? notBefore(event.at, report) });
    case 'answered':
      return {
        ...withReport({
          status: 'in-progress',
          answeredAt: report.answeredAt ?? notBefore(event.at, report),
        }),
        answeredBy: event.by,
      };
    case 'reconnecting':
      return { ...call, reconnectingSince: instantOf(event.at) };
    case 'reconnected':
      return { ...call, reconnectingSince: null };
    case 'ended':
      return {
        ...withReport({ stage: 'ended', status: event.status, endedAt: notBefore(event.at, report) }),
        reconnectingSince: null,
        isMuted: false,
      };
    case 'mute':
      return { ...call, isMuted: event.isMuted };
    case 'write':
      return withReport({ note: event.note });
    case 'choose':
      return withReport({ outcome: event.outcome });
    case 'link':
      return withReport(event.links);
    case 'save':
      // An edit later keeps the time of the first wrap-up: how long the rep took is not changed by it.
      return withReport({
        stage: 'wrapped-up',
        wrappedUpAt: report.wrappedUpAt ?? notBefore(event.at, report),
      });
    default:
      return call;
  }
};

const newCall = ({ subtitle, ...who }: NewCall, at: number): PresentCall => ({
  report: {
    ...who,
    revision: 1,
    stage: 'dialed',
    direction: 'outbound',
    status: 'initiated',
    isNobody: who.isNobody ?? false,
    companyId: who.companyId ?? null,
    opportunityId: null,
    callSid: null,
    startedAt: instantOf(at),
    ringingAt: null,
    answeredAt: null,
    endedAt: null,
    wrappedUpAt: null,
    outcome: null,
    note: '',
    furtherNotes: [],
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    seenInTwenty: null,
  },
  subtitle,
  isMuted: false,
  reconnectingSince: null,
  answeredBy: null,
});

const openedCall = ({ report, subtitle }: { report: CallReport; subtitle: string }): PresentCall => ({
  report,
  subtitle,
  isMuted: false,
  reconnectingSince: null,
  answeredBy: null,
});

/** The computer's clock may be set back during a call; the times of a call never run backwards. */
const notBefore = (at: number, report: CallReport): string => {
  const earlier = [report.startedAt, report.ringingAt, report.answeredAt, report.endedAt]
    .filter((time) => time !== null)
    .map((time) => Date.parse(time));
  return instantOf(Math.max(at, ...earlier));
};
