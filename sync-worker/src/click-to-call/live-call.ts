import type { LiveView } from '@twenty-dialer/contract';
import type { CallRecord } from '../store/call-port.ts';

/** A call of which nothing is heard for so long after it was dialed is taken for over, as delivery does. */
const LONGEST_CALL_MS = 2 * 60 * 60_000;
/** Later the rep has left the wrap-up for another time. */
const LONGEST_WRAP_UP_MS = 5 * 60_000;

/** What a rep is on, from their calls without an outcome, the newest first. */
export const liveOf = (open: readonly Pick<CallRecord, 'report'>[], nowMs: number): LiveView => {
  const isYoung = (since: string, mostMs: number) => nowMs - Date.parse(since) < mostMs;
  const calling = open.find(
    ({ report }) => report.stage === 'dialed' && isYoung(report.startedAt, LONGEST_CALL_MS),
  );
  if (calling !== undefined) return viewOf('calling', calling, calling.report.startedAt);
  for (const call of open) {
    const { stage, endedAt } = call.report;
    if (stage === 'ended' && endedAt !== null && isYoung(endedAt, LONGEST_WRAP_UP_MS)) {
      return viewOf('wrap-up', call, endedAt);
    }
  }
  return { state: 'free' };
};

const viewOf = (
  state: 'calling' | 'wrap-up',
  { report }: Pick<CallRecord, 'report'>,
  since: string,
): LiveView => {
  const { callId, personId, personName, to: number } = report;
  return { state, call: { callId, personId, personName, number, since } };
};
