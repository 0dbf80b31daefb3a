import type { WorkspaceId } from '@twenty-dialer/contract';
import { z } from 'zod';
import { createLog } from '../../sync-worker/src/log/create-log.ts';
import { APP_ROLE, type Query, SCHEMA } from '../../sync-worker/src/store/database.ts';
import { openStoreAndDatabase } from '../../sync-worker/src/store/open-store.ts';
import type { StorePlace } from './worker.ts';

/**
 * Makes `times` as many calls of those in a store that no worker has open. Each copy is a day older than the one before,
 * has ids of its own, and is as far on its way to Twenty as what it was copied from. @returns how many are there then
 */
export const multiplyCalls = async (
  place: StorePlace,
  { workspaceId, times }: { workspaceId: WorkspaceId; times: number },
): Promise<number> => {
  const { store, database } = await openStoreAndDatabase({ ...place, log: createLog('warn') });
  try {
    const asWorkspace = { role: APP_ROLE, 'dialer.workspace_id': workspaceId, search_path: SCHEMA };
    await database.transaction(asWorkspace, async (query) => {
      if (times === 1) return;
      await query(`create temporary table copied on commit drop as ${COPIED}`, [times - 1]);
      await query('analyze copied');
      for (const sql of COPIES) await query(sql);
    });
    await database.transaction({ search_path: SCHEMA }, analyse);
    const rows = await database.transaction(asWorkspace, (query) =>
      query('select count(*) as count from call'),
    );
    return Counted.parse(rows)[0].count;
  } finally {
    await store.close();
  }
};

const Counted = z.tuple([z.object({ count: z.coerce.number() })]);

/** A server does so by itself within a minute, the worker does it for the embedded store. */
const analyse = async (query: Query): Promise<void> => {
  for (const table of [
    'call',
    'call_event',
    'call_change',
    'outbox_entry',
    'outbox_link',
    'progression_entry',
  ]) {
    await query(`analyze ${table}`);
  }
};

const COPIED = `
  select call.id as id, md5(call.id::text || nth)::uuid as copy_id, nth, nth * interval '1 day' as earlier
  from call cross join generate_series(1, $1::integer) as nth`;

const aDayEarlier = (field: string): string =>
  `'${field}', to_char((report ->> '${field}')::timestamptz at time zone 'UTC' - earlier, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const withCopyId = (column: string): string => `replace(${column}, copied.id::text, copied.copy_id::text)`;

const COPIES = [
  `insert into call (id, member_id, report, content_hash, started_at, ended_at, accepted_at, updated_at, is_kept_here)
   select copy_id, member_id,
     report || jsonb_build_object('callId', copy_id, ${[
       'startedAt',
       'ringingAt',
       'answeredAt',
       'endedAt',
       'wrappedUpAt',
     ]
       .map(aDayEarlier)
       .join(', ')}),
     content_hash, started_at - earlier, ended_at - earlier, accepted_at - earlier, updated_at - earlier, is_kept_here
   from call join copied using (id)`,
  `insert into call_event (call_id, type, source, at, recorded_at)
   select copy_id, type, source, at - earlier, recorded_at - earlier
   from call_event join copied on copied.id = call_id`,
  `insert into call_change (call_id, member_id, change_seq)
   select copy_id, member_id, change_seq + nth * (select last_seq from change_counter)
   from call_change join copied on copied.id = call_id`,
  'update change_counter set last_seq = (select max(change_seq) from call_change)',
  `insert into outbox_entry (slot, object_name, record_id, call_id, member_id, state, payload, content_hash, version,
     attempts, due_at, is_waiting, last_delivered, delivered_version, twenty_record_id, first_delivered_at, delivered_at,
     created_at, updated_at, min_interval_ms)
   select ${withCopyId('slot')}, object_name, md5(record_id::text || nth)::uuid, copy_id, member_id, state,
     ${withCopyId('payload::text')}::jsonb, content_hash, version, attempts, due_at - earlier, is_waiting,
     ${withCopyId('last_delivered::text')}::jsonb, delivered_version, md5(twenty_record_id || nth)::uuid::text,
     first_delivered_at - earlier, delivered_at - earlier, created_at - earlier, updated_at - earlier, min_interval_ms
   from outbox_entry join copied on copied.id = call_id`,
  `insert into outbox_link (slot, field, target_slot)
   select ${withCopyId('link.slot')}, field, ${withCopyId('target_slot')}
   from outbox_link link join outbox_entry entry using (slot) join copied on copied.id = entry.call_id`,
  `insert into progression_entry (member_id, call_id, revision, rule, points, calls, talk_seconds, day, started_at, line,
     is_earning, appended_at)
   select member_id, copy_id, revision, rule, points, calls, talk_seconds, day - nth, started_at - earlier, line,
     is_earning, appended_at - earlier
   from progression_entry join copied on copied.id = call_id`,
];
