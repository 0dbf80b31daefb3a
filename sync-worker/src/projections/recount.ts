import type { Store } from '../store/port.ts';

/**
 * Marks every call of every workspace, so that the worker counts all of them anew, and says how many. Figures that were
 * right are not written again: the same content is no news to the outbox.
 */
export const recountCalls = async (store: Store): Promise<number> => {
  let calls = 0;
  for (const { id } of await store.listWorkspaces()) {
    calls += await store.transaction(id, (tx) => tx.projections.markAllCalls());
  }
  return calls;
};
