import type { CallReport, CallView } from '@twenty-dialer/contract';
import type { UnsentReport } from '../worker-client/unsent-reports.ts';
import { needsWrapUp } from './needs-wrap-up.ts';

/**
 * A call that was only ever reported as dialed may be going on at another computer. After two hours without a word the
 * worker gives it up too.
 */
const GIVEN_UP_AFTER_MS = 2 * 60 * 60_000;

/** What this computer alone knows, as ids of calls. */
export type LocalCalls = {
  /** The calls that were looked for. Of any other one nothing is known yet. */
  asked: readonly string[];
  /** With words of the rep's that no report has yet. */
  drafted: readonly string[];
  /** On the screen of another window of this browser. */
  inOtherWindows: readonly string[];
};

/** The newest report of each call that may wait, wherever it is; not of one in conflict, where a person chooses first. */
export const candidates = (
  views: readonly CallView[],
  unsent: readonly UnsentReport[],
): readonly CallReport[] => {
  const reports = new Map(views.map(({ report }) => [report.callId, report]));
  for (const { report, state } of unsent) {
    if (state === 'conflict') reports.delete(report.callId);
    else if (report.revision > (reports.get(report.callId)?.revision ?? 0))
      reports.set(report.callId, report);
  }
  return [...reports.values()].filter(needsWrapUp);
};

export type WaitingInput = {
  /** Calls of which this computer keeps a report that was not sent. */
  unsent: readonly UnsentReport[];
  local: LocalCalls;
  /** The call on this window's screen. */
  presentId: string | null;
  now: number;
};

/** Those that nobody is at: not on this screen, not in another window, not going on anywhere. Newest first. */
export const waitingCalls = (
  reports: readonly CallReport[],
  { unsent, local, presentId, now }: WaitingInput,
): CallReport[] => {
  const isOfThisComputer = (callId: string) =>
    local.drafted.includes(callId) || unsent.some((entry) => entry.callId === callId);
  return reports
    .filter(({ callId, stage, startedAt }) => {
      const isTaken = callId === presentId || local.inOtherWindows.includes(callId);
      if (isTaken || !local.asked.includes(callId)) return false;
      // No window of this computer has it: its window died, or was never one of these.
      const isOver = stage !== 'dialed' || isOfThisComputer(callId);
      return isOver || now - Date.parse(startedAt) > GIVEN_UP_AFTER_MS;
    })
    .sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
};

/** The newest report, with the words of a draft that it may lack: whatever was typed comes back. */
export const withWordsOf = (report: CallReport, drafted: CallReport | undefined): CallReport => {
  if (drafted === undefined) return report;
  if (drafted.revision >= report.revision) return drafted;
  if (report.note.includes(drafted.note)) return report;
  return { ...report, note: [report.note, drafted.note].filter((note) => note !== '').join('\n\n') };
};
