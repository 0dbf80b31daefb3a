-- A comparison of what is held here with what Twenty holds. At most one is under way; a killed worker's is gone on with.
create table reconciliation (
  workspace_id uuid not null default current_workspace(),
  id uuid not null default gen_random_uuid(),
  state text not null default 'running' check (state in ('running', 'repairing', 'done', 'cancelled')),
  -- Who asked for it, as a label; null: the daily one.
  asked_by text,
  from_at timestamptz not null,
  to_at timestamptz not null,
  progress jsonb not null,
  fault text,
  holder text,
  held_until timestamptz,
  started_at timestamptz not null default statement_timestamp(),
  ended_at timestamptz,
  primary key (workspace_id, id)
);
create unique index reconciliation_running on reconciliation (workspace_id) where state = 'running';
create index reconciliation_by_time on reconciliation (workspace_id, started_at);
call protect_by_workspace('reconciliation');

-- What both sides come to on a rep's day. `both`: calls that are the same, added up under an empty key; `here` and `twenty`:
-- those of one call, or record, that is not, so that comparing it again takes exactly its own part back.
create table reconciliation_count (
  workspace_id uuid not null default current_workspace(),
  reconciliation_id uuid not null,
  subject text not null,
  side text not null check (side in ('both', 'here', 'twenty')),
  day date not null,
  -- Nobody's where Twenty names none.
  member text not null,
  calls integer not null,
  talk_seconds integer not null,
  primary key (workspace_id, reconciliation_id, subject, side, day, member),
  foreign key (workspace_id, reconciliation_id) references reconciliation (workspace_id, id) on delete cascade
);
call protect_by_workspace('reconciliation_count');

-- A rep's totals on both sides.
create table reconciliation_total (
  workspace_id uuid not null default current_workspace(),
  reconciliation_id uuid not null,
  member_id uuid not null,
  here jsonb not null,
  twenty jsonb,
  primary key (workspace_id, reconciliation_id, member_id),
  foreign key (workspace_id, reconciliation_id) references reconciliation (workspace_id, id) on delete cascade
);
call protect_by_workspace('reconciliation_total');

-- One thing that is not the same. The subject is what is compared again after a repair: a call, a day, a rep's totals, a record.
create table reconciliation_difference (
  workspace_id uuid not null default current_workspace(),
  id bigint not null generated always as identity,
  reconciliation_id uuid not null,
  subject text not null,
  -- Of the record: the slot here, or where it is in Twenty.
  key text not null,
  cause text not null,
  state text not null default 'open' check (state in ('open', 'repairing', 'repaired', 'accepted')),
  slot text,
  object_name text not null,
  call_id uuid,
  member_id uuid,
  day date,
  title text not null,
  message text not null,
  -- What differs, with what each side has: an admin who writes ours again has seen theirs.
  fields jsonb not null,
  twenty_record_id text,
  -- What was accepted is accepted as long as it looks like this.
  fingerprint text not null,
  remedy text check (remedy in ('write-again', 'accept')),
  settled_by text,
  settled_at timestamptz,
  -- What was pressed has been done, and waits to be compared again.
  is_applied boolean not null default false,
  primary key (workspace_id, id),
  unique (workspace_id, reconciliation_id, key),
  foreign key (workspace_id, reconciliation_id) references reconciliation (workspace_id, id) on delete cascade
);
create index reconciliation_difference_by_subject
  on reconciliation_difference (workspace_id, reconciliation_id, subject);
create index reconciliation_difference_repairing
  on reconciliation_difference (workspace_id, reconciliation_id) where state = 'repairing';
call protect_by_workspace('reconciliation_difference');
alter table reconciliation_difference alter column fields set statistics 0;
alter table reconciliation_difference alter column message set statistics 0;

-- What is known of Twenty beyond one comparison: what an admin accepted, and what was seen in its trash.
create table reconciliation_known (
  workspace_id uuid not null default current_workspace(),
  key text not null,
  what text not null check (what in ('in-trash', 'accepted')),
  fingerprint text not null,
  known_by text,
  known_at timestamptz not null default statement_timestamp(),
  primary key (workspace_id, key, what)
);
call protect_by_workspace('reconciliation_known');
