-- Two roles that nobody signs in with. Every transaction takes one of them on; neither can go around Row Level Security.
-- dialer_app sees one workspace at a time; dialer_platform sees the list of workspaces and nothing else.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['dialer_app', 'dialer_platform'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I nologin', wanted);
      execute format('grant %I to current_user', wanted);
    elsif not pg_has_role(current_user, wanted, 'member') then
      execute format('grant %I to current_user', wanted);
    end if;
  end loop;
end
$$;

grant usage on schema dialer to dialer_app, dialer_platform;

-- The workspace that the running transaction may see. After a local set_config the setting reads '' instead of null.
create function current_workspace() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('dialer.workspace_id', true), '')::uuid;

create table workspace (
  id uuid primary key,
  name text not null,
  twenty_url text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
alter table workspace enable row level security;
alter table workspace force row level security;
create policy all_workspaces on workspace to dialer_platform using (true) with check (true);
create policy own_workspace on workspace for select to dialer_app
  using (id = nullif(current_setting('dialer.workspace_id', true), '')::uuid);
grant select, insert, update on workspace to dialer_platform;
grant select on workspace to dialer_app;

-- Every table with a workspace_id goes through this: whoever forgets it in a later migration is found by a test.
create procedure protect_by_workspace(target regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_workspace on %s to dialer_app'
    ' using (workspace_id = nullif(current_setting(''dialer.workspace_id'', true), '''')::uuid)'
    ' with check (workspace_id = nullif(current_setting(''dialer.workspace_id'', true), '''')::uuid)',
    target);
  execute format('grant select, insert, update, delete on %s to dialer_app', target);
end
$$;
revoke execute on procedure protect_by_workspace from public;
