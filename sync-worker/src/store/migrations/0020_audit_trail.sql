-- Who changed what, and what it was before: written by the tables themselves, so that no code can forget it (ADR 25).
-- dialer_keeper removes and rewrites what is kept for a time. The worker's own role may do neither to the trail.
do $$
begin
  if not exists (select from pg_roles where rolname = 'dialer_keeper') then
    create role dialer_keeper nologin;
    grant dialer_keeper to current_user;
  elsif not pg_has_role(current_user, 'dialer_keeper', 'member') then
    grant dialer_keeper to current_user;
  end if;
end
$$;
grant usage on schema dialer to dialer_keeper;

alter table audit_event alter column member_id drop not null;
alter table audit_event alter column member drop not null;
alter table audit_event
  -- What kind of record it was; null for a deed that is told in words.
  add column record_type text,
  -- { "field": { "old": …, "new": … } }
  add column changes jsonb,
  add column address text,
  -- Which of the dialer's own works it was, when it was nobody's request.
  add column work text;
alter table audit_event alter column changes set statistics 0;
create index audit_event_by_member on audit_event (workspace_id, member_id, id) where member_id is not null;

create policy kept_workspace on audit_event to dialer_keeper
  using (workspace_id = nullif(current_setting('dialer.workspace_id', true), '')::uuid);
grant select, update, delete on audit_event to dialer_keeper;
-- Whoever makes a workspace known or renames it does so outside of any.
create policy noted_by_platform on audit_event for insert to dialer_platform with check (true);
grant insert on audit_event to dialer_platform;

-- Who acts in this transaction, as { id, name, email, roles, requestId, address, work }; every part may be missing.
create function current_actor() returns jsonb
  language sql stable
  return coalesce(
    convert_from(decode(nullif(current_setting('dialer.actor', true), ''), 'base64'), 'utf8')::jsonb, '{}'::jsonb);

-- Arguments: the kind of record; the path of the id that it is looked up by; the column whose fields are told, or '' for the row;
-- what is left out, separated by blanks; and 'made-elsewhere' when the values of a new record are kept in another way.
create function note_change() returns trigger language plpgsql as $$
declare
  actor constant jsonb := current_actor();
  whole constant jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  before constant jsonb := case
    when tg_op = 'INSERT' then '{}'
    when tg_argv[2] = '' then to_jsonb(old)
    else to_jsonb(old) -> tg_argv[2] end;
  after constant jsonb := case
    when tg_op = 'DELETE' or (tg_op = 'INSERT' and tg_argv[4] = 'made-elsewhere') then '{}'
    when tg_argv[2] = '' then to_jsonb(new)
    else to_jsonb(new) -> tg_argv[2] end;
  left_out constant text[] := string_to_array('workspace_id ' || tg_argv[3], ' ');
  differing jsonb;
begin
  select coalesce(jsonb_object_agg(field, case
      when was is null then jsonb_build_object('new', is_now)
      when is_now is null then jsonb_build_object('old', was)
      else jsonb_build_object('old', was, 'new', is_now) end), '{}')
    into differing
    from (
      select coalesce(b.key, a.key) as field, nullif(b.value, 'null') as was, nullif(a.value, 'null') as is_now
      from jsonb_each(before) b full join jsonb_each(after) a on a.key = b.key
    ) as fields
    where was is distinct from is_now and field <> all (left_out);
  if tg_op = 'UPDATE' and differing = '{}' then return null; end if;
  insert into audit_event
    (workspace_id, member_id, member, action, record_type, subject, detail, changes, request_id, address, work)
  values (
    coalesce((whole ->> 'workspace_id')::uuid, (whole ->> 'id')::uuid),
    (actor ->> 'id')::uuid,
    case when actor ? 'id' then actor - 'requestId' - 'address' - 'work' end,
    case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'changed' else 'deleted' end,
    tg_argv[0],
    whole #>> string_to_array(tg_argv[1], ','),
    '',
    differing,
    actor ->> 'requestId',
    actor ->> 'address',
    actor ->> 'work');
  return null;
end
$$;

-- Every business table goes through this, or says in a test why not.
create procedure note_changes_of(
  target regclass, record_type text, id_path text, spread text default '', left_out text default '', made text default '')
  language plpgsql as $$
begin
  execute format(
    'create trigger note_change after insert or update or delete on %s for each row execute function note_change(%L, %L, %L, %L, %L)',
    target, record_type, id_path, spread, left_out, made);
end
$$;
revoke execute on procedure note_changes_of from public;

-- What the rep tells while the call goes on is the call itself, and is no change: that begins when it is wrapped up.
create trigger note_creation after insert on call for each row
  execute function note_change('call', 'id', 'report', '', 'made-elsewhere');
create trigger note_change after update of report on call for each row
  when (old.stage = 'wrapped-up' and old.content_hash <> new.content_hash)
  execute function note_change('call', 'id', 'report', 'revision seenInTwenty furtherNotes');
create trigger note_deletion after delete on call for each row
  execute function note_change('call', 'id', 'report', 'seenInTwenty furtherNotes');
call note_changes_of('call_note', 'call-note', 'call_id', 'note', made => 'made-elsewhere');
call note_changes_of('call_match', 'call-match', 'call_id', left_out => 'call_id matched_at');
-- Never the cookie's hash, nor Twenty's tokens.
call note_changes_of('session', 'session', 'member,id',
  left_out => 'id_hash encrypted_tokens created_at expires_at roles_at may_read_people may_read_people_at');
call note_changes_of('delivery_pause', 'delivery-pause', 'workspace_id');
call note_changes_of('delivery_job', 'delivery-job', 'id',
  left_out => 'reached done skipped total member request_id');
call note_changes_of('reconciliation', 'comparison', 'id', left_out => 'progress holder held_until fault');
call note_changes_of('reconciliation_known', 'accepted-difference', 'key', left_out => 'known_at');
-- The ledger is its own record of what was added; nothing else may ever happen to it.
create trigger note_change after update or delete on progression_entry for each row
  execute function note_change('points', 'member_id', '', '');
call note_changes_of('workspace', 'workspace', 'id', left_out => 'created_at updated_at');
