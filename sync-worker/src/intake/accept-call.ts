import type { CallReport, Member, WorkspaceId, WorkspaceSettings } from '@twenty-dialer/contract';
import type { EarningRules } from '../outbox/progression-entries.ts';
import { recordsOfCall } from '../outbox/records-of-call.ts';
import type { Acceptance } from '../store/call-port.ts';
import type { Store } from '../store/port.ts';
import { earn } from './earn.ts';
import { findPerson } from './find-person.ts';
import { forbidNumber } from './forbid-number.ts';

interface AcceptDeps {
  readonly store: Store;
  /** Whether practice calls are written to Twenty. Where they are not, they are kept here all the same. */
  readonly practiceCallsToTwenty: boolean;
  readonly settings: SettingsOf;
}

/** What admins set for everybody, as far as a report needs it. */
export interface SettingsOf {
  of(workspaceId: WorkspaceId): Promise<Pick<WorkspaceSettings, 'xp' | 'ownNumbers'>>;
}

/**
 * Stores a report together with what Twenty must hear of it, in one transaction: when this resolves, the call reaches
 * Twenty whatever happens to this process. The same report again changes nothing.
 * @throws StoreUnavailableError: nothing is promised, the browser sends it again.
 */
export const acceptCall =
  ({ store, practiceCallsToTwenty, settings }: AcceptDeps) =>
  async (workspaceId: WorkspaceId, report: CallReport, member: Member): Promise<Acceptance> => {
    const { xp, ownNumbers: listed } = await settings.of(workspaceId);
    // A call with one of these was a call with nobody of the CRM.
    const ownNumbers: ReadonlySet<string> = new Set(listed);
    const rules: EarningRules = {
      forManualCalls: xp.manual,
      forEnteredCalls: xp.entered,
      forPracticeCalls: xp.practice,
    };
    return store.transaction(
      workspaceId,
      (tx) =>
        tx.calls.accept(report, async ({ report: present, match: held, knownSlots, isFirst, isLate }) => {
          const match = held ?? (await findPerson(tx, present, ownNumbers));
          if (present.line === 'practice' && !practiceCallsToTwenty) {
            await tx.calls.keepHere(present.callId);
            return;
          }
          // A late report was not made looking at what Twenty will get.
          const seenInTwenty = isLate ? null : report.seenInTwenty;
          const rep = { id: member.id, name: nameOf(member) };
          await tx.outbox.touch([
            ...recordsOfCall({ report: present, member: rep, knownSlots, seenInTwenty, match }),
            ...(await forbidNumber(tx, { report: present, member: rep, match, knownSlots, ownNumbers })),
            ...(await earn(tx, { report: present, isFirst, member: rep, rules })),
          ]);
        }),
      { findsByKey: true },
    );
  };

const nameOf = ({ firstName, lastName, email }: Member): string => `${firstName} ${lastName}`.trim() || email;
