-- Tickets of links in Twenty: each lets one member's dialer dial one number, once, for half a minute. Only the hash is here.
create table dial_ticket (
  workspace_id uuid not null default current_workspace(),
  ticket_hash text not null,
  member_id uuid not null,
  number text not null,
  expires_at timestamptz not null,
  primary key (workspace_id, ticket_hash)
);
create index dial_ticket_by_expiry on dial_ticket (workspace_id, expires_at);
call protect_by_workspace('dial_ticket');
