import { z } from 'zod';
import { ATTEMPT_ACTIONS, ATTEMPT_ANSWERS, type KeptAttempt, type NewAttempt } from '../outbox/attempt.ts';
import { FAILURE_CLASSES, type JsonObject, OBJECT_NAMES } from '../outbox/entry.ts';
import type { LagCounts } from '../outbox/lag.ts';
import type { Query } from './database.ts';
import { toJsonText } from './json.ts';

/** What became of the entries that were settled together with attempts. */
export interface SettledCounts {
  readonly lags: LagCounts;
  readonly arrived: number;
  /** Refused, or to be tried again. */
  readonly failed: number;
}
const NOTHING_CAME: SettledCounts = { lags: {}, arrived: 0, failed: 0 };

/**
 * Keeps what was tried, in one statement. The counts of what is settled with it go with the last attempt: it is the one that
 * was answered just now. `earlier`: the attempt, kept before, that the settled entries hang on where none is new.
 */
export const keepAttempts = async (
  query: Query,
  attempts: readonly NewAttempt[],
  came: SettledCounts,
  earlier?: string,
): Promise<void> => {
  if (attempts.length === 0) {
    // What is looked into before it is given up is settled after its attempt was kept.
    if (came.failed > 0 && earlier !== undefined) await query(ADD_FAILED, [earlier, came.failed]);
    return;
  }
  const rows = attempts.map((attempt, index) => ({
    ...attempt,
    ...(index === attempts.length - 1 ? came : NOTHING_CAME),
  }));
  await query(KEEP, [toJsonText(rows)]);
};

/** Attempts that were about an entry, the newest first, as far as they are still kept. */
export const readAttempts = async (query: Query, slot: string): Promise<KeptAttempt[]> =>
  AttemptRows.parse(await query(ATTEMPTS_OF, [slot]));

/** Removes attempts that are older, the oldest first, `limit` at most; answers how many. */
export const forgetAttempts = async (query: Query, olderThanMs: number, limit: number): Promise<number> =>
  (await query(FORGET, [olderThanMs, limit])).length;

/** Lags of what reached Twenty within so many milliseconds. */
export const readLags = async (query: Query, withinMs: number): Promise<LagCounts> => {
  const buckets = LagRows.parse(await query(LAGS, [withinMs]));
  return Object.fromEntries(buckets.map(({ bucket, count }) => [bucket, count]));
};

const ADD_FAILED = 'update delivery_attempt set failed = failed + $2 where id = $1::uuid';

const KEEP = `
  insert into delivery_attempt (id, started_at, ms, holder, action, answer, failure_class, code, sub_code, message, field,
    row_counts, slots, request, response, lags, arrived, failed)
  select id, statement_timestamp() - "startedAgoMs" * interval '1 millisecond', ms, holder, action, answer, failure, code,
    "subCode", message, field, "rowCounts", slots, request, response, lags, arrived, failed
  from jsonb_to_recordset($1::text::jsonb) as attempt (id uuid, "startedAgoMs" double precision, ms integer, holder text,
    action text, answer text, failure text, code text, "subCode" text, message text, field text, "rowCounts" jsonb,
    slots text[], request jsonb, response jsonb, lags jsonb, arrived integer, failed integer)`;

const ATTEMPTS_OF = `
  select a.id, a.started_at as "startedAt", a.ms, a.holder, a.action, a.answer, a.failure_class as failure, a.code,
    a.sub_code as "subCode", a.message, a.field, a.row_counts as "rowCounts", a.slots, a.request, a.response
  from outbox_entry e
  cross join lateral unnest(e.attempt_ids) with ordinality as tried (id, nth)
  join delivery_attempt a on a.id = tried.id
  where e.slot = $1 order by tried.nth`;

/**
 * What somebody else is removing at this moment is skipped, so that several workers may tidy up at once. An array, because
 * as `in (select …)` Postgres may run the inner look once per row, and remove far more than was asked for.
 */
const FORGET = `
  delete from delivery_attempt where id = any(array(
    select id from delivery_attempt where started_at < statement_timestamp() - $1 * interval '1 millisecond'
    order by started_at limit $2 for update skip locked
  ))
  returning id`;

const LAGS = `
  select lag.bucket, sum(lag.count::integer)::integer as count
  from delivery_attempt cross join lateral jsonb_each_text(lags) as lag (bucket, count)
  where started_at > statement_timestamp() - $1 * interval '1 millisecond'
  group by lag.bucket`;

const LagRows = z.array(z.object({ bucket: z.string(), count: z.number() }));

const Bounded = z.custom<JsonObject>((value) => z.record(z.string(), z.json()).safeParse(value).success);

const AttemptRows = z.array(
  z.object({
    id: z.string(),
    startedAt: z.date().transform((at) => at.toISOString()),
    ms: z.number(),
    holder: z.string(),
    action: z.enum(ATTEMPT_ACTIONS),
    answer: z.enum(ATTEMPT_ANSWERS),
    failure: z.enum(FAILURE_CLASSES).nullable(),
    code: z.string().nullable(),
    subCode: z.string().nullable(),
    message: z.string().nullable(),
    field: z.string().nullable(),
    rowCounts: z.partialRecord(z.enum(OBJECT_NAMES), z.number()),
    slots: z.array(z.string()),
    request: Bounded.nullable(),
    response: Bounded.nullable(),
  }),
);
