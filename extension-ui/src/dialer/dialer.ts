import {
  CallId,
  type CallLine,
  type CallReport,
  type E164,
  type LineName,
  type MemberId,
} from '@twenty-dialer/contract';
import type { LineCall, LineEvent, PhoneLine } from '../line/phone-line.ts';
import type { Timers } from '../timers.ts';
import {
  advance,
  type CallEvent,
  type Callee,
  type CallState,
  IDLE,
  isLive,
  type Links,
} from './call-machine.ts';
import type { CallSession } from './call-session.ts';
import type { Draft, Drafts } from './drafts.ts';

/** While a line is up the draft is kept this often, so that after a crash the end of the call is known this well. */
const HEARTBEAT_MS = 10_000;

export type DialerDeps = {
  member: MemberId;
  lines: readonly PhoneLine[];
  /** The rep's own telephone, with which calls on the manual line are made; null: it is not told. */
  ownNumber: () => E164 | null;
  timers: Timers;
  newId: () => string;
  callSession: CallSession;
  drafts: Drafts;
  /** Keeps a report on this computer; called before anything is sent. */
  keepReport: (report: CallReport) => Promise<void>;
  /** Told when this computer could not keep something; the draft stays then. */
  onTrouble: (error: unknown) => void;
  /** Resolves to false when another window has this call; true keeps it for this window until it is let go. */
  claimCall: (callId: string) => Promise<boolean>;
  /** The call has left the screen: another window may have it. */
  releaseCall: (callId: string) => void;
};

/** One window's dialer: the present call, its line, its draft and its reports. React reads it as an external store. */
export const createDialer = (deps: DialerDeps) => {
  let state: CallState = IDLE;
  let lineCall: LineCall | null = null;
  let cancelHeartbeat: () => void = () => undefined;
  /** The last report of each call that still has a draft. */
  const lastReports = new Map<string, Promise<void>>();
  const listeners = new Set<() => void>();

  const apply = (event: CallEvent): boolean => {
    const before = state;
    const step = advance(state, event);
    if (step.state === before) return false;
    state = step.state;
    afterStep(before, step.report);
    for (const listener of listeners) listener();
    return true;
  };

  const afterStep = (before: CallState, report: CallReport | null) => {
    deps.drafts.keep(state);
    if (!isLive(state.phase)) {
      cancelHeartbeat();
      lineCall = null;
    }
    if (isLive(before.phase) && !isLive(state.phase)) deps.callSession.touch();
    if (report !== null) {
      const kept = deps.keepReport(report);
      lastReports.set(report.callId, kept);
      kept.catch(deps.onTrouble);
    }
    const isOver = state.phase === 'wrapped-up' || state.phase === 'idle';
    const dropped = isOver ? dropOnceReported(before) : Promise.resolve();
    void dropped.then(() => letGo(before));
  };
  // Only once the newest report is kept: between the two, one of them holds every word.
  const dropOnceReported = async (over: CallState) => {
    if (over.phase === 'idle') return;
    const { callId } = over.call.report;
    const last = lastReports.get(callId);
    try {
      await last;
    } catch {
      deps.drafts.takeBack(over.call.report);
      return; // Told already; the draft holds the words.
    }
    const isOpenAgain =
      state.phase !== 'idle' && state.phase !== 'wrapped-up' && state.call.report.callId === callId;
    if (isOpenAgain || lastReports.get(callId) !== last) return;
    lastReports.delete(callId);
    await deps.drafts.drop(over.call.report);
  };

  // Not before its draft is gone: a window that has the call brings its draft back.
  const letGo = (before: CallState) => {
    if (before.phase === 'idle') return;
    const { callId } = before.call.report;
    if (state.phase === 'idle' || state.call.report.callId !== callId) deps.releaseCall(callId);
  };

  const hear = (callId: string) => (event: LineEvent) => {
    if (state.phase === 'idle' || state.call.report.callId !== callId) return;
    const at = deps.timers.now();
    apply(event.type === 'answered' ? { ...event, at, by: event.by ?? 'person' } : { ...event, at });
  };

  const beat = () => {
    cancelHeartbeat = deps.timers.after(HEARTBEAT_MS, () => {
      deps.callSession.touch();
      deps.drafts.keep(state);
      beat();
    });
  };

  const lineNamed = (name: CallLine) => deps.lines.find((line) => line.name === name);

  const presentLine = (): PhoneLine | null =>
    state.phase === 'idle' ? null : (lineNamed(state.call.report.line) ?? null);

  const takeUp = (draft: Draft) => {
    state = { phase: draft.phase, call: draft.call };
    const { callId, to, line, answeredAt } = draft.call.report;
    if (isLive(draft.phase)) {
      const isAnswered = answeredAt !== null;
      lineCall = lineNamed(line)?.resume({ callId, to, isAnswered }, hear(callId)) ?? null;
      // The reload ended this line. It is over since the window was last known to be there.
      if (lineCall === null) {
        apply({ type: 'ended', at: draft.keptAt, status: isAnswered ? 'completed' : 'failed' });
        return;
      }
      beat();
    }
    for (const listener of listeners) listener();
  };

  /** Reports once more what a page had put off when it went away: the same report, which counts once. */
  const endPuttingOff = async (report: CallReport) => {
    if (!(await deps.claimCall(report.callId))) return;
    try {
      await deps.keepReport(report);
      await deps.drafts.drop(report);
    } catch (error) {
      deps.drafts.takeBack(report);
      deps.onTrouble(error);
    } finally {
      deps.releaseCall(report.callId);
    }
  };

  const later = (): boolean => {
    if (state.phase === 'idle' || !apply({ type: 'keep' })) return false;
    deps.drafts.putOff(state.call.report);
    return apply({ type: 'next' });
  };

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    getState: () => state,
    /** Starts a call if none is under way; its id is made here, once. Returns whether it did. */
    dial: (callee: Callee, lineName: LineName): boolean => {
      const line = lineNamed(lineName);
      if (line === undefined || !(state.phase === 'idle' || state.phase === 'wrapped-up')) return false;
      const callId = CallId.parse(deps.newId());
      const callSessionId = deps.callSession.use();
      const call = {
        ...callee,
        callId,
        callSessionId,
        workspaceMemberId: deps.member,
        line: lineName,
        from: lineName === 'manual' ? deps.ownNumber() : null,
      };
      void deps.claimCall(callId);
      apply({ type: 'dial', call, at: deps.timers.now() });
      lineCall = line.dial({ callId, to: callee.to }, hear(callId));
      beat();
      return true;
    },
    hangUp: () => lineCall?.hangUp(),
    markAnswered: () => lineCall?.markAnswered(),
    sendDigits: (digits: string) => lineCall?.sendDigits(digits),
    /** The line of the present call, for what it can do. */
    presentLine,
    toggleMute: () => {
      if (state.phase === 'idle' || presentLine()?.carriesSound !== true) return;
      const isMuted = !state.call.isMuted;
      if (apply({ type: 'mute', isMuted })) lineCall?.mute(isMuted);
    },
    write: (note: string) => apply({ type: 'write', note }),
    choose: (outcome: string) => apply({ type: 'choose', outcome }),
    /** Says who was called and what it was about. */
    link: (links: Links) => apply({ type: 'link', links }),
    /** Saves the wrap-up; false when there is no outcome yet or the note is too long. */
    save: (): boolean => apply({ type: 'save', at: deps.timers.now() }),
    reopen: () => apply({ type: 'reopen' }),
    next: () => apply({ type: 'next' }),
    /** Leaves the wrap-up for later: what was typed is reported; false when the note is too long for that. */
    later,
    /** Opens a call of the list for its wrap-up; false while another call is on the screen. */
    open: (report: CallReport, subtitle: string): boolean => {
      const isOpen = apply({ type: 'open', report, subtitle });
      if (isOpen) deps.drafts.takeBack(report);
      return isOpen;
    },
    /** Brings back what a reload or a crash left behind, unless another window has it. */
    restore: async () => {
      for (const report of deps.drafts.listPutOff(deps.member)) await endPuttingOff(report);
      for (const { callId } of await deps.drafts.list(deps.member)) {
        if (state.phase !== 'idle') return;
        if (!(await deps.claimCall(callId))) continue;
        // Whoever had it may have ended it meanwhile.
        const draft = (await deps.drafts.list(deps.member)).find((one) => one.callId === callId);
        if (draft === undefined || state.phase !== 'idle') deps.releaseCall(callId);
        else takeUp(draft);
      }
    },
    /** The page may go away now. */
    flush: () => deps.drafts.flush(state),
  };
};
export type Dialer = ReturnType<typeof createDialer>;
