import type { Logger } from 'pino';
import { ProblemError } from '../http/problem.ts';
import type { Store, Workspace } from '../store/port.ts';
import type { TwentyRecords } from '../twenty/port.ts';

interface WorkspaceDeps {
  readonly store: Pick<Store, 'listWorkspaces' | 'registerWorkspace'>;
  readonly twenty: Pick<TwentyRecords, 'workspace'>;
  /** The address that the workspace is known by. */
  readonly twentyUrl: string;
  readonly log: Logger;
  readonly now: () => Date;
  /** Resolves after `ms`, or at once when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly stopping: AbortSignal;
}

/** The one workspace that this worker serves. */
export interface CurrentWorkspace {
  /** @throws ProblemError `twenty-unavailable` while nobody knows which workspace it is. */
  current(): Workspace;
  state(): { workspace: Workspace | null; reason: string; since: Date };
  /** Hears each time that the workspace becomes known; at once, when it is known already. */
  onKnown(listener: (workspace: Workspace) => void): void;
  /** Asks until Twenty has answered once. Ends with the `stopping` signal. */
  learn(): Promise<void>;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Learns from Twenty which workspace the worker's credentials belong to. While Twenty is away, the workspace that the
 * store knows for the same address is used: calls are taken in all the same.
 */
export const createCurrentWorkspace = (deps: WorkspaceDeps): CurrentWorkspace => {
  const { store, twentyUrl, log } = deps;
  const since = deps.now();
  const listeners: ((workspace: Workspace) => void)[] = [];
  let workspace: Workspace | null = null;
  let reason = 'The worker has not asked Twenty yet.';

  const use = (found: Workspace) => {
    const isNews = workspace?.id !== found.id;
    workspace = found;
    if (isNews) for (const listener of listeners) listener(found);
  };

  const recall = async () => {
    const known = (await store.listWorkspaces()).filter((one) => one.twentyUrl === twentyUrl);
    // With several workspaces at one address a guess could show a rep's calls to the wrong company.
    const [only] = known;
    if (only && known.length === 1) use(only);
  };

  const askTwenty = async () => {
    const answered = await deps.twenty.workspace();
    const found = { ...answered, twentyUrl };
    await store.registerWorkspace(found);
    reason = '';
    use(found);
    log.info({ workspaceId: found.id, name: found.name }, 'the workspace is known');
  };

  return {
    current: () => {
      if (workspace) return workspace;
      throw new ProblemError('twenty-unavailable', {
        detail: `The worker does not know its workspace yet. ${reason}`,
        remedy: `Check that Twenty runs at ${twentyUrl} and that its credentials are set ("npm run connect"). The worker keeps trying.`,
        headers: { 'Retry-After': '10' },
      });
    },
    state: () => ({ workspace, reason, since }),
    onKnown: (listener) => {
      listeners.push(listener);
      if (workspace) listener(workspace);
    },
    learn: async () => {
      for (
        let waitMs = FIRST_WAIT_MS;
        !deps.stopping.aborted;
        waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
      ) {
        try {
          if (workspace === null) await recall();
          return await askTwenty();
        } catch (error) {
          reason = error instanceof Error ? error.message : String(error);
          log.warn({ reason, retryInMs: waitMs }, 'Twenty did not say which workspace this is');
          await deps.sleep(waitMs, deps.stopping);
        }
      }
    },
  };
};
