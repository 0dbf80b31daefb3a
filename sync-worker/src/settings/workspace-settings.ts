import type { WorkspaceId, WorkspaceSettings } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import type { Store } from '../store/port.ts';
import type { SetInWorkspace } from '../store/settings-port.ts';

/** What holds in a workspace: as admins set it, else as the worker's own settings say. */
export interface SettingsInForce {
  /**
   * Read once, and again when somebody changed them, in whichever worker that was: a report does not wait for it.
   * @throws StoreUnavailableError when they were never read and the store cannot be reached.
   */
  of(workspaceId: WorkspaceId): Promise<WorkspaceSettings>;
  /** Where admins set nothing. */
  readonly usual: WorkspaceSettings;
  /** Hears of no more changes. */
  close(): void;
}

interface SettingsDeps {
  readonly store: Pick<Store, 'transaction' | 'onChange'>;
  readonly usual: WorkspaceSettings;
  readonly log: Pick<Logger, 'warn'>;
}

/** What was set, and the usual where nothing was. */
export const inForce = (usual: WorkspaceSettings, set: SetInWorkspace['values']): WorkspaceSettings => ({
  outcomes: set.outcomes ?? usual.outcomes,
  xp: set.xp ?? usual.xp,
  ownNumbers: set.ownNumbers ?? usual.ownNumbers,
  alerts: set.alerts ?? usual.alerts,
});

export const createSettingsInForce = ({ store, usual, log }: SettingsDeps): SettingsInForce => {
  const known = new Map<WorkspaceId, Promise<WorkspaceSettings>>();

  const read = async (workspaceId: WorkspaceId): Promise<WorkspaceSettings> => {
    const { values } = await store.transaction(workspaceId, (tx) => tx.settings.workspace());
    return inForce(usual, values);
  };
  const readAnew = (workspaceId: WorkspaceId): Promise<WorkspaceSettings> => {
    const before = known.get(workspaceId);
    const reading = read(workspaceId);
    known.set(workspaceId, reading);
    reading.catch((error: unknown) => {
      log.warn({ err: error }, 'settings could not be read; those of before hold');
      if (known.get(workspaceId) !== reading) return;
      if (before === undefined) known.delete(workspaceId);
      else known.set(workspaceId, before);
    });
    return reading;
  };
  const close = store.onChange(({ topic, workspaceId }) => {
    if (topic === 'settings' && known.has(workspaceId)) readAnew(workspaceId).catch(() => undefined);
  });

  return { of: (workspaceId) => known.get(workspaceId) ?? readAnew(workspaceId), usual, close };
};
