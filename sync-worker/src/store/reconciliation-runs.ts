import { CallId, DifferenceCause, Instant, MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Changes } from './call-changes.ts';
import type { Query } from './database.ts';
import { ReconciliationHoldLost } from './errors.ts';
import { toJsonText, toStorableText } from './json.ts';
import type {
  HeldReconciliation,
  ReconciliationProgress,
  ReconciliationRow,
  ReconciliationStore,
} from './reconciliation-port.ts';

type Runs = Pick<
  ReconciliationStore,
  'begin' | 'lastDaily' | 'hold' | 'save' | 'setFault' | 'finish' | 'release' | 'cancel' | 'list' | 'get'
>;

/** So many comparisons are kept. */
const KEPT = 30;

/** Comparisons themselves: who is at work on which, and how far it has come. */
export const createReconciliationRuns = (query: Query, changes: Changes): Runs => ({
  begin: async ({ by, days }) => {
    const [found] = Ids.parse(await query(BEGIN, [by === null ? null : toStorableText(by), days]));
    if (found === undefined) {
      const [running] = Ids.parse(await query(`select id from reconciliation where state = 'running'`));
      if (running === undefined) throw new Error('A comparison was neither begun nor is one under way.');
      return { id: running.id, isNew: false };
    }
    await query(FORGET, [KEPT]);
    changes.note('jobs');
    return { id: found.id, isNew: true };
  },
  lastDaily: async () => {
    const [row] = Lasts.parse(await query(LAST_DAILY));
    if (row === undefined) throw new Error('The look at the last comparison has no row.');
    return { at: row.at.toISOString(), nowMs: row.now_ms };
  },
  hold: async (holder, forMs) => {
    const [row] = HeldRows.parse(await query(HOLD, [holder, forMs]));
    return row ?? null;
  },
  save: async (id, { holder, forMs, progress }) => {
    const saved = await query(
      `update reconciliation set progress = $3::text::jsonb, fault = null,
         held_until = statement_timestamp() + $4 * interval '1 millisecond'
       where id = $1 and holder = $2 and state in ('running', 'repairing') returning id`,
      [id, holder, toJsonText(progress), forMs],
    );
    if (saved.length === 0) throw new ReconciliationHoldLost(`The comparison ${id} is another's, or over.`);
  },
  setFault: async (id, fault) => {
    await query('update reconciliation set fault = $2 where id = $1 and fault is distinct from $2', [
      id,
      fault === null ? null : toStorableText(fault),
    ]);
  },
  finish: async (id, holder) => {
    await query(FINISH, [id, holder]);
  },
  release: async (holder) => {
    await query('update reconciliation set holder = null, held_until = null where holder = $1', [holder]);
  },
  cancel: async (id) => {
    const ended = await query(
      `update reconciliation set state = 'cancelled', ended_at = statement_timestamp(), fault = null,
         holder = null, held_until = null
       where id = $1 and state = 'running' returning id`,
      [id],
    );
    return ended.length > 0;
  },
  list: async (limit) =>
    Rows.parse(await query(`${SELECT} order by r.started_at desc, r.id limit $1`, [limit])),
  get: async (id) => Rows.parse(await query(`${SELECT} where r.id = $1`, [id]))[0] ?? null,
});

const Ids = z.array(z.object({ id: z.string() }));

/**
 * From the beginning of a day, by UTC. The number of calls is for people to see how far it has come. What was repairing
 * in an older one is gone on with all the same.
 */
const BEGIN = `
  insert into reconciliation (asked_by, from_at, to_at, progress)
  select $1, chosen.from_at, statement_timestamp(), jsonb_build_object(
    'phase', 'here', 'done', 0, 'madeByHand', 0, 'place', null, 'through', null,
    'total', (
      select count(*) from call c
      where not c.is_kept_here and c.started_at >= chosen.from_at and c.started_at < statement_timestamp()
    ))
  from (
    select date_trunc('day', (statement_timestamp() - $2 * interval '1 day') at time zone 'utc') at time zone 'utc'
      as from_at
  ) as chosen
  on conflict (workspace_id) where state = 'running' do nothing
  returning id`;

const FORGET = `
  delete from reconciliation where state in ('done', 'cancelled') and id not in (
    select id from reconciliation order by started_at desc, id limit $1
  )`;

const Lasts = z.array(z.object({ at: z.date(), now_ms: z.number() }));

/** A worker that has just been set up has nothing to catch up on: its first one is due at the next quiet hour. */
const LAST_DAILY = `
  select coalesce(
    (select max(started_at) from reconciliation where asked_by is null),
    (select created_at from workspace),
    statement_timestamp()
  ) as at, (extract(epoch from clock_timestamp()) * 1000)::double precision as now_ms`;

/** A hold that has run out is anybody's. One at a time, the oldest first. */
const HOLD = `
  update reconciliation as held set holder = $1, held_until = statement_timestamp() + $2 * interval '1 millisecond'
  where id = (
    select id from reconciliation
    where state in ('running', 'repairing')
      and (holder is null or holder = $1 or held_until <= statement_timestamp())
    -- What waits for a delivery does not keep a new one from beginning.
    order by state desc, started_at limit 1
    for no key update skip locked
  )
  returning id, state, from_at, to_at, progress`;

/** Something may have been pressed meanwhile. */
const FINISH = `
  update reconciliation as r set
    state = case when exists (
      select from reconciliation_difference d where d.reconciliation_id = r.id and d.state = 'repairing'
    ) then 'repairing' else 'done' end,
    ended_at = coalesce(r.ended_at, statement_timestamp()), holder = null, held_until = null, fault = null
  where r.id = $1 and r.holder = $2 and r.state in ('running', 'repairing')`;

const Progress = z.object({
  phase: z.enum(['here', 'there', 'figures', 'totals', 'done']),
  done: z.int(),
  total: z.int(),
  madeByHand: z.int(),
  place: z.object({ memberId: MemberId, startedAt: Instant, callId: CallId }).nullable(),
  through: z.string().nullable(),
}) satisfies z.ZodType<ReconciliationProgress>;

const moment = z.date().transform((date) => date.toISOString());

const HeldRows = z.array(
  z
    .object({
      id: z.string(),
      state: z.enum(['running', 'repairing']),
      from_at: moment,
      to_at: moment,
      progress: Progress,
    })
    .transform(({ from_at, to_at, ...row }): HeldReconciliation => ({ ...row, from: from_at, to: to_at })),
);

const SELECT = `
  select r.id, r.state, r.asked_by, r.from_at, r.to_at, r.started_at, r.ended_at, r.progress, r.fault, (
    select coalesce(jsonb_agg(jsonb_build_object('cause', o.cause, 'count', o.count) order by o.cause), '[]')
    from (
      select d.cause, count(*) as count from reconciliation_difference d
      where d.reconciliation_id = r.id and d.state = 'open' group by d.cause
    ) as o
  ) as open
  from reconciliation r`;

const Rows = z.array(
  z
    .object({
      id: z.string(),
      state: z.enum(['running', 'repairing', 'done', 'cancelled']),
      asked_by: z.string().nullable(),
      from_at: moment,
      to_at: moment,
      started_at: moment,
      ended_at: moment.nullable(),
      progress: Progress,
      fault: z.string().nullable(),
      open: z.array(z.object({ cause: DifferenceCause, count: z.number() })),
    })
    .transform(
      ({ asked_by, from_at, to_at, started_at, ended_at, ...row }): ReconciliationRow => ({
        ...row,
        by: asked_by,
        from: from_at,
        to: to_at,
        startedAt: started_at,
        endedAt: ended_at,
      }),
    ),
);
