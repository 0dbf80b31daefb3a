-- What admins set for everybody. What has no row here is as the worker's own settings say.
create table workspace_setting (
  workspace_id uuid not null default current_workspace(),
  key text not null,
  value jsonb not null,
  set_by text not null,
  set_at timestamptz not null default statement_timestamp(),
  primary key (workspace_id, key)
);
call protect_by_workspace('workspace_setting');
call note_changes_of('workspace_setting', 'workspace-setting', 'key', left_out => 'key set_by set_at');

-- What somebody set for themselves.
create table member_setting (
  workspace_id uuid not null default current_workspace(),
  member_id uuid not null,
  settings jsonb not null,
  primary key (workspace_id, member_id)
);
call protect_by_workspace('member_setting');
call note_changes_of('member_setting', 'member-setting', 'member_id', 'settings');
