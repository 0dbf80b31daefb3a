-- One row per record of ours in Twenty: its present state, and how far it has come on its way there.
create table outbox_entry (
  workspace_id uuid not null default current_workspace(),
  slot text not null,
  object_name text not null,
  record_id uuid not null,
  call_id uuid,
  member_id uuid not null,
  state text not null check (state in ('pending', 'leased', 'delivered', 'dead', 'dismissed')),
  payload jsonb not null,
  -- SHA-256 of payload and links with their keys sorted: the same content again raises no version.
  content_hash text not null,
  version integer not null default 1,
  attempts integer not null default 0,
  due_at timestamptz not null,
  -- True while it points at a record that never reached Twenty. Kept here, so that finding what is due asks one row only.
  is_waiting boolean not null default false,
  leased_by text,
  lease_expires_at timestamptz,
  is_unanswered boolean not null default false,
  failure_class text,
  reason text,
  attention jsonb,
  last_delivered jsonb,
  delivered_version integer,
  twenty_record_id text,
  first_delivered_at timestamptz,
  delivered_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- When somebody should look at it next: when it is due, or when its lease runs out.
  wake_at timestamptz not null
    generated always as (case when state = 'leased' then lease_expires_at else due_at end) stored,
  primary key (workspace_id, slot),
  check ((state = 'leased') = (leased_by is not null)),
  check ((state = 'leased') = (lease_expires_at is not null)),
  check ((first_delivered_at is null) = (twenty_record_id is null))
);
-- What can be leased, the longest due first: a hundred thousand entries that wait or are done cost nothing.
create index outbox_entry_to_wake on outbox_entry (workspace_id, object_name, wake_at)
  where state in ('pending', 'leased') and not is_waiting;
create index outbox_entry_by_call on outbox_entry (workspace_id, call_id, slot);
-- Entries that belong to a member and to no call (progression): accepting a call locks them, see accept.ts.
create index outbox_entry_by_member on outbox_entry (workspace_id, member_id, slot) where call_id is null;
call protect_by_workspace('outbox_entry');

-- "Field `field` of the record in `slot` names the record in `target_slot`", which need not have an entry yet.
create table outbox_link (
  workspace_id uuid not null default current_workspace(),
  slot text not null,
  field text not null,
  target_slot text not null,
  primary key (workspace_id, slot, field),
  foreign key (workspace_id, slot) references outbox_entry (workspace_id, slot) on delete cascade
);
create index outbox_link_by_target on outbox_link (workspace_id, target_slot, slot);
call protect_by_workspace('outbox_link');
