-- Notes that were added to a call after its wrap-up. A set that only grows: every note of every report that was heard is
-- here, whichever report came first. `note` is as its writer sent it; `revision` is the lowest one that carried it.
create table call_note (
  workspace_id uuid not null default current_workspace(),
  call_id uuid not null,
  note_id uuid not null,
  revision integer not null,
  note jsonb not null,
  written_at timestamptz not null,
  primary key (workspace_id, call_id, note_id),
  foreign key (workspace_id, call_id) references call (workspace_id, id) on delete cascade
);
call protect_by_workspace('call_note');

-- Wrapped-up reports that a newer one replaced, so that a call's page can list its corrections. The present one is in `call`.
create table call_revision (
  workspace_id uuid not null default current_workspace(),
  call_id uuid not null,
  revision integer not null,
  report jsonb not null,
  accepted_at timestamptz not null,
  primary key (workspace_id, call_id, revision),
  foreign key (workspace_id, call_id) references call (workspace_id, id) on delete cascade
);
call protect_by_workspace('call_revision');

-- The few calls that nobody has wrapped up, however many a member has made.
create index call_unwrapped on call (workspace_id, member_id, started_at desc, id desc) where stage <> 'wrapped-up';

-- What Twenty showed to whoever made the correction that waits here: these values are no clash (see three-way.ts).
alter table outbox_entry add column seen jsonb;
