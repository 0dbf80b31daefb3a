-- People of Twenty as search and matching need them. Twenty is the truth; these rows may be thrown away and read again.
create table person_mirror (
  workspace_id uuid not null default current_workspace(),
  person_id uuid not null,
  name text not null default '',
  email text not null default '',
  job_title text not null default '',
  company_id uuid,
  company_name text not null default '',
  -- E.164, the primary one first, also of a person who is deleted: person_number holds only whom one may call.
  numbers jsonb not null default '[]',
  status text,
  owner_id uuid,
  do_not_call boolean not null default false,
  time_zone text,
  -- What search looks in: folded (small letters, no accents), so that no collation of the database has a say.
  own_words text not null default '',
  company_words text not null default '',
  -- The folded name, for a list of people in its order; cut, because an index takes no long texts.
  sort_name text collate "C" not null default '',
  -- SHA-256 of what is shown: a later `updatedAt` with the same content is no news.
  content_hash text not null,
  is_deleted boolean not null default false,
  -- Gone from Twenty for good. Nothing personal is left in such a row; it only outlives a webhook that comes too late.
  destroyed_at timestamptz,
  -- Twenty's updatedAt: an older state never replaces a newer one.
  twenty_updated_at timestamptz not null,
  primary key (workspace_id, person_id)
);
create index person_mirror_by_company on person_mirror (workspace_id, company_id) where company_id is not null;
create index person_mirror_by_name on person_mirror (workspace_id, sort_name, person_id) where not is_deleted;
create index person_mirror_destroyed on person_mirror (workspace_id, destroyed_at) where destroyed_at is not null;
call protect_by_workspace('person_mirror');

-- Whom a number belongs to, among people who are not deleted. Rank 0 is the primary number.
create table person_number (
  workspace_id uuid not null default current_workspace(),
  e164 text collate "C" not null,
  person_id uuid not null,
  rank smallint not null,
  primary key (workspace_id, e164, person_id),
  foreign key (workspace_id, person_id) references person_mirror (workspace_id, person_id) on delete cascade
);
create index person_number_by_person on person_number (workspace_id, person_id);
call protect_by_workspace('person_number');

-- Numbers that nobody may call, as Twenty's doNotCallEntry has them.
create table do_not_call (
  workspace_id uuid not null default current_workspace(),
  entry_id uuid not null,
  -- Null where somebody wrote no number into the record.
  e164 text collate "C",
  reason text not null default '',
  source text not null default '',
  person_id uuid,
  added_at timestamptz,
  expires_at timestamptz,
  content_hash text not null,
  is_deleted boolean not null default false,
  destroyed_at timestamptz,
  twenty_updated_at timestamptz not null,
  primary key (workspace_id, entry_id)
);
create index do_not_call_by_number on do_not_call (workspace_id, e164) where not is_deleted;
call protect_by_workspace('do_not_call');

-- How far each mirrored object has come. One worker at a time keeps it up, for as long as its hold lasts.
create table mirror_state (
  workspace_id uuid not null default current_workspace(),
  object_name text not null,
  progress jsonb not null default '{}',
  holder text,
  held_until timestamptz,
  -- When a webhook about the object was last taken in.
  heard_at timestamptz,
  primary key (workspace_id, object_name)
);
call protect_by_workspace('mirror_state');

-- Whether the session's own token may read people in Twenty, when it was last asked. Search reads the mirror only then.
alter table session add column may_read_people boolean;
alter table session add column may_read_people_at timestamptz;

-- A search looks at every person. Which workspace it may see is asked once for it, not again for each row, which took
-- most of its time.
do $$
declare
  target text;
begin
  foreach target in array array['person_mirror', 'person_number'] loop
    execute format(
      'alter policy own_workspace on %I'
      ' using (workspace_id = (select nullif(current_setting(''dialer.workspace_id'', true), '''')::uuid))'
      ' with check (workspace_id = (select nullif(current_setting(''dialer.workspace_id'', true), '''')::uuid))',
      target);
  end loop;
end
$$;
