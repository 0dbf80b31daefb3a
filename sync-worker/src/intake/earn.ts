import type { CallReport, MemberId } from '@twenty-dialer/contract';
import type { RecordToDeliver } from '../outbox/entry.ts';
import { type EarningRules, missingEntries } from '../outbox/progression-entries.ts';
import { progressionRecord } from '../outbox/progression-record.ts';
import type { StoreTransaction } from '../store/port.ts';

interface EarningCall {
  /** As the store holds it now. */
  readonly report: CallReport;
  /** Nothing was known of the call before. */
  readonly isFirst: boolean;
  readonly member: { readonly id: MemberId; readonly name: string };
  readonly rules: EarningRules;
}

/**
 * Brings the ledger up to the call's present state, in the transaction that accepts it, and gives what Twenty must hear:
 * nothing where the totals stay as they are, or where nobody knows yet what Twenty had before.
 */
export const earn = async (
  tx: Pick<StoreTransaction, 'progression'>,
  { report, isFirst, member, rules }: EarningCall,
): Promise<RecordToDeliver[]> => {
  const totals = await tx.progression.append(
    { callId: report.callId, revision: report.revision, member, isFirst },
    (held) => missingEntries(report, held, rules),
  );
  return totals?.isOpened ? [progressionRecord(member, totals)] : [];
};
