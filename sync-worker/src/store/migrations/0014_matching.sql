-- The other side's number, and whether the rep said that it is nobody's: what matching looks for.
alter table call add column number text collate "C"
  generated always as (case when report ->> 'direction' = 'inbound' then report ->> 'from' else report ->> 'to' end) stored;
alter table call add column is_nobody boolean not null
  generated always as (coalesce((report ->> 'isNobody')::boolean, false)) stored;
create index call_without_person on call (workspace_id, number) where person_id is null and not is_nobody;
-- Whom a rep chose for a number before.
create index call_by_chosen_person on call (workspace_id, number, member_id, started_at desc) where person_id is not null;

-- Who was called, as the worker found out by the number. It counts only while the report names nobody, and is never part of
-- the report: that one is the rep's.
create table call_match (
  workspace_id uuid not null default current_workspace(),
  call_id uuid not null,
  person_id uuid not null,
  how text not null check (how in ('number', 'remembered', 'later')),
  matched_at timestamptz not null default now(),
  primary key (workspace_id, call_id),
  foreign key (workspace_id, call_id) references call (workspace_id, id) on delete cascade
);
call protect_by_workspace('call_match');

-- Numbers of which a call without a person, or a person, is news. Only ever appended to, so that neither a report nor the
-- mirror waits for whoever matches; a number may be here several times.
create table number_to_match (
  workspace_id uuid not null default current_workspace(),
  id bigint not null generated always as identity,
  e164 text collate "C" not null,
  primary key (workspace_id, id)
);
call protect_by_workspace('number_to_match');

-- Fields that were filled by the worker's guess: where somebody filled them otherwise in Twenty, theirs stay and nobody is asked.
alter table outbox_entry add column yields jsonb;

-- People whose figures or flag must be told anew although no call of theirs changed.
create table person_to_tell (
  workspace_id uuid not null default current_workspace(),
  id bigint not null generated always as identity,
  person_id uuid not null,
  primary key (workspace_id, id)
);
call protect_by_workspace('person_to_tell');
create index outbox_entry_do_not_call on outbox_entry (workspace_id, slot)
  where object_name = 'person' and payload ->> 'doNotCall' = 'true';

-- Calls of before this release are matched as well. The owner of the tables sees one workspace at a time, too.
do $$
declare
  known uuid;
begin
  for known in select id from workspace loop
    perform set_config('dialer.workspace_id', known::text, true);
    insert into number_to_match (e164)
      select distinct number from call where workspace_id = known and person_id is null and number is not null;
  end loop;
  perform set_config('dialer.workspace_id', '', true);
end
$$;
