import type { WorkspaceId } from '@twenty-dialer/contract';
import { progressionRecord } from '../outbox/progression-record.ts';
import type { Store } from '../store/port.ts';
import type { MemberTotals } from '../store/progression-port.ts';

/** A member's totals as they were kept, and as the ledger has them. */
export interface Rebuilt {
  readonly before: MemberTotals | null;
  readonly after: MemberTotals;
}

/**
 * Works the totals and days of everybody in every workspace out anew, from the ledger alone, and hands to the outbox what
 * Twenty has to hear. One transaction per member: reps go on calling meanwhile.
 */
export const rebuildProgression = async (store: Store): Promise<Rebuilt[]> => {
  const rebuilt: Rebuilt[] = [];
  for (const { id } of await store.listWorkspaces()) rebuilt.push(...(await rebuildWorkspace(store, id)));
  return rebuilt;
};

const rebuildWorkspace = async (store: Store, workspaceId: WorkspaceId): Promise<Rebuilt[]> => {
  const members = await store.transaction(workspaceId, (tx) => tx.progression.members());
  const rebuilt: Rebuilt[] = [];
  for (const memberId of members) {
    rebuilt.push(
      await store.transaction(workspaceId, async (tx) => {
        const totals = await tx.progression.rebuild(memberId);
        const { member, isOpened } = totals.after;
        // The same content again changes nothing there, so only wrong totals are written again.
        if (isOpened) await tx.outbox.touch([progressionRecord(member, totals.after)]);
        return totals;
      }),
    );
  }
  return rebuilt;
};

/** Whether a rebuild found something else than what was kept. */
export const isChanged = ({ before, after }: Rebuilt): boolean =>
  JSON.stringify(before) !== JSON.stringify(after);
