import { ProblemError } from '../http/problem.ts';
import type { Gate } from '../http/route.ts';
import type { Store } from '../store/port.ts';
import { claimedSession } from './session-cookie.ts';
import type { CurrentWorkspace } from './workspace.ts';

/** Lets in whoever holds a living session of this worker's workspace. */
export const createGate =
  ({ store, workspace }: { store: Store; workspace: CurrentWorkspace }): Gate =>
  async (c) => {
    const current = workspace.current();
    const claimed = claimedSession(c);
    const session =
      claimed?.workspaceId === current.id
        ? await store.transaction(current.id, (tx) => tx.sessions.find(claimed.idHash), { findsByKey: true })
        : null;
    if (session === null) {
      throw new ProblemError('not-signed-in', {
        detail: claimed ? 'Your session has ended.' : 'Nobody is signed in here.',
      });
    }
    return { member: session.member, workspaceId: current.id, session };
  };
