-- The slot was the last column of this index, and as long as nobody had analysed the table, links were looked up by their
-- slot over it: all of it was read, for every report. Without the slot only the primary key fits that question.
drop index outbox_link_by_target;
create index outbox_link_by_target on outbox_link (workspace_id, target_slot);
