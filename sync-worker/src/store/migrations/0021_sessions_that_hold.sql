-- The cookie's secret changes while the session goes on (ADR 26). The session keeps its key: tokens are sealed to it.
alter table session
  add column cookie_hash text,
  -- The one before, which opens the session until the new one has come back, and a moment longer.
  add column earlier_hash text,
  add column earlier_until timestamptz,
  add column cookie_at timestamptz not null default statement_timestamp(),
  -- What the session may do has changed since the cookie was given.
  add column cookie_is_due boolean not null default false;
-- The cookie is no part of what is told of a session.
drop trigger note_change on session;
update session set cookie_hash = id_hash;
alter table session alter column cookie_hash set not null;
create unique index session_by_cookie on session (workspace_id, cookie_hash);
create index session_by_earlier_cookie on session (workspace_id, earlier_hash) where earlier_hash is not null;
create index session_by_member on session (workspace_id, (member ->> 'id'));
call note_changes_of('session', 'session', 'member,id',
  left_out => 'id_hash encrypted_tokens created_at expires_at roles_at may_read_people may_read_people_at'
    ' cookie_hash earlier_hash earlier_until cookie_at cookie_is_due');

-- What was asked within a window of time, by whoever asked, counted together by all workers.
create table request_count (
  workspace_id uuid not null default current_workspace(),
  counted text not null,
  window_at timestamptz not null,
  count integer not null,
  primary key (workspace_id, counted, window_at)
);
create index request_count_by_time on request_count (workspace_id, window_at);
call protect_by_workspace('request_count');
