import type { CallReport } from '@twenty-dialer/contract';
import { matchOf, numberToMatch } from '../outbox/match.ts';
import type { HeldMatch } from '../store/match-port.ts';
import type { StoreTransaction } from '../store/port.ts';

/**
 * Finds whom a call was with by its number, in the transaction that accepts it, where the rep leaves it open. It costs one
 * look, and a write when somebody was found.
 */
export const findPerson = async (
  tx: Pick<StoreTransaction, 'matching'>,
  report: CallReport,
  ownNumbers: ReadonlySet<string>,
): Promise<HeldMatch | null> => {
  const number = numberToMatch(report, ownNumbers);
  if (number === null) return null;
  const { workspaceMemberId: memberId, startedAt: at } = report;
  const owners = (await tx.matching.owners({ number, memberId, at })) ?? [];
  const match = matchOf(owners, 'with-the-report');
  const owner = owners.find(({ personId }) => personId === match?.personId);
  if (match === null || owner === undefined) return null;
  await tx.matching.keep(report.callId, match);
  return { ...match, personName: owner.name, companyId: owner.person.companyId };
};
