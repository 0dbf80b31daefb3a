import {
  ALL_NOTES_MAX_CHARACTERS,
  CallReport,
  type CallView,
  FURTHER_NOTES_MAX,
  type ReportReceipt,
  type StorageRoom,
} from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import { parseBody } from '../http/parse.ts';
import { ProblemError } from '../http/problem.ts';
import { forOwner, type RouteHandlers } from '../http/route.ts';
import type { Acceptance, CallRecord } from '../store/call-port.ts';
import { StoreFullError } from '../store/errors.ts';
import type { Store } from '../store/port.ts';
import { acceptCall, type SettingsOf } from './accept-call.ts';

interface IntakeDeps {
  readonly store: Store;
  readonly practiceCallsToTwenty: boolean;
  readonly settings: SettingsOf;
  readonly viewOf: (call: CallRecord) => CallView;
  readonly room: () => Promise<StorageRoom>;
  readonly log: Pick<Logger, 'warn'>;
}

/** Where calls come in. 202 means: stored, and on its way whatever happens. */
export const intakeRoutes = (deps: IntakeDeps): Pick<RouteHandlers, 'reportCall'> => {
  const accept = acceptCall(deps);
  return {
    reportCall: forOwner({
      find: async (c) => {
        const report = await parseBody(c, CallReport);
        return { owner: report.workspaceMemberId, subject: report };
      },
      refusal: notYours,
      answer: async (c, { workspaceId, member }, report) => {
        // Before it is too late: a database that ran out of room in the middle of a write stops for everybody.
        if ((await deps.room()) === 'none') throw new StoreFullError('The reserve of free space is reached.');
        const acceptance = await accept(workspaceId, report, member);
        if (acceptance.result !== 'not-yours' && acceptance.isBlocked) {
          const { callId, line, workspaceMemberId } = report;
          deps.log.warn(
            { event: 'blocked-number-called', callId, line, workspaceMemberId },
            'a number on the do-not-call list was called; the call is recorded',
          );
        }
        return c.json(receiptOf(report, acceptance, deps.viewOf), 202);
      },
    }),
  };
};

const receiptOf = (
  report: CallReport,
  acceptance: Acceptance,
  viewOf: IntakeDeps['viewOf'],
): ReportReceipt => {
  switch (acceptance.result) {
    case 'not-yours':
      throw notYours();
    case 'conflict':
      throw new ProblemError('report-conflict', {
        detail: `${whatIsElse(report, acceptance.call.report)} Nothing of yours was stored or overwritten.`,
        present: viewOf(acceptance.call),
      });
    case 'too-many-notes':
      throw tooManyNotes(acceptance.call.report.furtherNotes.length);
    default:
      return { result: acceptance.result, call: viewOf(acceptance.call) };
  }
};

const whatIsElse = (report: CallReport, present: CallReport): string => {
  const words = new Map(present.furtherNotes.map(({ noteId, text }) => [noteId, text]));
  return report.furtherNotes.some(({ noteId, text }) => (words.get(noteId) ?? text) !== text)
    ? 'A further note of this call was saved with other words than yours. Add yours as a note of its own.'
    : `Another edit of this call was saved as revision ${present.revision} before yours.`;
};

const tooManyNotes = (held: number): ProblemError =>
  new ProblemError('invalid-request', {
    detail: `Together with the ${held} further notes that this call has already, these are more than a call can hold.`,
    fields: [
      {
        path: 'furtherNotes',
        message: `A call holds ${FURTHER_NOTES_MAX} further notes at most, and ${ALL_NOTES_MAX_CHARACTERS} characters in all its notes.`,
      },
    ],
  });

const notYours = (): ProblemError =>
  new ProblemError('not-yours', {
    detail: 'This call was made by somebody else than the person who is signed in.',
    remedy:
      'Keep the report: it stays on this computer and is sent when the person who made the call signs in.',
  });
