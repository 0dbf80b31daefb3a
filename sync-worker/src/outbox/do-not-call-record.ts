import type { CallReport, E164 } from '@twenty-dialer/contract';
import type { RecordToDeliver } from './entry.ts';
import type { MatchedPerson } from './records-of-call.ts';
import { doNotCallSlot, recordIdOf } from './slot.ts';

/** A number that a rep was asked not to call again, and in which call. */
export interface NumberToForbid {
  readonly number: E164;
  readonly report: CallReport;
  readonly member: { readonly id: string; readonly name: string };
  readonly match: MatchedPerson | null;
}

/** The number's row on the do-not-call list. It stays there when the call's outcome is corrected: people take it off in Twenty. */
export const doNotCallRecord = ({ number, report, member, match }: NumberToForbid): RecordToDeliver => {
  const slot = doNotCallSlot(number);
  return {
    slot,
    objectName: 'doNotCallEntry',
    recordId: recordIdOf(slot),
    callId: report.callId,
    memberId: report.workspaceMemberId,
    payload: {
      number,
      name: report.personName ?? match?.personName ?? '',
      reason: 'Asked for it in a call.',
      source: 'DIALER',
      personId: report.personId ?? match?.personId ?? null,
      addedById: member.id,
      addedAt: report.wrappedUpAt,
      // Whoever had let an earlier entry run out did not know of this call.
      expiresAt: null,
      createdBy: { source: 'MANUAL', name: member.name, workspaceMemberId: member.id },
    },
    links: {},
    dueInMs: 0,
  };
};
