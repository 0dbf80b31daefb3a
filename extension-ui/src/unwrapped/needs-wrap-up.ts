import type { CallReport } from '@twenty-dialer/contract';

/** Line states of an inbound call to which nobody came to speak. */
const NOT_TAKEN = ['missed', 'no-answer', 'busy', 'canceled', 'failed', 'rejected'];

/**
 * What an inbound call that nobody took is called; null for every other call. It has no outcome to choose, because there
 * was no conversation: it is told as missed, and nobody is asked to wrap it up (though one still may).
 */
export const missedWord = (call: { direction: string | null; status: string | null }): string | null => {
  if (call.direction !== 'inbound' || call.status === null || !NOT_TAKEN.includes(call.status)) return null;
  return call.status === 'rejected' ? 'Declined' : 'Missed';
};

/** Whether a call waits for the rep to say what came of it. */
export const needsWrapUp = (report: Pick<CallReport, 'stage' | 'direction' | 'status'>): boolean =>
  report.stage !== 'wrapped-up' && missedWord(report) === null;
