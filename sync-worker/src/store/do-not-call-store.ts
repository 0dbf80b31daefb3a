import { E164, type Instant, PersonId } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Query } from './database.ts';
import { contentHash, toJsonText } from './json.ts';
import type { DoNotCallFromTwenty, DoNotCallStore } from './mirror-port.ts';
import { createMirrorRows } from './mirror-rows.ts';

/** The mirror of numbers that nobody may call, within one transaction. */
export const createDoNotCallStore = (query: Query): DoNotCallStore => {
  const rows = createMirrorRows(query, { table: 'do_not_call', idColumn: 'entry_id', blank: BLANK });
  return {
    put: async (entries) => {
      if (entries.length === 0) return [];
      const newer = await rows.newer(entries, hashOf);
      const written = await query(PUT, [
        toJsonText(newer.map(({ row, contentHash: hash }) => toRow(row, hash))),
      ]);
      const ids = new Set(Ids.parse(written).map(({ id }) => id));
      return newer.flatMap(({ row, isNews }) => (isNews && ids.has(row.id) ? [row] : []));
    },
    remove: rows.remove,
    marks: rows.marks,
    count: rows.count,
    byNumber: async (number) => {
      const [entry] = EntryRows.parse(await query(BY_NUMBER, [number]));
      return entry ?? null;
    },
  };
};

/** An entry that counts now. */
export const isInForce = (table: string): string =>
  `(not ${table}.is_deleted and (${table}.expires_at is null or ${table}.expires_at > statement_timestamp()))`;

/**
 * What a rep has put on the list is not in the mirror before Twenty has it and tells us so: until then, and for the time
 * that a poll may take, the outbox says it.
 */
const BY_NUMBER = `
  select * from (
    select entry_id, e164, reason, source, person_id, added_at, expires_at, is_deleted, twenty_updated_at
    from do_not_call d where e164 = $1 and ${isInForce('d')}
    union all
    select e.record_id, e.payload ->> 'number', e.payload ->> 'reason', lower(e.payload ->> 'source'),
      (e.payload ->> 'personId')::uuid, (e.payload ->> 'addedAt')::timestamptz, null, false, e.updated_at
    from outbox_entry e
    where e.slot = 'doNotCallEntry:' || $1 and e.state <> 'dismissed' and (
      e.delivered_version is distinct from e.version or e.delivered_at > statement_timestamp() - interval '5 minutes'
    )
  ) as forbidding
  order by expires_at desc nulls first, twenty_updated_at limit 1`;

/** The number is no person's name, and yet leads to one. */
const BLANK = `e164 = null, reason = '', person_id = null`;

const hashOf = ({ id: _id, updatedAt: _updatedAt, ...content }: DoNotCallFromTwenty): string =>
  contentHash(content);

const toRow = (entry: DoNotCallFromTwenty, hash: string) => ({
  entry_id: entry.id,
  e164: entry.number,
  reason: entry.reason,
  source: entry.source,
  person_id: entry.personId,
  added_at: entry.addedAt,
  expires_at: entry.expiresAt,
  content_hash: hash,
  is_deleted: entry.isDeleted,
  destroyed_at: null,
  twenty_updated_at: entry.updatedAt,
});

const WRITTEN = `entry_id, e164, reason, source, person_id, added_at, expires_at, content_hash, is_deleted,
  destroyed_at, twenty_updated_at`;
const PUT = `
  insert into do_not_call as held (${WRITTEN})
  select ${WRITTEN} from jsonb_populate_recordset(null::do_not_call, $1::text::jsonb)
  on conflict (workspace_id, entry_id) do update set
    (${WRITTEN}) = row(${WRITTEN.replace(/\w+/g, (column) => `excluded.${column}`)})
    where held.twenty_updated_at <= excluded.twenty_updated_at
  returning entry_id as id`;

const Ids = z.array(z.object({ id: z.string() }));
const instant = z.date().transform((date): Instant => date.toISOString());
const EntryRows = z.array(
  z
    .object({
      entry_id: z.string(),
      e164: E164.nullable(),
      reason: z.string(),
      source: z.string(),
      person_id: PersonId.nullable(),
      added_at: instant.nullable(),
      expires_at: instant.nullable(),
      is_deleted: z.boolean(),
      twenty_updated_at: instant,
    })
    .transform(
      (row): DoNotCallFromTwenty => ({
        id: row.entry_id,
        number: row.e164,
        reason: row.reason,
        source: row.source,
        personId: row.person_id,
        addedAt: row.added_at,
        expiresAt: row.expires_at,
        isDeleted: row.is_deleted,
        updatedAt: row.twenty_updated_at,
      }),
    ),
);
