-- What is found by its slot is found through the primary key. While Postgres knew nothing of the table yet, it took this
-- index for as good, and read all of it for each report: entries that belong to no call are of no use in it, and without
-- them it cannot be taken.
drop index outbox_entry_by_call;
create index outbox_entry_by_call on outbox_entry (workspace_id, call_id, slot) where call_id is not null;

-- A column that some index names makes every update write to all of them, and each call of a rep updates the entry of
-- their progression.
drop index outbox_entry_for_a_person;
create index outbox_entry_for_a_person on outbox_entry (workspace_id, slot)
  where state = 'delivered' and attention is not null;
