-- What the member's roles in Twenty were when it was last asked. Null: it was not asked since this release.
alter table session add column roles jsonb;
alter table session add column roles_at timestamptz;
