import {
  type MemberSettings,
  MemberSettingsChange,
  WorkspaceSettingsChange,
  type WorkspaceSettingsView,
} from '@twenty-dialer/contract';
import { parseBody } from '../http/parse.ts';
import { forMember, forPermission, type RouteHandlers, type SignedIn } from '../http/route.ts';
import type { Store, StoreTransaction } from '../store/port.ts';
import { inForce, type SettingsInForce } from './workspace-settings.ts';

interface SettingsDeps {
  readonly store: Pick<Store, 'transaction'>;
  readonly settings: Pick<SettingsInForce, 'usual'>;
}

type SettingsRoutes = Pick<
  RouteHandlers,
  'settings' | 'changeSettings' | 'workspaceSettings' | 'changeWorkspaceSettings'
>;

/** What people set for themselves, and admins for everybody. Who changed what is in the audit trail. */
export const settingsRoutes = ({ store, settings: { usual } }: SettingsDeps): SettingsRoutes => {
  const view = async (tx: StoreTransaction): Promise<WorkspaceSettingsView> => {
    const { values, set } = await tx.settings.workspace();
    return { values: inForce(usual, values), usual, set };
  };
  return {
    settings: forMember(async (c, { workspaceId, member }) => {
      const held = await store.transaction(workspaceId, (tx) => tx.settings.member(member.id));
      return c.json(held satisfies MemberSettings);
    }),
    changeSettings: forMember(async (c, { workspaceId, member }) => {
      const change = await parseBody(c, MemberSettingsChange);
      const held = await store.transaction(workspaceId, async (tx) => {
        const settings = { ...(await tx.settings.member(member.id)), ...given(change) };
        await tx.settings.keepMember(member.id, settings);
        return settings;
      });
      return c.json(held satisfies MemberSettings);
    }),
    workspaceSettings: forPermission('change-settings', async (c, { workspaceId }) =>
      c.json((await store.transaction(workspaceId, view)) satisfies WorkspaceSettingsView),
    ),
    changeWorkspaceSettings: forPermission('change-settings', async (c, who) => {
      const change = await parseBody(c, WorkspaceSettingsChange);
      const changed = await store.transaction(who.workspaceId, async (tx) => {
        await tx.settings.changeWorkspace(change, nameOf(who));
        return view(tx);
      });
      return c.json(changed satisfies WorkspaceSettingsView);
    }),
  };
};

/** Without what the request leaves out. */
const given = ({ theme, singleKeys, ownNumber }: MemberSettingsChange): Partial<MemberSettings> => ({
  ...(theme === undefined ? {} : { theme }),
  ...(singleKeys === undefined ? {} : { singleKeys }),
  ...(ownNumber === undefined ? {} : { ownNumber }),
});

const nameOf = ({ member }: SignedIn): string =>
  `${member.firstName} ${member.lastName}`.trim() || member.email;
