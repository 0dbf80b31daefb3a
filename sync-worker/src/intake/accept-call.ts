import type { CallReport, Member, WorkspaceId } from '@twenty-dialer/contract';
import { recordsOfCall } from '../outbox/records-of-call.ts';
import type { Acceptance, Store } from '../store/port.ts';

interface AcceptDeps {
  readonly store: Store;
  /** Whether practice calls are written to Twenty. Where they are not, they are kept here all the same. */
  readonly practiceCallsToTwenty: boolean;
}

/**
 * Stores a report together with what Twenty must hear of it, in one transaction: when this resolves, the call reaches
 * Twenty whatever happens to this process. The same report again changes nothing.
 * @throws StoreUnavailableError: nothing is promised, the browser sends it again.
 */
export const acceptCall =
  ({ store, practiceCallsToTwenty }: AcceptDeps) =>
  (workspaceId: WorkspaceId, report: CallReport, member: Member): Promise<Acceptance> =>
    store.transaction(workspaceId, async (tx) => {
      const acceptance = await tx.calls.accept(report);
      if (acceptance.result !== 'accepted') return acceptance;
      if (report.line === 'practice' && !practiceCallsToTwenty) return acceptance;
      const knownSlots = acceptance.call.entries.map(({ slot }) => slot);
      const records = recordsOfCall({ report, member: { id: member.id, name: nameOf(member) }, knownSlots });
      await tx.outbox.touch(records);
      const touched = await tx.calls.get(report.callId);
      return { result: 'accepted', call: touched ?? acceptance.call };
    });

const nameOf = ({ firstName, lastName, email }: Member): string => `${firstName} ${lastName}`.trim() || email;
