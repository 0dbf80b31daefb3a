-- What admins are to know, from the moment that it is so until it is over. At most one of a kind is open, so that several
-- workers that see the same open it once.
create table alert (
  workspace_id uuid not null default current_workspace(),
  id uuid not null,
  kind text not null check (kind in ('waiting-too-long', 'dead-letters', 'paused', 'paused-by-admin', 'disk-low')),
  -- As they were when it was last told.
  figures jsonb not null,
  opened_at timestamptz not null default statement_timestamp(),
  -- Since when the worker finds nothing wrong any more. It is closed when that has lasted for a while.
  fine_since timestamptz,
  closed_at timestamptz,
  primary key (workspace_id, id)
);
create unique index alert_open on alert (workspace_id, kind) where closed_at is null;
create index alert_by_end on alert (workspace_id, closed_at);
call protect_by_workspace('alert');

-- Who is told of it by which channel, and whether they were: made in the transaction that opens, raises or closes it. Whoever sends
-- one moves due_at on first, so that nobody else sends it, and a worker that dies while it sends does not take it along.
create table alert_notice (
  workspace_id uuid not null default current_workspace(),
  alert_id uuid not null,
  event text not null check (event in ('opened', 'worse', 'closed')),
  channel text not null check (channel in ('webhook', 'mail')),
  made_at timestamptz not null default statement_timestamp(),
  due_at timestamptz not null default statement_timestamp(),
  attempts integer not null default 0,
  told_at timestamptz,
  given_up_at timestamptz,
  fault text,
  primary key (workspace_id, alert_id, event, channel),
  foreign key (workspace_id, alert_id) references alert (workspace_id, id) on delete cascade
);
create index alert_notice_due on alert_notice (workspace_id, due_at) where told_at is null and given_up_at is null;
call protect_by_workspace('alert_notice');

-- Lines of the sync log that have arrived: they are removed after their time of keeping, and finding them reads no call.
create index outbox_entry_log_line on outbox_entry (workspace_id, delivered_at)
  where object_name = 'syncLogEntry' and state = 'delivered';
