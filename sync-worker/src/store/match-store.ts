import { CallId, E164, type Instant, MemberId, PersonId } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Changes } from './call-changes.ts';
import { readCallRows, SELECT_CALLS } from './call-rows.ts';
import type { Query } from './database.ts';
import { isInForce } from './do-not-call-store.ts';
import type { MatchStore, Owner } from './match-port.ts';
import { lockMember } from './member-lock.ts';
import { PERSON_COLUMNS, PersonRow } from './people-store.ts';

/** Calls and the people behind their numbers, within one transaction. */
export const createMatchStore = (query: Query, changes: Changes): MatchStore => ({
  owners: async ({ number, memberId, at }) => {
    const rows = OwnerRows.parse(await query(OWNERS, [number, memberId, at]));
    if (rows[0]?.is_filled !== true) return null;
    return rows.filter(({ person_id }) => person_id !== null).map(toOwner);
  },
  keep: async (callId, { personId, how }) => {
    await query(KEEP, [callId, personId, how]);
    changes.noteCalls([callId]);
  },
  mark: async (numbers) => {
    if (numbers.length > 0) await query(MARK, [numbers]);
  },
  news: async (limit) => {
    const marks = Marks.parse(await query(NEWS, [limit]));
    const numbers = [...new Set(marks.map(({ e164 }) => e164))];
    const calls = numbers.length === 0 ? [] : OpenCalls.parse(await query(OPEN_CALLS, [numbers]));
    return {
      marks: marks.map(({ id }) => id),
      calls: calls.map(({ id, member_id, number }) => ({ callId: id, memberId: member_id, number })),
    };
  },
  forget: async (marks) => {
    await query('delete from number_to_match where id = any($1::bigint[])', [marks]);
  },
  hold: async ({ callId, memberId }) => {
    await lockMember(query, memberId);
    const [held] = Held.parse(await query(HOLD, [callId]));
    if (held === undefined) return null;
    // Not as `get` reads it: the change counter is the last lock, and entries are still to be locked.
    const [call] = readCallRows(await query(`${SELECT_CALLS} where c.id = $1`, [callId]));
    if (call === undefined) return null;
    return { call, memberName: held.member_name ?? '', isKeptHere: held.is_kept_here };
  },
  peopleWithOtherFlag: async (limit) =>
    People.parse(await query(OTHER_FLAG, [limit])).map(({ person_id }) => person_id),
});

/** A call that the rep left open, and for which nobody was found. */
export const IS_OPEN = `c.person_id is null and not c.is_nobody
  and not exists (select from call_match m where m.call_id = c.id)`;

/** One row says at least whether the mirror is filled. */
const OWNERS = `
  select filled.is_filled, found.*
  from (
    select exists (
      select from mirror_state
      where object_name = 'person' and progress #>> '{fill,finishedAt}' is not null
    ) as is_filled
  ) as filled
  left join lateral (
    select ${PERSON_COLUMNS},
      (select max(f.started_at) from call_figure f where f.person_id = p.person_id) as last_called_at,
      coalesce(p.person_id = (
        select c.person_id from call c
        where c.number = $1 and c.member_id = $2 and c.person_id is not null and c.started_at < $3
        order by c.started_at desc, c.id desc limit 1
      ), false) as is_remembered
    from person_number n join person_mirror p on p.person_id = n.person_id
    where n.e164 = $1
    order by n.rank, p.person_id
    limit 50
  ) as found on filled.is_filled`;

/** Figures of the call's person change with it. */
const KEEP = `
  with marked as (insert into call_to_count (call_id) values ($1))
  insert into call_match (call_id, person_id, how) values ($1, $2, $3)
  on conflict (workspace_id, call_id) do update
    set person_id = excluded.person_id, how = excluded.how, matched_at = now()`;

const MARK = `
  insert into number_to_match (e164)
  select wanted.e164 from unnest($1::text[]) as wanted (e164)
  where exists (select from call c where c.number = wanted.e164 and ${IS_OPEN})`;

const NEWS = `
  select id::text, e164 from number_to_match
  where exists (
    select from mirror_state where object_name = 'person' and progress #>> '{fill,finishedAt}' is not null
  )
  order by id limit $1`;

/** Nobody has most numbers: their calls need not be looked at. */
const OPEN_CALLS = `
  select c.id, c.member_id, c.number from call c
  where c.number = any($1::text[]) and ${IS_OPEN}
    and exists (select from person_number n where n.e164 = c.number)
  order by c.started_at, c.id`;

const HOLD = `
  select c.is_kept_here, (
    select e.payload #>> '{createdBy,name}' from outbox_entry e where e.slot = 'phoneCall:' || c.id
  ) as member_name
  from call c where c.id = $1 and ${IS_OPEN} for no key update of c`;

/**
 * People whom the do-not-call list names, by themselves or by a number, and whom nobody has marked; and people whom we
 * marked and whom it names no more. What somebody marked by hand in Twenty stays.
 */
const OTHER_FLAG = `
  with blocked as (
    select d.person_id from do_not_call d where ${isInForce('d')} and d.person_id is not null
    union
    select n.person_id from do_not_call d join person_number n on n.e164 = d.e164 where ${isInForce('d')}
  )
  (
    select p.person_id from blocked join person_mirror p on p.person_id = blocked.person_id
    where not p.is_deleted and not p.do_not_call and not exists (
      select from outbox_entry e where e.slot = 'person:' || p.person_id and e.payload ->> 'doNotCall' = 'true'
    )
    union all
    select e.record_id from outbox_entry e
    where e.object_name = 'person' and e.payload ->> 'doNotCall' = 'true'
      and e.record_id not in (select person_id from blocked)
  ) limit $1`;

const Marks = z.array(z.object({ id: z.string(), e164: E164 }));
const OpenCalls = z.array(z.object({ id: CallId, member_id: MemberId, number: E164 }));
const Held = z.array(z.object({ is_kept_here: z.boolean(), member_name: z.string().nullable() }));
const People = z.array(z.object({ person_id: PersonId }));
const OwnerRows = z.array(z.looseObject({ is_filled: z.boolean(), person_id: z.string().nullable() }));
const Facts = z.object({
  is_remembered: z.boolean(),
  last_called_at: z
    .date()
    .transform((date): Instant => date.toISOString())
    .nullable(),
});

const toOwner = (row: unknown): Owner => {
  const person = PersonRow.parse(row);
  const facts = Facts.parse(row);
  return {
    person,
    personId: person.id,
    name: person.name,
    ownerId: person.ownerId,
    lastCalledAt: facts.last_called_at,
    isRemembered: facts.is_remembered,
  };
};
