import { AlertChannel, AlertKind } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { JsonObject } from '../outbox/entry.ts';
import type { AlertStore, DueNotice, KeptAlert } from './alert-port.ts';
import type { Query } from './database.ts';
import { toJsonText, toStorableText } from './json.ts';

/** Alerts and their notices, within one transaction. */
export const createAlertStore = (query: Query): AlertStore => ({
  present: async () => PresentRows.parse(await query(PRESENT)),
  open: async ({ id, kind, figures, channels }) => {
    const opened = await query(OPEN, [id, kind, toJsonText(figures)]);
    if (opened.length === 0) return false;
    await query(
      `insert into alert_notice (alert_id, event, channel) select $1, 'opened', unnest($2::text[])`,
      [id, channels],
    );
    return true;
  },
  raise: async ({ id, figures }) => {
    const raised = await query(RAISE, [id, toJsonText(figures)]);
    if (raised.length > 0) await query(TELL_MORE, [id, 'worse']);
    return raised.length > 0;
  },
  markFine: async (kind, isFine) => {
    await query(
      `update alert set fine_since = case when $2::boolean then statement_timestamp() end
       where kind = $1 and closed_at is null and (fine_since is not null) <> $2::boolean`,
      [kind, isFine],
    );
  },
  close: async (kind, fineForMs) => {
    const [closed] = IdRows.parse(await query(CLOSE, [kind, fineForMs]));
    if (closed === undefined) return false;
    await query(TELL_MORE, [closed.id, 'closed']);
    return true;
  },
  list: async (limit) => {
    const alerts = AlertRows.parse(await query(LIST, [limit]));
    const notices = NoticeRows.parse(await query(NOTICES, [alerts.map(({ id }) => id)]));
    return alerts.map(
      (alert): KeptAlert => ({
        ...alert,
        notices: notices
          .filter(({ alertId }) => alertId === alert.id)
          .map(({ alertId, ...notice }) => notice),
      }),
    );
  },
  takeNotice: async ({ channels, leaseMs }) => {
    const [taken] = DueRows.parse(await query(TAKE, [channels, leaseMs]));
    return taken ?? null;
  },
  settleNotice: async (notice, outcome) => {
    const fault = outcome.kind === 'told' ? null : toStorableText(outcome.fault);
    const inMs = outcome.kind === 'again' ? outcome.inMs : 0;
    await query(SETTLE, [...keyOf(notice), outcome.kind, inMs, fault]);
  },
  forget: async (olderThanMs, limit) => (await query(FORGET, [olderThanMs, limit])).length,
});

const keyOf = ({ alertId, event, channel, attempts }: DueNotice) => [alertId, event, channel, attempts];

const PRESENT = `
  select id, kind, figures,
    (extract(epoch from statement_timestamp() - fine_since) * 1000)::double precision as "fineForMs"
  from alert where closed_at is null order by kind`;

const OPEN = `
  insert into alert (id, kind, figures) values ($1, $2, $3::text::jsonb)
  on conflict (workspace_id, kind) where closed_at is null do nothing returning id`;

const CLOSE = `
  update alert set closed_at = statement_timestamp()
  where kind = $1 and closed_at is null and fine_since <= statement_timestamp() - $2 * interval '1 millisecond'
  returning id`;

/** Workers that see the same at the same time: the second one finds the new figures there, and changes nothing. */
const RAISE = `
  update alert set figures = $2::text::jsonb
  where id = $1 and closed_at is null and (figures ->> 'deadLetters')::integer * 10 <= ($2::text::jsonb ->> 'deadLetters')::integer
  returning id`;

/** Whoever was never told of its beginning is told nothing else of it. It may become worse several times. */
const TELL_MORE = `
  insert into alert_notice as held (alert_id, event, channel)
  select alert_id, $2, channel from alert_notice
  where alert_id = $1 and event = 'opened' and given_up_at is null
  on conflict (workspace_id, alert_id, event, channel) do update set
    made_at = excluded.made_at, due_at = excluded.due_at, attempts = held.attempts + 1, told_at = null, given_up_at = null, fault = null`;

const LIST = `
  select id, kind, figures, opened_at as "openedAt", closed_at as "closedAt" from alert
  order by (closed_at is null) desc, coalesce(closed_at, opened_at) desc limit $1`;

const NOTICES = `
  select alert_id as "alertId", channel, event, told_at as "toldAt", given_up_at is not null as "isGivenUp", attempts, fault
  from alert_notice where alert_id = any($1::uuid[]) order by made_at, channel`;

/** What somebody else is taking at this moment is skipped. */
const TAKE = `
  update alert_notice as notice set attempts = notice.attempts + 1,
    due_at = statement_timestamp() + $2 * interval '1 millisecond'
  from alert
  where alert.id = notice.alert_id and (notice.alert_id, notice.event, notice.channel) in (
    select due.alert_id, due.event, due.channel from alert_notice as due
    where due.told_at is null and due.given_up_at is null and due.due_at <= statement_timestamp()
      and due.channel = any($1::text[])
      and (due.event = 'opened' or not exists (
        select from alert_notice as before
        where before.alert_id = due.alert_id and before.channel = due.channel
          and before.told_at is null and before.given_up_at is null
          and (before.event = 'opened' or (before.event = 'worse' and due.event = 'closed'))
      ))
    order by due.due_at limit 1 for update skip locked
  )
  returning notice.alert_id as "alertId", notice.event, notice.channel, alert.kind, alert.figures,
    alert.opened_at as "openedAt", alert.closed_at as "closedAt", notice.attempts,
    (extract(epoch from statement_timestamp() - notice.made_at) * 1000)::double precision as "madeAgoMs"`;

/** Giving up goes for all that is to be told by the channel. The number of attempts says whether it is still in the hands of whoever settles it. */
const SETTLE = `
  update alert_notice set
    told_at = case when $5::text = 'told' then statement_timestamp() else told_at end,
    given_up_at = case when $5::text = 'given-up' then statement_timestamp() else given_up_at end,
    due_at = case when $5::text = 'again' then statement_timestamp() + $6 * interval '1 millisecond' else due_at end,
    fault = $7
  where alert_id = $1 and channel = $3 and told_at is null and given_up_at is null
    and ((event = $2 and attempts = $4) or ($5::text = 'given-up' and exists (
      select from alert_notice as own
      where own.alert_id = $1 and own.event = $2 and own.channel = $3 and own.attempts = $4
    )))`;

const FORGET = `
  delete from alert where id = any(array(
    select id from alert where closed_at < statement_timestamp() - $1 * interval '1 millisecond'
    order by closed_at limit $2 for update skip locked
  ))
  returning id`;

const instant = z.date().transform((at) => at.toISOString());
const Figures = z.custom<JsonObject>((value) => z.record(z.string(), z.json()).safeParse(value).success);
const event = z.enum(['opened', 'worse', 'closed']);

const IdRows = z.array(z.object({ id: z.string() }));
const PresentRows = z.array(
  z.object({ id: z.string(), kind: AlertKind, figures: Figures, fineForMs: z.number().nullable() }),
);
const AlertRows = z.array(
  z.object({
    id: z.string(),
    kind: AlertKind,
    figures: Figures,
    openedAt: instant,
    closedAt: instant.nullable(),
  }),
);
const NoticeRows = z.array(
  z.object({
    alertId: z.string(),
    channel: AlertChannel,
    event,
    toldAt: instant.nullable(),
    isGivenUp: z.boolean(),
    attempts: z.int(),
    fault: z.string().nullable(),
  }),
);
const DueRows = z.array(
  z.object({
    alertId: z.string(),
    event,
    channel: AlertChannel,
    kind: AlertKind,
    figures: Figures,
    openedAt: instant,
    closedAt: instant.nullable(),
    attempts: z.int(),
    madeAgoMs: z.number(),
  }),
);
