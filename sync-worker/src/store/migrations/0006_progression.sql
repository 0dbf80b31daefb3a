-- XP is a ledger: rows are appended and never changed. The rest of this file is computed from it.
create table progression_entry (
  workspace_id uuid not null default current_workspace(),
  id bigint not null generated always as identity,
  member_id uuid not null,
  -- Null for an opening: what the member had in Twenty when this store first met them. No foreign key: points outlive a
  -- call that is removed after its time of keeping.
  call_id uuid,
  revision integer not null,
  rule text not null check (rule in ('opening', 'call', 'call-taken-back', 'dial', 'connect')),
  points integer not null default 0,
  calls integer not null default 0,
  talk_seconds integer not null default 0,
  -- Of `call` and `call-taken-back`: the day, in the rep's time zone, and the time that the call counts for.
  day date,
  started_at timestamptz,
  -- Of `call`: over which line, and whether the settings of that moment let it earn. What was decided once stays so.
  line text,
  is_earning boolean,
  -- Of `opening`: the streak that it goes on from.
  streak_days integer,
  streak_through date,
  appended_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, call_id, revision, rule),
  check ((rule = 'opening') = (call_id is null)),
  check ((rule in ('call', 'call-taken-back')) = (day is not null))
);
create unique index progression_entry_opening on progression_entry (workspace_id, member_id) where rule = 'opening';
create index progression_entry_by_member on progression_entry (workspace_id, member_id);
call protect_by_workspace('progression_entry');
revoke update, delete on progression_entry from dialer_app;

-- A member's totals, kept up with every entry so that nobody has to add up a ledger to show a bar. Written only under the
-- member's lock (see member-lock.ts).
create table member_progression (
  workspace_id uuid not null default current_workspace(),
  member_id uuid not null,
  -- A label for the record in Twenty, as it was last known.
  member_name text not null,
  total_xp integer not null default 0,
  total_calls integer not null default 0,
  total_talk_seconds integer not null default 0,
  last_call_at timestamptz,
  streak_days integer not null default 0,
  streak_through date,
  -- Before it is opened, nothing about the member's progression may be written to Twenty.
  is_opened boolean not null default false,
  primary key (workspace_id, member_id)
);
call protect_by_workspace('member_progression');

-- How many calls count for each day of a member: what a streak is made of.
create table member_active_day (
  workspace_id uuid not null default current_workspace(),
  member_id uuid not null,
  day date not null,
  calls integer not null,
  primary key (workspace_id, member_id, day)
);
call protect_by_workspace('member_active_day');

-- So long must lie between two deliveries of an entry. 0: it is delivered whenever it changes.
alter table outbox_entry add column min_interval_ms integer not null default 0;
