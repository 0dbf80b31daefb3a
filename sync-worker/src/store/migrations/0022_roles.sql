-- What a role of Twenty's is here. A role without a row is what it is when nobody says.
create table role_mapping (
  workspace_id uuid not null default current_workspace(),
  twenty_role_id text not null,
  -- As Twenty called it then.
  label text not null,
  roles text[] not null check (roles <@ array['rep', 'manager', 'admin']),
  primary key (workspace_id, twenty_role_id)
);
call protect_by_workspace('role_mapping');
call note_changes_of('role_mapping', 'role-mapping', 'twenty_role_id', left_out => 'twenty_role_id');

-- A single permission that an admin gave to a member, beyond what their roles are for.
create table granted_permission (
  workspace_id uuid not null default current_workspace(),
  member_id uuid not null,
  permission text not null,
  -- Labels, as they were then.
  member_name text not null,
  granted_by text not null,
  granted_at timestamptz not null default statement_timestamp(),
  primary key (workspace_id, member_id, permission)
);
call protect_by_workspace('granted_permission');
call note_changes_of('granted_permission', 'granted-permission', 'member_id', left_out => 'member_id granted_by granted_at');

-- As what somebody who is several things chose to work.
create table chosen_role (
  workspace_id uuid not null default current_workspace(),
  member_id uuid not null,
  role text not null check (role in ('rep', 'manager', 'admin')),
  primary key (workspace_id, member_id)
);
call protect_by_workspace('chosen_role');
call note_changes_of('chosen_role', 'chosen-role', 'member_id', left_out => 'member_id');

-- Whose calls a manager sees: the teams of Twenty's that name them as its manager, as the manager's own sign-in last read them.
create table managed_team (
  workspace_id uuid not null default current_workspace(),
  manager_id uuid not null,
  team_id uuid not null,
  name text not null,
  primary key (workspace_id, manager_id, team_id)
);
call protect_by_workspace('managed_team');

create table managed_member (
  workspace_id uuid not null default current_workspace(),
  manager_id uuid not null,
  team_id uuid not null,
  member_id uuid not null,
  name text not null,
  primary key (workspace_id, manager_id, team_id, member_id),
  foreign key (workspace_id, manager_id, team_id) references managed_team (workspace_id, manager_id, team_id)
    on delete cascade
);
call protect_by_workspace('managed_member');

create table managed_team_reading (
  workspace_id uuid not null default current_workspace(),
  manager_id uuid not null,
  read_at timestamptz not null,
  primary key (workspace_id, manager_id)
);
call protect_by_workspace('managed_team_reading');
