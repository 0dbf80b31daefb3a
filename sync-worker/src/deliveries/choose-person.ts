import type { PersonSummary } from '@twenty-dialer/contract';
import { ProblemError } from '../http/problem.ts';
import { recordsOfMatch } from '../outbox/records-of-match.ts';
import type { Actor } from '../store/admin-port.ts';
import type { StoreTransaction } from '../store/port.ts';
import { noSuchDelivery } from './delivery-page.ts';

/**
 * Says whose number an unmatched call was. It counts as what the worker found out: a correction by the call's rep wins, and
 * what somebody linked in Twenty stays.
 */
export const choosePerson = async (
  tx: StoreTransaction,
  { slot, person, actor }: { slot: string; person: PersonSummary; actor: Actor },
): Promise<void> => {
  const detail = await tx.deliveries.detail(slot);
  if (detail === null) throw noSuchDelivery();
  const { callId, member } = detail.row;
  const open =
    detail.unmatchedNumber === null || callId === null || member === null
      ? null
      : await tx.matching.hold({ callId, memberId: member.id });
  if (open === null) {
    throw new ProblemError('delivery-changed', {
      detail: 'Somebody has been found for this call meanwhile, or its rep said that it was nobody.',
    });
  }
  const { report, entries } = open.call;
  const match = { personId: person.id, personName: person.name, companyId: person.companyId ?? null };
  // Entries before the change counter, which `keep` asks for at the end of the transaction.
  if (!open.isKeptHere) {
    await tx.outbox.touch(recordsOfMatch({ report, entries, memberName: open.memberName }, match));
  }
  await tx.matching.keep(report.callId, { personId: person.id, how: 'chosen' });
  await tx.audit.note(actor, {
    action: 'choose-person',
    subject: slot,
    detail: `${person.name} (${person.id})`,
  });
};
