import { DeliveryJob, DeliverySelection } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { DeliveryJobStore } from './admin-port.ts';
import { actorText, noteDeeds } from './audit-store.ts';
import type { Changes } from './call-changes.ts';
import type { Query } from './database.ts';
import { conditionOf } from './delivery-filter.ts';
import { toJsonText, toStorableText } from './json.ts';
import { dismissEntries, redriveEntries } from './redrive.ts';

/** Things that are done about many records, within one transaction. */
export const createDeliveryJobStore = (query: Query, changes: Changes): DeliveryJobStore => ({
  begin: async ({ id, action, reason, selection, actor }) => {
    const who = actorText(actor);
    const { sql, values } = conditionOf(selection, 7);
    const [job] = Jobs.parse(
      await query(
        `insert into delivery_job (id, action, member, request_id, reason, selection, total)
         select $1, $2, $3::text::jsonb, $4, $5, $6::text::jsonb, count(*) from outbox_entry e where ${sql}
         returning ${COLUMNS}`,
        [
          id,
          action,
          who,
          actor.requestId,
          reason === null ? null : toStorableText(reason),
          toJsonText(selection),
          ...values,
        ],
      ),
    );
    if (job === undefined) throw new Error('The job has no row.');
    await noteDeeds(query, who, { action, subjects: [id], detail: wordsFor(job.view) });
    changes.note('jobs');
    return job.view;
  },
  advance: async (limit, jobId) => {
    const [job] = Jobs.parse(await query(NEXT, [jobId ?? null]));
    if (job === undefined) return null;
    const slots = await slotsOf(query, job, limit);
    const moved = new Set(await act(query, changes, job, slots));
    await noteDeeds(query, job.who, {
      action: job.view.action,
      subjects: [...moved],
      detail: wordsFor(job.view),
    });
    const done = slots.filter((slot) => moved.has(slot)).length;
    const [now] = Jobs.parse(
      await query(ADVANCE, [
        job.view.id,
        slots.at(-1) ?? job.reached,
        done,
        slots.length - done,
        slots.length < limit,
      ]),
    );
    changes.note('jobs');
    return now?.view ?? null;
  },
  cancel: async (jobId, actor) => {
    const [cancelled] = Jobs.parse(await query(CANCEL, [jobId]));
    if (cancelled === undefined) {
      const [held] = Jobs.parse(await query(`select ${COLUMNS} from delivery_job where id = $1`, [jobId]));
      return held?.view ?? null;
    }
    const { done, total } = cancelled.view;
    await noteDeeds(query, actorText(actor), {
      action: 'cancel',
      subjects: [jobId],
      detail: `Cancelled after ${done} of ${total}.`,
    });
    changes.note('jobs');
    return cancelled.view;
  },
  list: async (limit) =>
    Jobs.parse(
      await query(`select ${COLUMNS} from delivery_job order by started_at desc, id limit $1`, [limit]),
    ).map(({ view }) => view),
});

type Job = z.infer<typeof Job>;

/** What a job finds is what matched when it began: what fails again, or fails anew, is not its business. */
const slotsOf = async (query: Query, { selection, reached, view }: Job, limit: number): Promise<string[]> => {
  const { sql, values } = conditionOf(selection, 4);
  const rows = await query(
    `select e.slot from outbox_entry e
     where e.slot > $1 and ${sql} and ($2::text is null or e.updated_at <= (
       select started_at from delivery_job where id = $2::text::uuid))
     order by e.slot limit $3`,
    [reached, 'filter' in selection ? view.id : null, limit, ...values],
  );
  return z
    .array(z.object({ slot: z.string() }))
    .parse(rows)
    .map(({ slot }) => slot);
};

const act = async (
  query: Query,
  changes: Changes,
  { view }: Job,
  slots: readonly string[],
): Promise<string[]> => {
  if (slots.length === 0) return [];
  if (view.action === 'redrive') return redriveEntries(query, changes, slots);
  return dismissEntries(query, changes, { slots, words: `Given up by ${view.by}: ${view.reason ?? ''}` });
};

const wordsFor = ({ action, reason, total }: DeliveryJob): string =>
  action === 'redrive' ? `Tried again, one of ${total}.` : `Given up: ${reason ?? ''}`;

const COLUMNS = `id, action, member, reason, selection, state, reached, total, done, skipped, started_at, ended_at`;

const Job = z
  .object({
    id: z.string(),
    action: DeliveryJob.shape.action,
    member: z.looseObject({ name: z.string() }),
    reason: z.string().nullable(),
    selection: DeliverySelection,
    state: DeliveryJob.shape.state,
    reached: z.string(),
    total: z.number(),
    done: z.number(),
    skipped: z.number(),
    started_at: z.date(),
    ended_at: z.date().nullable(),
  })
  .transform(({ member, selection, reached, started_at, ended_at, ...job }) => ({
    who: toJsonText(member),
    selection,
    reached,
    view: {
      ...job,
      by: member.name,
      startedAt: started_at.toISOString(),
      endedAt: ended_at?.toISOString() ?? null,
    } satisfies DeliveryJob,
  }));
const Jobs = z.array(Job);

/** One that another worker is at is skipped. */
const NEXT = `
  select ${COLUMNS} from delivery_job
  where state = 'running' and ($1::text is null or id = $1::text::uuid)
  order by started_at limit 1 for update skip locked`;

const ADVANCE = `
  update delivery_job set
    reached = $2, done = done + $3, skipped = skipped + $4,
    state = case when $5::boolean then 'done' else state end,
    ended_at = case when $5::boolean then statement_timestamp() end
  where id = $1 returning ${COLUMNS}`;

const CANCEL = `
  update delivery_job set state = 'cancelled', ended_at = statement_timestamp()
  where id = $1 and state = 'running' returning ${COLUMNS}`;
