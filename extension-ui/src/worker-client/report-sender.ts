import { type CallReport, CallView, type MemberId, type ReportReceipt } from '@twenty-dialer/contract';
import type { Timers } from '../timers.ts';
import { waitBeforeTry } from './backoff.ts';
import { isProblem, ProblemError, WorkerAwayError } from './problem-error.ts';
import { holdsAllOf, type Obstacle, type UnsentReport, type UnsentReports } from './unsent-reports.ts';

export type ReportSenderDeps = {
  unsent: UnsentReports;
  reportCall: (report: CallReport) => Promise<ReportReceipt>;
  /** Whose session this browser holds now; null when nobody is signed in. */
  signedInMember: () => MemberId | null;
  /** One sender over all windows: runs `act` while holding the lock of that name. */
  withLock: (name: string, act: () => Promise<void>) => Promise<void>;
  timers: Timers;
  random: () => number;
  /** The worker holds the call now: what it holds. */
  onConfirmed: (call: CallView) => void;
  /** The dialer has no room for more, in its own words; null: it takes reports again. */
  onNoRoom: (problem: ProblemError | null) => void;
  /** The session is gone, is another person's, or nobody answers: ask again, so that the screen says which. */
  onSessionDoubt: () => void;
};

/**
 * Sends what waits on this computer, oldest first, and takes a report away only when the worker confirmed that
 * revision or a newer one. `wake` is cheap and may be called at any time; one round runs at a time.
 */
export const createReportSender = (deps: ReportSenderDeps) => {
  let failuresInARow = 0;
  let isRunning = false;
  let isWokenAgain = false;
  let cancelWait: (() => void) | null = null;

  const wake = async (): Promise<void> => {
    cancelWait?.();
    cancelWait = null;
    if (isRunning) {
      isWokenAgain = true;
      return;
    }
    isRunning = true;
    try {
      do {
        isWokenAgain = false;
        await round();
      } while (isWokenAgain);
    } finally {
      isRunning = false;
    }
  };

  const round = async () => {
    const member = deps.signedInMember();
    if (member === null) return;
    let mustTryAgain = false;
    await deps.withLock(`twenty-dialer-sender:${member}`, async () => {
      // Read inside the lock: what another window has sent meanwhile is not there any more.
      const waiting = (await deps.unsent.list(member))
        .filter(({ state }) => state === 'waiting')
        .sort((a, b) => a.keptAt - b.keptAt);
      // Another window may have sent what came back here.
      if (waiting.length === 0) deps.onNoRoom(null);
      for (const entry of waiting) {
        if (deps.signedInMember() !== member) return;
        const result = await sendOne(deps, entry);
        if (result === 'later') mustTryAgain = true;
        if (result === 'stop') return;
        if (result === 'away') {
          mustTryAgain = true;
          return;
        }
      }
    });
    failuresInARow = mustTryAgain ? failuresInARow + 1 : 0;
    if (mustTryAgain) {
      cancelWait = deps.timers.after(waitBeforeTry(failuresInARow, deps.random), () => void wake());
    }
  };

  return { wake, stop: () => cancelWait?.() };
};
export type ReportSender = ReturnType<typeof createReportSender>;

/** `done`: nothing more to do for it; `later`: try this one again; `away`: try all again; `stop`: somebody must sign in. */
type SendResult = 'done' | 'later' | 'away' | 'stop';

const sendOne = async (deps: ReportSenderDeps, { report }: UnsentReport): Promise<SendResult> => {
  try {
    const receipt = await deps.reportCall(report);
    deps.onNoRoom(null);
    // First the list, then the box: in between the call is in both, never in neither.
    deps.onConfirmed(receipt.call);
    if (receipt.result === 'superseded' && !holdsAllOf(receipt.call.report, report)) {
      await deps.unsent.setAside(report, inConflict(receipt.call, ''));
    } else {
      await deps.unsent.confirmed(report);
    }
    return 'done';
  } catch (error) {
    if (error instanceof WorkerAwayError) {
      deps.onSessionDoubt();
      return 'away';
    }
    if (isProblem(error, 'store-full')) {
      // Full for one is full for all: the others wait with it.
      deps.onNoRoom(error);
      return 'away';
    }
    // Asked too often by one is asked too often by all: each further one would only be refused as well.
    if (isProblem(error, 'too-many-requests')) return 'away';
    if (isProblem(error, 'not-signed-in') || isProblem(error, 'not-yours')) {
      deps.onSessionDoubt();
      return 'stop';
    }
    if (error instanceof ProblemError && error.problem.status < 500) return setAside(deps, report, error);
    return 'later';
  }
};

const setAside = async (
  { unsent }: ReportSenderDeps,
  report: CallReport,
  { problem }: ProblemError,
): Promise<SendResult> => {
  const words = `${problem.detail} ${problem.remedy} (${problem.requestId})`;
  const present = CallView.safeParse(problem.present);
  if (problem.code === 'report-conflict' && present.success) {
    await unsent.setAside(report, inConflict(present.data, words));
    return 'done';
  }
  // Only these say that the report itself is wrong; anything else may pass the next time.
  if (problem.code !== 'invalid-request' && problem.code !== 'body-too-large') return 'later';
  await unsent.setAside(report, { state: 'refused', fields: problem.fields, words, present: null });
  return 'done';
};

const inConflict = (present: CallView, words: string): Obstacle => ({
  state: 'conflict',
  fields: [],
  words,
  present,
});
