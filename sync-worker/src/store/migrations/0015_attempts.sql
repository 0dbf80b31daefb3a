-- One row per document that was sent to Twenty about entries of the outbox, removed after its time of keeping. Each entry
-- names its newest attempts in a column that its settlement writes anyway: no row per entry is added.
create table delivery_attempt (
  workspace_id uuid not null default current_workspace(),
  -- Made by the worker; ids of one time lie together.
  id uuid not null,
  started_at timestamptz not null,
  ms integer not null,
  holder text not null,
  action text not null check (action in ('read', 'write')),
  answer text not null check (answer in ('taken', 'taken-in-part', 'refused', 'unanswered', 'not-sent')),
  failure_class text,
  code text,
  sub_code text,
  message text,
  field text,
  row_counts jsonb not null,
  slots text[] not null,
  request jsonb,
  response jsonb,
  -- How long the records of calls that it settled as delivered had been due, as counts by bucket (see lag.ts).
  lags jsonb not null,
  primary key (workspace_id, id)
);
create index delivery_attempt_by_time on delivery_attempt (workspace_id, started_at);
call protect_by_workspace('delivery_attempt');
alter table delivery_attempt alter column message set statistics 0;
alter table delivery_attempt alter column row_counts set statistics 0;
alter table delivery_attempt alter column slots set statistics 0;
alter table delivery_attempt alter column request set statistics 0;
alter table delivery_attempt alter column response set statistics 0;
alter table delivery_attempt alter column lags set statistics 0;

-- The newest first. An attempt that is kept no longer leaves its id behind.
alter table outbox_entry add column attempt_ids uuid[];
alter table outbox_entry alter column attempt_ids set statistics 0;
-- When what Twenty does not have yet was first due. Null in dead entries and in those of before this release: due_at counts,
-- which retries move.
alter table outbox_entry add column waiting_since timestamptz;
-- What is not on its way by itself. With outbox_entry_to_wake it holds all that has not arrived, so that counting it
-- reads none of the rest.
create index outbox_entry_held_up on outbox_entry (workspace_id, object_name, state)
  where state in ('dead', 'dismissed') or is_waiting;
