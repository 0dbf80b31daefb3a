import { randomUUID } from 'node:crypto';
import type { DeliveryStatus } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { BudgetDecision, BudgetState } from '../outbox/budget.ts';
import { forgetAttempts, readLags } from './attempts.ts';
import type { Changes } from './call-changes.ts';
import type { Query } from './database.ts';
import { toStorableText } from './json.ts';
import type { DeliveryStore } from './outbox-port.ts';
import { DELIVERY_SLOT, keepInLog } from './sync-log.ts';

/** How delivery is doing and what it may spend, within one transaction. */
export const createDeliveryStore = (query: Query, changes: Changes): DeliveryStore => ({
  status: async () => {
    const [status] = StatusRows.parse(await query(STATUS));
    if (status === undefined) throw new Error('The delivery status has no row.');
    return status;
  },
  setStatus: async ({ state, message }) => {
    const changed = await query(SET_STATUS, [state, toStorableText(message)]);
    if (changed.length === 0) return;
    await keepInLog(query, standstill(state, message));
    changes.note('delivery');
  },
  pause: async () => Pauses.parse(await query(PAUSE))[0] ?? null,
  setPause: async ({ memberId, by, reason }) => {
    await query(SET_PAUSE, [memberId, toStorableText(by), toStorableText(reason)]);
    changes.note('delivery');
    changes.note('outbox');
  },
  resume: async () => {
    const ended = await query('delete from delivery_pause returning since');
    changes.note('delivery');
    changes.note('outbox');
    return ended.length > 0;
  },
  spendBudget: async (decide) => {
    const { state, nowMs } = await lockBudget(query);
    const decision: BudgetDecision = decide(state, nowMs);
    await query('update delivery_budget set tokens = $1, allowed_at_ms = $2', [
      decision.state.tokens,
      decision.state.allowedAtMs,
    ]);
    return decision;
  },
  budget: () => readBudget(query),
  lags: (withinMs) => readLags(query, withinMs),
  forgetAttempts: (olderThanMs, limit) => forgetAttempts(query, olderThanMs, limit),
});

const PAUSE = 'select member_name as by, reason, since from delivery_pause';

const SET_PAUSE = `
  insert into delivery_pause (member_id, member_name, reason) values ($1, $2, $3)
  on conflict (workspace_id) do update
    set member_id = excluded.member_id, member_name = excluded.member_name, reason = excluded.reason`;

const Pauses = z.array(
  z.object({
    by: z.string(),
    reason: z.string(),
    since: z.date().transform((date) => date.toISOString()),
  }),
);

/** A Twenty that is away is waited for and no failure; one that refuses the worker is, until delivery runs again. */
const standstill = (state: DeliveryStatus['state'], message: string) => ({
  failures:
    state === 'paused'
      ? [
          {
            slot: DELIVERY_SLOT,
            entryKey: `${DELIVERY_SLOT}:${randomUUID()}`,
            objectName: '',
            recordId: '',
            action: 'deliver' as const,
            message,
          },
        ]
      : [],
  resolvedSlots: state === 'running' ? [DELIVERY_SLOT] : [],
  delivered: 0,
});

const StatusRows = z.array(
  z
    .object({
      state: z.enum(['running', 'waiting-for-twenty', 'paused']),
      since: z.date(),
      message: z.string(),
    })
    .transform((row) => ({ ...row, since: row.since.toISOString() })),
);

/** A workspace where nothing was ever said is running, since it became known. */
const STATUS = `
  select coalesce(state, 'running') as state, coalesce(message, '') as message,
    coalesce(since, (select created_at from workspace), statement_timestamp()) as since
  from (select 1) as always left join delivery_status on true`;

const SET_STATUS = `
  insert into delivery_status as held (state, message, since) values ($1, $2, statement_timestamp())
  on conflict (workspace_id) do update
    set state = excluded.state, message = excluded.message, since = excluded.since
    where (held.state, held.message) <> (excluded.state, excluded.message)
  returning state`;

const BudgetRows = z.array(
  z.object({ tokens: z.number().nullable(), allowed_at_ms: z.number().nullable(), now_ms: z.number() }),
);

/** The row is made first, empty, so that the very first two spenders queue up as well. */
const lockBudget = async (query: Query): Promise<{ state: BudgetState | null; nowMs: number }> => {
  await query('insert into delivery_budget (tokens) values (null) on conflict do nothing');
  await query('select 1 from delivery_budget for no key update');
  // A statement of its own: the time must be read when the lock is ours, not when we began to wait for it.
  return readBudget(query);
};

const readBudget = async (query: Query): Promise<{ state: BudgetState | null; nowMs: number }> => {
  const [row] = BudgetRows.parse(await query(BUDGET));
  if (row === undefined) throw new Error('The look at the budget has no row.');
  const { tokens, allowed_at_ms: allowedAtMs, now_ms: nowMs } = row;
  return { state: tokens === null || allowedAtMs === null ? null : { tokens, allowedAtMs }, nowMs };
};

const BUDGET = `
  select tokens, allowed_at_ms, (extract(epoch from clock_timestamp()) * 1000)::double precision as now_ms
  from (select 1) as always left join delivery_budget on true`;
