-- Nobody looks rows up by these, so the planner needs to know nothing of them; and reading thousands of JSON texts made
-- analysing a table hold the embedded store's only connection for most of a second.
alter table call alter column report set statistics 0;
alter table call alter column content_hash set statistics 0;
alter table call_note alter column note set statistics 0;
alter table call_revision alter column report set statistics 0;
alter table outbox_entry alter column payload set statistics 0;
alter table outbox_entry alter column last_delivered set statistics 0;
alter table outbox_entry alter column seen set statistics 0;
alter table outbox_entry alter column attention set statistics 0;
alter table outbox_entry alter column content_hash set statistics 0;
alter table outbox_entry alter column reason set statistics 0;
alter table outbox_entry alter column twenty_record_id set statistics 0;
