import { MemberId, WorkspaceId } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Listener, StoreLog } from './database.ts';
import { STORE_TOPICS, type StoreChange, type Workspace } from './port.ts';

export interface ChangeHub extends Listener {
  subscribe(listener: (change: StoreChange) => void): () => void;
}

const Change = z.object({
  workspaceId: WorkspaceId,
  topic: z.enum(STORE_TOPICS),
  memberId: MemberId.nullable(),
});

/** Hands notifications of the database to whoever listens. A listener that throws is logged and does not stop the others. */
export const createChangeHub = (
  log: StoreLog,
  listWorkspaces: () => Promise<readonly Workspace[]>,
): ChangeHub => {
  const listeners = new Set<(change: StoreChange) => void>();
  const tell = (change: StoreChange) => {
    for (const listener of listeners) {
      try {
        listener(change);
      } catch (error) {
        log.error({ err: error, topic: change.topic }, 'a listener for store changes failed');
      }
    }
  };
  return {
    subscribe: (listener) => {
      const own = (change: StoreChange) => listener(change);
      listeners.add(own);
      return () => listeners.delete(own);
    },
    onNotification: (payload) => {
      // In a rolling restart a newer worker may tell of things that this release knows nothing of.
      const known = Change.safeParse(JSON.parse(payload));
      if (known.success) tell(known.data);
    },
    // Nobody knows what was missed, so everybody is told to look again.
    onGap: () => {
      const tellAll = (workspaces: readonly Workspace[]) => {
        for (const { id } of workspaces)
          for (const topic of STORE_TOPICS) tell({ workspaceId: id, topic, memberId: null });
      };
      listWorkspaces().then(tellAll, (error: unknown) =>
        log.warn({ err: error }, 'store changes may have gone unheard'),
      );
    },
  };
};
