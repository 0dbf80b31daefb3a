import { z } from 'zod';
import type { Changes } from './call-changes.ts';
import type { Query } from './database.ts';
import { toJsonText, toStorableText } from './json.ts';
import type { ReconciliationStore } from './reconciliation-port.ts';
import { Differences, SELECT_DIFFERENCES } from './reconciliation-results.ts';
import { lockAround, writeAgain } from './write-again.ts';

type Repairs = Pick<
  ReconciliationStore,
  'repair' | 'toApply' | 'markApplied' | 'toCompare' | 'waitingSubjects' | 'writeAgain' | 'atRest' | 'accept'
>;

/** What an admin pressed about differences, on its way. */
export const createReconciliationRepair = (query: Query, changes: Changes): Repairs => ({
  repair: async (id, { remedy, by, which, allowed }) => {
    const ids = 'ids' in which ? which.ids : null;
    const causes = 'causes' in which ? which.causes : null;
    const marked = await query(MARK, [id, remedy, toStorableText(by), allowed, ids, causes]);
    if (marked.length === 0) return 0;
    await query(
      `update reconciliation set state = 'repairing' where id = $1 and state in ('done', 'cancelled')`,
      [id],
    );
    changes.note('jobs');
    return marked.length;
  },
  toApply: async (id, limit) =>
    Differences.parse(
      await query(
        `${SELECT_DIFFERENCES} where d.reconciliation_id = $1 and d.state = 'repairing' and not d.is_applied
         order by d.id limit $2`,
        [id, limit],
      ),
    ),
  markApplied: async (ids) => {
    await query('update reconciliation_difference set is_applied = true where id = any($1::bigint[])', [ids]);
  },
  toCompare: async (id, limit) =>
    Subjects.parse(await query(TO_COMPARE, [id, limit])).map(({ subject }) => subject),
  waitingSubjects: async (id, after, limit) =>
    Subjects.parse(
      await query(
        `select distinct subject from reconciliation_difference
         where reconciliation_id = $1 and state = 'open' and cause in ('waiting', 'held-back') and subject > $2
         order by subject limit $3`,
        [id, after ?? '', limit],
      ),
    ).map(({ subject }) => subject),
  writeAgain: (entries) => writeAgain(query, changes, entries),
  atRest: async (slots) => {
    await lockAround(query, slots);
    const rows = await query(
      `select slot from outbox_entry where slot = any($1::text[]) and state in ('delivered', 'dead')`,
      [slots],
    );
    return z
      .array(z.object({ slot: z.string() }))
      .parse(rows)
      .map(({ slot }) => slot);
  },
  accept: async (rows) => {
    if (rows.length > 0) await query(ACCEPT, [toJsonText(rows)]);
  },
});

const Subjects = z.array(z.object({ subject: z.string() }));

const MARK = `
  update reconciliation_difference as d set
    state = 'repairing', remedy = $2, settled_by = $3, settled_at = statement_timestamp(), is_applied = false
  where d.reconciliation_id = $1 and d.state = 'open' and d.cause = any($4::text[])
    and ($6::text[] is null or d.cause = any($6::text[]))
    and ($5::bigint[] is null or exists (
      select from reconciliation_difference pressed
      where pressed.reconciliation_id = $1 and pressed.id = any($5::bigint[]) and pressed.state = 'open'
        and pressed.subject = d.subject and pressed.cause = d.cause
    ))
  returning d.id`;

/** Whatever of the subject went into the outbox has come to rest there, if only because what it points at never arrives. */
const TO_COMPARE = `
  select d.subject from reconciliation_difference d
  left join outbox_entry e on e.slot = d.slot
  where d.reconciliation_id = $1 and d.state = 'repairing'
  group by d.subject
  having bool_and(d.is_applied and (e.state is null or e.is_waiting or e.state not in ('pending', 'leased')))
  order by d.subject limit $2`;

const ACCEPT = `
  insert into reconciliation_known as held (key, what, fingerprint, known_by)
  select key, 'accepted', fingerprint, "by"
  from jsonb_to_recordset($1::text::jsonb) as accepted (key text, fingerprint text, "by" text)
  on conflict (workspace_id, key, what) do update set
    fingerprint = excluded.fingerprint, known_by = excluded.known_by, known_at = statement_timestamp()`;
