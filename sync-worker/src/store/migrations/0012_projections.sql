-- Calls that were reported since they were last counted. Only ever appended to, so that no report waits for whoever counts;
-- a call may be here several times, and being counted once too often changes nothing.
create table call_to_count (
  workspace_id uuid not null default current_workspace(),
  id bigint not null generated always as identity,
  call_id uuid not null,
  primary key (workspace_id, id)
);
call protect_by_workspace('call_to_count');

-- What each call counts for, as its newest report has it: figures of sittings, days and people are added up from here.
-- No foreign key: what was counted outlives a call that is removed after its time of keeping.
create table call_figure (
  workspace_id uuid not null default current_workspace(),
  call_id uuid not null,
  member_id uuid not null,
  session_id uuid not null,
  -- In the rep's own time zone.
  day date not null,
  person_id uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  time_zone text,
  is_dial boolean not null,
  is_answered boolean not null,
  is_connected boolean not null,
  talk_seconds integer not null,
  primary key (workspace_id, call_id)
);
create index call_figure_by_session on call_figure (workspace_id, session_id);
create index call_figure_by_day on call_figure (workspace_id, member_id, day);
create index call_figure_by_person on call_figure (workspace_id, person_id) where person_id is not null;
call protect_by_workspace('call_figure');

-- Calls that Twenty had counted of a person before we first wrote there: a worker with a new store goes on from them.
create table person_opening (
  workspace_id uuid not null default current_workspace(),
  person_id uuid not null,
  calls_before integer not null,
  primary key (workspace_id, person_id)
);
call protect_by_workspace('person_opening');

-- When the next count may be made. Whoever counts holds its row, so that several workers take turns.
create table projection_turn (
  workspace_id uuid primary key default current_workspace(),
  next_at timestamptz not null
);
call protect_by_workspace('projection_turn');

-- What did not reach Twenty, one by one: at most one line of a slot is open. The slot is 'delivery' where all of it stood still.
create table sync_failure (
  workspace_id uuid not null default current_workspace(),
  entry_key text not null,
  slot text not null,
  object_name text not null,
  record_id text not null,
  action text not null check (action in ('create', 'update', 'deliver')),
  status text not null check (status in ('failed', 'resolved')),
  message text not null,
  at timestamptz not null,
  -- The outbox knows of it as it is when both are the same.
  revision integer not null default 1,
  told_revision integer not null default 0,
  primary key (workspace_id, entry_key)
);
create unique index sync_failure_open on sync_failure (workspace_id, slot) where status = 'failed';
create index sync_failure_untold on sync_failure (workspace_id, at) where told_revision < revision;
call protect_by_workspace('sync_failure');

-- How many records reached Twenty on each day, by UTC.
create table sync_day (
  workspace_id uuid not null default current_workspace(),
  day date not null,
  -- Part of the line's key in Twenty: another store's count of the same day is another line, not this one overwritten.
  line_id uuid not null default gen_random_uuid(),
  delivered integer not null,
  last_at timestamptz not null,
  revision integer not null default 1,
  told_revision integer not null default 0,
  primary key (workspace_id, day)
);
create index sync_day_untold on sync_day (workspace_id, day) where told_revision < revision;
call protect_by_workspace('sync_day');

-- A person and a line of the log belong to no rep.
alter table outbox_entry alter column member_id drop not null;
-- A report locks its member's progression by its slot: it has nothing to do with the rows of all their days and sittings.
drop index outbox_entry_by_member;

-- Calls of before this release count as well. The owner of the tables sees one workspace at a time, too.
do $$
declare
  known uuid;
begin
  for known in select id from workspace loop
    perform set_config('dialer.workspace_id', known::text, true);
    insert into call_to_count (call_id) select id from call where workspace_id = known order by started_at;
  end loop;
  perform set_config('dialer.workspace_id', '', true);
end
$$;
