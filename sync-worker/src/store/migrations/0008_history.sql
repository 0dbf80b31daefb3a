-- Calls that Twenty does not have yet, or has in an older state: history adds them to what it reads there. Ten thousand
-- delivered ones cost nothing.
create index outbox_entry_newer_here on outbox_entry (workspace_id, member_id, call_id)
  where object_name = 'phoneCall' and (state in ('pending', 'leased', 'dead') or first_delivered_at is null);

-- Practice calls that are not written to Twenty: they have no entry, and looking for what is missing would read all calls.
alter table call add column is_kept_here boolean not null default false;
update call set is_kept_here = true
where not exists (
  select from outbox_entry e
  where e.workspace_id = call.workspace_id and e.call_id = call.id and e.object_name = 'phoneCall'
);
create index call_kept_here on call (workspace_id, member_id, started_at desc, id desc) where is_kept_here;
