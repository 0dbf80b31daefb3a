import { DO_NOT_CALL } from '@twenty-dialer/contract';
import { doNotCallRecord, type NumberToForbid } from '../outbox/do-not-call-record.ts';
import type { RecordToDeliver } from '../outbox/entry.ts';
import { otherNumberOf } from '../outbox/match.ts';
import { doNotCallSlot } from '../outbox/slot.ts';
import type { StoreTransaction } from '../store/port.ts';

interface ForbiddingCall extends Omit<NumberToForbid, 'number'> {
  /** The call's entries in the outbox: what it has forbidden once is not forbidden again by a later correction of it. */
  readonly knownSlots: readonly string[];
  readonly ownNumbers: ReadonlySet<string>;
}

/**
 * Puts the number of a call that ended with "do not call" on the list, in the transaction that accepts it: from this commit
 * on nobody is let through to it. A number that is on the list already keeps its entry as it is.
 */
export const forbidNumber = async (
  tx: Pick<StoreTransaction, 'doNotCall'>,
  { report, member, match, knownSlots, ownNumbers }: ForbiddingCall,
): Promise<RecordToDeliver[]> => {
  const number = otherNumberOf(report);
  if (report.outcome !== DO_NOT_CALL || number === null || ownNumbers.has(number)) return [];
  if (knownSlots.includes(doNotCallSlot(number))) return [];
  if ((await tx.doNotCall.byNumber(number)) !== null) return [];
  return [doNotCallRecord({ number, report, member, match })];
};
