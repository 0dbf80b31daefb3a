-- Signed-in reps. The cookie's secret is here only as a hash, Twenty's tokens only encrypted.
create table session (
  workspace_id uuid not null default current_workspace(),
  id_hash text not null,
  member jsonb not null,
  encrypted_tokens text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (workspace_id, id_hash)
);
create index session_by_expiry on session (workspace_id, expires_at);
call protect_by_workspace('session');

-- Sign-ins on their way to Twenty and back. Each is given out once.
create table sign_in (
  workspace_id uuid not null default current_workspace(),
  state_hash text not null,
  code_verifier text not null,
  return_to text not null,
  expires_at timestamptz not null,
  primary key (workspace_id, state_hash)
);
create index sign_in_by_expiry on sign_in (workspace_id, expires_at);
call protect_by_workspace('sign_in');
