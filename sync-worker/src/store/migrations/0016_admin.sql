-- What the member's roles in Twenty were when it was last asked. Null: it was not asked since this release.
alter table session add column roles jsonb;
alter table session add column roles_at timestamptz;

-- What people did that is for admins, as it is asked about afterwards. Only ever appended to.
create table audit_event (
  workspace_id uuid not null default current_workspace(),
  id bigint not null generated always as identity,
  at timestamptz not null default statement_timestamp(),
  member_id uuid not null,
  -- Name, e-mail and roles as they were then.
  member jsonb not null,
  action text not null,
  -- What it was done to: an entry's slot, a job's id; null where it was the whole workspace.
  subject text,
  detail text not null,
  request_id text,
  primary key (workspace_id, id)
);
create index audit_event_by_subject on audit_event (workspace_id, subject, id);
call protect_by_workspace('audit_event');
revoke update, delete on audit_event from dialer_app;

-- An admin has stopped delivery: at most one row.
create table delivery_pause (
  workspace_id uuid primary key default current_workspace(),
  member_id uuid not null,
  member_name text not null,
  reason text not null,
  since timestamptz not null default statement_timestamp()
);
call protect_by_workspace('delivery_pause');

-- Something that an admin does about many entries. It goes through them in the order of their slots, some at a time, so
-- that it can be cancelled, and goes on after a restart.
create table delivery_job (
  workspace_id uuid not null default current_workspace(),
  id uuid not null,
  action text not null check (action in ('redrive', 'dismiss')),
  member jsonb not null,
  request_id text,
  reason text,
  selection jsonb not null,
  state text not null default 'running' check (state in ('running', 'done', 'cancelled')),
  -- The last slot that was looked at.
  reached text not null default '',
  total integer not null,
  done integer not null default 0,
  skipped integer not null default 0,
  started_at timestamptz not null default statement_timestamp(),
  ended_at timestamptz,
  primary key (workspace_id, id)
);
create index delivery_job_by_time on delivery_job (workspace_id, started_at);
create index delivery_job_running on delivery_job (workspace_id, started_at) where state = 'running';
call protect_by_workspace('delivery_job');

-- Values that an admin put in the place of what was reported, by field: { "field": { "from": …, "to": … } }. Each counts as
-- long as the report still has what it had then.
alter table outbox_entry add column overrides jsonb;
alter table outbox_entry alter column overrides set statistics 0;
-- What Twenty has, and what is for a person all the same.
create index outbox_entry_for_a_person on outbox_entry (workspace_id, updated_at)
  where state = 'delivered' and attention is not null;

-- How many entries arrived with a document, and how many did not, so that a day can be drawn without reading entries.
alter table delivery_attempt add column arrived integer not null default 0;
alter table delivery_attempt add column failed integer not null default 0;

-- Whom an admin chose for a number that led to nobody.
alter table call_match drop constraint call_match_how_check;
alter table call_match add constraint call_match_how_check
  check (how in ('number', 'remembered', 'later', 'chosen'));
