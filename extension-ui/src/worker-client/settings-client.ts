import {
  MemberSettings,
  type MemberSettingsChange,
  ROUTES,
  type WorkspaceSettingsChange,
  WorkspaceSettingsView,
} from '@twenty-dialer/contract';
import type { WorkerClient } from './worker-client.ts';

/** What people set for themselves, and admins for everybody. */
export const settingsClient = ({ ask }: Pick<WorkerClient, 'ask'>) => ({
  change: (body: MemberSettingsChange) => ask(ROUTES.changeSettings, { schema: MemberSettings, body }),
  workspace: () => ask(ROUTES.workspaceSettings, { schema: WorkspaceSettingsView }),
  changeWorkspace: (body: WorkspaceSettingsChange) =>
    ask(ROUTES.changeWorkspaceSettings, { schema: WorkspaceSettingsView, body }),
});
