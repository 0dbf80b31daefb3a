import type {
  Instant,
  MemberId,
  MemberSettings,
  WorkspaceSettingKey,
  WorkspaceSettings,
  WorkspaceSettingsChange,
} from '@twenty-dialer/contract';

/** What admins set for everybody, and what people set for themselves. */
export interface SettingsStore {
  workspace(): Promise<SetInWorkspace>;
  /** Each that is named is set, or with null taken back. `by` is a label. */
  changeWorkspace(change: WorkspaceSettingsChange, by: string): Promise<void>;
  /** The usual ones where nothing was set. */
  member(id: MemberId): Promise<MemberSettings>;
  keepMember(id: MemberId, settings: MemberSettings): Promise<void>;
}

export interface SetInWorkspace {
  readonly values: { readonly [Key in WorkspaceSettingKey]?: WorkspaceSettings[Key] | undefined };
  readonly set: { readonly [Key in WorkspaceSettingKey]?: { readonly by: string; readonly at: Instant } };
}
