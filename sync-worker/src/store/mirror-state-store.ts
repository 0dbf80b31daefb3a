import { Instant } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Query } from './database.ts';
import { MirrorHoldLost } from './errors.ts';
import { toJsonText } from './json.ts';
import type { MirrorProgress, MirrorStateStore, MirrorStatus } from './mirror-port.ts';

/** Who keeps each mirrored object up and how far they have come, within one transaction. */
export const createMirrorStateStore = (query: Query): MirrorStateStore => ({
  hold: async (objectName, holder, forMs) => {
    const [row] = ProgressRows.parse(await query(HOLD, [objectName, holder, forMs]));
    return row?.progress ?? null;
  },
  save: async (objectName, { holder, forMs, progress }) => {
    const saved = await query(
      `update mirror_state set progress = $3::text::jsonb,
         held_until = statement_timestamp() + $4 * interval '1 millisecond'
       where object_name = $1 and holder = $2 returning object_name`,
      [objectName, holder, toJsonText(progress), forMs],
    );
    if (saved.length === 0)
      throw new MirrorHoldLost(`Another worker keeps the mirror of ${objectName} up by now.`);
  },
  release: async (holder) => {
    await query('update mirror_state set holder = null, held_until = null where holder = $1', [holder]);
  },
  heard: async (objectName) => {
    await query(
      `insert into mirror_state (object_name, heard_at) values ($1, statement_timestamp())
       on conflict (workspace_id, object_name) do update set heard_at = excluded.heard_at`,
      [objectName],
    );
  },
  status: async () =>
    StatusRows.parse(
      await query('select object_name, progress, heard_at from mirror_state order by object_name'),
    ),
});

/** A hold that has run out is anybody's. */
const HOLD = `
  insert into mirror_state as held (object_name, holder, held_until)
  values ($1, $2, statement_timestamp() + $3 * interval '1 millisecond')
  on conflict (workspace_id, object_name) do update
    set holder = excluded.holder, held_until = excluded.held_until
    where held.holder is null or held.holder = excluded.holder or held.held_until <= statement_timestamp()
  returning progress`;

const time = Instant.nullable();
const Place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('since'), at: time }),
  z.object({ kind: z.literal('within'), at: Instant, afterId: z.string().nullable() }),
]);
/** Nothing is known of an object before anybody kept it up. */
const Progress = z.object({
  fill: z
    .object({
      throughId: z.string().nullable(),
      done: z.int(),
      total: z.int().nullable(),
      startedAt: time,
      finishedAt: time,
    })
    .default({ throughId: null, done: 0, total: null, startedAt: null, finishedAt: null }),
  poll: z
    .object({
      newest: time,
      newestMetAt: time,
      isNewestSettled: z.boolean(),
      place: Place.nullable(),
      beganAt: time,
      finishedAt: time,
    })
    .default({
      newest: null,
      newestMetAt: null,
      isNewestSettled: false,
      place: null,
      beganAt: null,
      finishedAt: null,
    }),
  sweep: z
    .object({
      throughId: z.string().nullable(),
      startedAt: time,
      finishedAt: time,
    })
    .default({ throughId: null, startedAt: null, finishedAt: null }),
}) satisfies z.ZodType<MirrorProgress>;
const ProgressRows = z.array(z.object({ progress: Progress }));

const StatusRows = z.array(
  z
    .object({
      object_name: z.enum(['person', 'company', 'doNotCallEntry']),
      progress: Progress,
      heard_at: z.date().nullable(),
    })
    .transform(
      (row): MirrorStatus => ({
        objectName: row.object_name,
        progress: row.progress,
        heardAt: row.heard_at?.toISOString() ?? null,
      }),
    ),
);
