-- What is found by its slot is found through the primary key. While Postgres knew nothing of the table yet, it took this
-- index for as good, and read all of it for each report: entries that belong to no call are of no use in it, and without
-- them it cannot be taken.
drop index outbox_entry_by_call;
create index outbox_entry_by_call on outbox_entry (workspace_id, call_id, slot) where call_id is not null;

alter table outbox_entry
  -- As it is told outside, so that a list is read in the order of its index.
  alter column updated_at type timestamptz(3),
  -- How far an entry has come, as an admin sees it.
  add column stage text not null generated always as (
    case state
      when 'pending' then 'waiting'
      when 'leased' then 'on-its-way'
      when 'dead' then 'failed'
      when 'dismissed' then 'dismissed'
      else case when attention is null then 'in-twenty' else 'needs-attention' end
    end) stored,
  -- Why it is not, or not wholly, as it should be. What Twenty has under a mark has no failure any more, but its mark says
  -- why it was set.
  add column failure text generated always as (
    coalesce(failure_class, case attention ->> 'kind'
      when 'missing-link' then 'missing-link'
      when 'deleted-in-twenty' then 'deleted-in-twenty'
      when 'unmatched' then 'cannot-match'
      when 'several-candidates' then 'cannot-match'
      when 'refused' then 'cannot-accept'
      when 'clash' then 'cannot-accept'
    end)) stored;

-- All that is not well, the newest change last; it is listed, and counted, without reading the entries themselves: after a
-- day without Twenty those are a hundred thousand, and an admin looks at them every few seconds.
drop index outbox_entry_held_up;
drop index outbox_entry_for_a_person;
create index outbox_entry_not_well on outbox_entry (workspace_id, updated_at, slot)
  include (object_name, state, stage, failure, is_waiting, waiting_since, due_at)
  where stage <> 'in-twenty';
