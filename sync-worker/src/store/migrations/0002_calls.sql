-- A call as it was last reported. What lists and filters need is read out of the report by the database itself, so that
-- a column can never say something else than the report.
create table call (
  workspace_id uuid not null default current_workspace(),
  id uuid not null,
  member_id uuid not null,
  report jsonb not null,
  -- SHA-256 of the report with its keys sorted: the same content again is not news.
  content_hash text not null,
  -- Not generated: reading a time with its zone depends on settings, which a generated column must not.
  started_at timestamptz not null,
  ended_at timestamptz,
  -- When the first report of the call was stored; updated_at is when the present one was.
  accepted_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision integer not null generated always as ((report ->> 'revision')::integer) stored,
  stage text not null generated always as (report ->> 'stage') stored,
  line text not null generated always as (report ->> 'line') stored,
  direction text not null generated always as (report ->> 'direction') stored,
  status text not null generated always as (report ->> 'status') stored,
  outcome text generated always as (report ->> 'outcome') stored,
  person_id uuid generated always as ((report ->> 'personId')::uuid) stored,
  call_session_id uuid not null generated always as ((report ->> 'callSessionId')::uuid) stored,
  primary key (workspace_id, id)
);
create index call_by_member on call (workspace_id, member_id, started_at desc, id desc);
call protect_by_workspace('call');

-- The moments of a call as each witness saw them (the browser now, the carrier later), for reconciling them.
create table call_event (
  workspace_id uuid not null default current_workspace(),
  call_id uuid not null,
  type text not null check (type in ('initiated', 'ringing', 'answered', 'ended', 'wrapped-up')),
  source text not null check (source in ('browser')),
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (workspace_id, call_id, source, type),
  foreign key (workspace_id, call_id) references call (workspace_id, id) on delete cascade
);
call protect_by_workspace('call_event');

-- The last change number that was given out in a workspace. Its row is locked until the transaction that took a number
-- has committed, so numbers become visible in their order and no reader ever skips one (see call-changes.ts).
create table change_counter (
  workspace_id uuid primary key default current_workspace(),
  last_seq bigint not null
);
call protect_by_workspace('change_counter');

-- The number of each call's last change. A table of its own, because delivery writes it too, and must not wait for
-- (or deadlock with) a report of the same call, which holds the call's row.
create table call_change (
  workspace_id uuid not null default current_workspace(),
  call_id uuid not null,
  member_id uuid not null,
  change_seq bigint not null,
  primary key (workspace_id, call_id),
  foreign key (workspace_id, call_id) references call (workspace_id, id) on delete cascade
);
create index call_change_by_member on call_change (workspace_id, member_id, change_seq);
call protect_by_workspace('call_change');
