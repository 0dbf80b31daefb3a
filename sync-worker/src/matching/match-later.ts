import type { WorkspaceId } from '@twenty-dialer/contract';
import { matchOf, numberToMatch } from '../outbox/match.ts';
import { recordsOfMatch } from '../outbox/records-of-match.ts';
import type { OpenCall } from '../store/match-port.ts';
import type { Store, StoreTransaction } from '../store/port.ts';

export interface MatchLaterDeps {
  readonly store: Pick<Store, 'transaction'>;
  readonly workspaceId: WorkspaceId;
  /** Numbers of the team itself. */
  readonly ownNumbers: () => Promise<ReadonlySet<string>>;
}

/** As many numbers at a time as one look at the calls behind them should hold. */
const NUMBERS_AT_ONCE = 200;

/**
 * Looks again for the people of calls whose numbers are news. Each call is taken hold of on its own, as a report of it
 * would, so that a report, the mirror and other workers may come at any moment. What is interrupted stays news.
 * @returns how many calls were matched, and whether more numbers wait
 * @throws StoreUnavailableError
 */
export const matchLater = async (deps: MatchLaterDeps): Promise<{ matched: number; hasMore: boolean }> => {
  const inStore = <T>(work: (tx: StoreTransaction) => Promise<T>) =>
    deps.store.transaction(deps.workspaceId, work);
  const { marks, calls } = await inStore((tx) => tx.matching.news(NUMBERS_AT_ONCE));
  if (marks.length === 0) return { matched: 0, hasMore: false };
  const ownNumbers = await deps.ownNumbers();
  let matched = 0;
  for (const call of calls) {
    if (ownNumbers.has(call.number)) continue;
    if (await inStore(async (tx) => matchOne(tx, await tx.matching.hold(call), ownNumbers))) matched += 1;
  }
  await inStore((tx) => tx.matching.forget(marks));
  return { matched, hasMore: marks.length === NUMBERS_AT_ONCE };
};

const matchOne = async (
  tx: StoreTransaction,
  open: OpenCall | null,
  ownNumbers: ReadonlySet<string>,
): Promise<boolean> => {
  if (open === null) return false;
  const { report } = open.call;
  const number = numberToMatch(report, ownNumbers);
  if (number === null) return false;
  const { workspaceMemberId: memberId, startedAt: at } = report;
  const owners = (await tx.matching.owners({ number, memberId, at })) ?? [];
  const match = matchOf(owners, 'later');
  const owner = owners.find(({ personId }) => personId === match?.personId);
  if (match === null || owner === undefined) return false;
  const held = { ...match, personName: owner.name, companyId: owner.person.companyId };
  // Entries before the change counter, which `keep` asks for at the end of the transaction.
  const { entries } = open.call;
  if (!open.isKeptHere) {
    await tx.outbox.touch(recordsOfMatch({ report, entries, memberName: open.memberName }, held));
  }
  await tx.matching.keep(report.callId, match);
  return true;
};
