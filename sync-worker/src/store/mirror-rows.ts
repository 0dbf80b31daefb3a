import type { Instant } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Query } from './database.ts';
import type { MirrorMark } from './mirror-port.ts';

interface MirroredTable {
  readonly table: 'person_mirror' | 'do_not_call';
  readonly idColumn: 'person_id' | 'entry_id';
  /** Sets what a destroyed row may no longer hold. */
  readonly blank: string;
}

interface HeldRow {
  readonly updatedAt: Instant;
  readonly contentHash: string;
}

/** So long a destroyed row is remembered, should a webhook come late. */
const REMEMBERED = "interval '7 days'";

/** What all mirrored tables do alike, within one transaction: whose state is newer, what is held, what is gone. */
export const createMirrorRows = (query: Query, { table, idColumn, blank }: MirroredTable) => {
  /** Locked in the order of ids, so that two who write the same rows queue up. */
  const lock = async (ids: readonly string[]): Promise<ReadonlyMap<string, HeldRow>> => {
    const rows = HeldRows.parse(
      await query(
        `select ${idColumn} as id, twenty_updated_at, content_hash from ${table}
         where ${idColumn} = any($1::uuid[]) order by ${idColumn} for update`,
        [ids],
      ),
    );
    return new Map(rows);
  };

  return {
    /** Of rows with their content's hash, those to write: each id once, in the order of ids. */
    newer: async <TRow extends MirrorMark>(rows: readonly TRow[], hashOf: (row: TRow) => string) => {
      const newest = new Map<string, TRow>();
      for (const row of rows) {
        const other = newest.get(row.id);
        if (other === undefined || other.updatedAt <= row.updatedAt) newest.set(row.id, row);
      }
      const held = await lock([...newest.keys()]);
      return [...newest.values()]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .flatMap((row) => {
          const contentHash = hashOf(row);
          const before = held.get(row.id);
          if (before === undefined) return [{ row, contentHash, isNews: true }];
          const isNews = before.contentHash !== contentHash;
          if (row.updatedAt > before.updatedAt) return [{ row, contentHash, isNews }];
          // The same moment, told in full; or whoever was only out of sight, and is there again as they were.
          return row.updatedAt === before.updatedAt && isNews ? [{ row, contentHash, isNews }] : [];
        });
    },

    remove: async (rows: readonly { id: string; at: Instant }[]): Promise<readonly string[]> => {
      if (rows.length === 0) return [];
      await query(`delete from ${table} where destroyed_at < statement_timestamp() - ${REMEMBERED}`);
      await lock(rows.map(({ id }) => id));
      const gone = Ids.parse(
        await query(
          `update ${table} as held set ${blank}, is_deleted = true, content_hash = '',
             destroyed_at = statement_timestamp(), twenty_updated_at = greatest(twenty_updated_at, gone.at)
           from jsonb_to_recordset($1::text::jsonb) as gone (id uuid, at timestamptz)
           where held.${idColumn} = gone.id and held.destroyed_at is null and held.twenty_updated_at <= gone.at
           returning held.${idColumn} as id`,
          [JSON.stringify(rows)],
        ),
      );
      return gone.map(({ id }) => id);
    },

    marks: async ({ after, through }: { after: string | null; through: string | null }) =>
      Marks.parse(
        await query(
          `select ${idColumn} as id, twenty_updated_at, is_deleted from ${table}
           where destroyed_at is null and ($1::uuid is null or ${idColumn} > $1::uuid)
             and ($2::uuid is null or ${idColumn} <= $2::uuid)
           order by ${idColumn}`,
          [after, through],
        ),
      ),

    count: async () => {
      const [row] = Counts.parse(await query(`select count(*) as count from ${table} where not is_deleted`));
      return row?.count ?? 0;
    },
  };
};

const instant = z.date().transform((date): Instant => date.toISOString());
const Ids = z.array(z.object({ id: z.string() }));
const Counts = z.array(z.object({ count: z.coerce.number() }));
const HeldRows = z.array(
  z
    .object({ id: z.string(), twenty_updated_at: instant, content_hash: z.string() })
    .transform((row): [string, HeldRow] => [
      row.id,
      { updatedAt: row.twenty_updated_at, contentHash: row.content_hash },
    ]),
);
const Marks = z.array(
  z
    .object({ id: z.string(), twenty_updated_at: instant, is_deleted: z.boolean() })
    .transform(
      (row): MirrorMark => ({ id: row.id, updatedAt: row.twenty_updated_at, isDeleted: row.is_deleted }),
    ),
);
