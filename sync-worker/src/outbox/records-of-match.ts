import type { CallReport } from '@twenty-dialer/contract';
import type { EntrySummary, RecordToDeliver } from './entry.ts';
import { type MatchedPerson, recordsOfCall } from './records-of-call.ts';

/**
 * What Twenty must hold of a call now that its person is known. What is there already is corrected at once; what still
 * waits goes with the person, in its own time.
 */
export const recordsOfMatch = (
  call: {
    readonly report: CallReport;
    readonly entries: readonly EntrySummary[];
    readonly memberName: string;
  },
  match: MatchedPerson,
): RecordToDeliver[] => {
  const { report, entries, memberName } = call;
  const arrived = new Set(entries.flatMap(({ slot, firstDeliveredAt }) => (firstDeliveredAt ? [slot] : [])));
  return recordsOfCall({
    report,
    match,
    member: { id: report.workspaceMemberId, name: memberName },
    knownSlots: entries.map(({ slot }) => slot),
  }).map((record) => (arrived.has(record.slot) ? { ...record, dueInMs: 0 } : record));
};
