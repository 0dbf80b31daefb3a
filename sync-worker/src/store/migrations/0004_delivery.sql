-- Twenty's token bucket as the workers of one workspace model it together. Tokens are null until it was asked once.
create table delivery_budget (
  workspace_id uuid primary key default current_workspace(),
  tokens double precision,
  allowed_at_ms double precision,
  check ((tokens is null) = (allowed_at_ms is null))
);
call protect_by_workspace('delivery_budget');

-- Whether calls are reaching Twenty, in words for people.
create table delivery_status (
  workspace_id uuid primary key default current_workspace(),
  state text not null check (state in ('running', 'waiting-for-twenty', 'paused')),
  message text not null,
  since timestamptz not null default now()
);
call protect_by_workspace('delivery_status');
