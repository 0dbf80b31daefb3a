import { CallId, CallReport, CallSessionId, MemberId, PersonId } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { SessionFigures } from '../outbox/call-session-record.ts';
import { type CountedCall, countedCall } from '../outbox/counted-call.ts';
import type { DayFigures } from '../outbox/daily-call-stats-record.ts';
import type { PersonFigures } from '../outbox/person-record.ts';
import type { Query } from './database.ts';
import { isInForce } from './do-not-call-store.ts';
import { toJsonText } from './json.ts';
import type { ChangedFigures } from './projection-port.ts';

/** Counts calls that were marked; `ProjectionStore.countCalls` says what it promises. */
export const countCalls = async (query: Query, limit: number): Promise<ChangedFigures> => {
  const marks = Marks.parse(await query(TAKE_MARKS, [limit]));
  const calls = MarkedCalls.parse(await query(SELECT_MARKED, [marks.map(({ call_id }) => call_id)]));
  await keepFigures(query, calls);
  const places = placesOf(calls);
  const told = Told.parse(await query(TAKE_PEOPLE, [limit])).map(({ person_id }) => person_id);
  return {
    sessions: Sessions.parse(await query(SESSIONS, [places.sessions])),
    days: Days.parse(await query(DAYS, [toJsonText(places.days)])),
    people: People.parse(await query(PEOPLE, [distinct([...places.people, ...told])])),
    // Not by the number alone: whoever waits for the rest of a backlog would wait for nothing.
    hasMore: (marks.length === limit || told.length === limit) && (await isLeft(query)),
  };
};

/** Deleting and reading are two statements: the second one sees what was committed with the marks, or later. */
const TAKE_MARKS = `
  delete from call_to_count where id in (select id from call_to_count order by id limit $1) returning call_id`;

const Marks = z.array(z.object({ call_id: CallId }));

const TAKE_PEOPLE = `
  delete from person_to_tell where id in (select id from person_to_tell order by id limit $1) returning person_id`;

const Told = z.array(z.object({ person_id: PersonId }));

const isLeft = async (query: Query): Promise<boolean> =>
  (await query('select 1 where exists (select from call_to_count) or exists (select from person_to_tell)'))
    .length > 0;

/** A call with what it counted for so far. */
const SELECT_MARKED = `
  select c.report, coalesce(c.person_id, case when not c.is_nobody then m.person_id end) as person_id,
    c.is_kept_here, f.session_id as old_session, f.member_id as old_member,
    f.day::text as old_day, f.person_id as old_person
  from call c left join call_figure f on f.call_id = c.id left join call_match m on m.call_id = c.id
  where c.id = any($1::uuid[])`;

const MarkedCalls = z.array(
  z
    .object({
      report: CallReport,
      person_id: PersonId.nullable(),
      is_kept_here: z.boolean(),
      old_session: CallSessionId.nullable(),
      old_member: MemberId.nullable(),
      old_day: z.string().nullable(),
      old_person: PersonId.nullable(),
    })
    .transform((row) => ({
      callId: row.report.callId,
      old: {
        sessionId: row.old_session,
        memberId: row.old_member,
        day: row.old_day,
        personId: row.old_person,
      },
      // What is not written to Twenty is in no figure there either.
      now: row.is_kept_here ? null : countedCall(row.report, row.person_id),
    })),
);
type MarkedCall = z.infer<typeof MarkedCalls>[number];

const keepFigures = async (query: Query, calls: readonly MarkedCall[]): Promise<void> => {
  const counted = calls.flatMap(({ now }) => (now === null ? [] : [now]));
  const uncounted = calls.flatMap(({ now, callId }) => (now === null ? [callId] : []));
  if (counted.length > 0) await query(UPSERT_FIGURES, [toJsonText(counted.map(toRow))]);
  if (uncounted.length > 0)
    await query('delete from call_figure where call_id = any($1::uuid[])', [uncounted]);
};

const toRow = (call: CountedCall) => ({
  call_id: call.callId,
  member_id: call.memberId,
  session_id: call.sessionId,
  day: call.day,
  person_id: call.personId,
  started_at: call.startedAt,
  ended_at: call.endedAt,
  time_zone: call.timeZone,
  is_dial: call.isDial,
  is_answered: call.isAnswered,
  is_connected: call.isConnected,
  talk_seconds: call.talkSeconds,
});

const COLUMNS = `call_id, member_id, session_id, day, person_id, started_at, ended_at, time_zone, is_dial, is_answered,
    is_connected, talk_seconds`;

const UPSERT_FIGURES = `
  insert into call_figure (${COLUMNS})
  select ${COLUMNS}
  from jsonb_to_recordset($1::text::jsonb) as figure (call_id uuid, member_id uuid, session_id uuid, day date,
    person_id uuid, started_at timestamptz, ended_at timestamptz, time_zone text, is_dial boolean, is_answered boolean,
    is_connected boolean, talk_seconds integer)
  on conflict (workspace_id, call_id) do update set
    member_id = excluded.member_id, session_id = excluded.session_id, day = excluded.day,
    person_id = excluded.person_id, started_at = excluded.started_at, ended_at = excluded.ended_at,
    time_zone = excluded.time_zone, is_dial = excluded.is_dial, is_answered = excluded.is_answered,
    is_connected = excluded.is_connected, talk_seconds = excluded.talk_seconds`;

/** Every sitting, day and person that these calls count for, or counted for before: a correction moves both. */
const placesOf = (calls: readonly MarkedCall[]) => {
  const places = calls.flatMap(({ old, now }) => (now === null ? [old] : [old, now]));
  const days = new Map(
    places.flatMap(({ memberId, day }) =>
      memberId === null || day === null
        ? []
        : [[`${memberId} ${day}`, { member_id: memberId, day }] as const],
    ),
  );
  return {
    sessions: distinct(places.map(({ sessionId }) => sessionId)),
    days: [...days.values()],
    people: distinct(places.map(({ personId }) => personId)),
  };
};

const distinct = <Id extends string>(ids: readonly (Id | null)[]): Id[] => [
  ...new Set(ids.filter((id) => id !== null)),
];

/** The name is a label, as it was last known; the ledger has seen everybody whose calls count. */
const MEMBER_NAME = `coalesce((
    select member_name from member_progression p where p.member_id = named.member_id
  ), '') as member_name`;

/** A lookup for each, so that a place that has no call left answers as well, with nothing. */
const SESSIONS = `
  select named.*, ${MEMBER_NAME}
  from (
    select wanted.session_id, figures.*
    from unnest($1::uuid[]) as wanted (session_id)
    cross join lateral (
      select (array_agg(f.member_id order by f.started_at, f.call_id))[1] as member_id,
        (array_agg(f.time_zone order by f.started_at, f.call_id))[1] as time_zone,
        min(f.started_at) as started_at, max(f.ended_at) as ended_at, count(*)::integer as calls,
        (count(*) filter (where f.is_answered))::integer as answered,
        (count(*) filter (where f.is_connected))::integer as connected,
        coalesce(sum(f.talk_seconds), 0)::integer as talk_seconds
      from call_figure f where f.session_id = wanted.session_id
    ) as figures
  ) as named`;

const moment = z.date().transform((date) => date.toISOString());

const Sessions = z.array(
  z
    .object({
      session_id: CallSessionId,
      member_id: MemberId.nullable(),
      member_name: z.string(),
      time_zone: z.string().nullable(),
      started_at: moment.nullable(),
      ended_at: moment.nullable(),
      calls: z.number(),
      answered: z.number(),
      connected: z.number(),
      talk_seconds: z.number(),
    })
    .transform(
      (row): SessionFigures => ({
        sessionId: row.session_id,
        member: row.member_id === null ? null : { id: row.member_id, name: row.member_name },
        startedAt: row.started_at,
        endedAt: row.ended_at,
        timeZone: row.time_zone,
        calls: row.calls,
        answered: row.answered,
        connected: row.connected,
        talkSeconds: row.talk_seconds,
      }),
    ),
);

const DAYS = `
  select named.*, ${MEMBER_NAME}
  from (
    select wanted.member_id, wanted.day::text as day, figures.*
    from jsonb_to_recordset($1::text::jsonb) as wanted (member_id uuid, day date)
    cross join lateral (
      select count(*)::integer as calls,
        (count(*) filter (where f.is_dial))::integer as dials,
        (count(*) filter (where f.is_answered))::integer as answered,
        (count(*) filter (where f.is_connected and f.is_dial))::integer as connected_dials,
        coalesce(sum(f.talk_seconds), 0)::integer as talk_seconds
      from call_figure f where f.member_id = wanted.member_id and f.day = wanted.day
    ) as figures
  ) as named`;

const Days = z.array(
  z
    .object({
      member_id: MemberId,
      member_name: z.string(),
      day: z.string(),
      calls: z.number(),
      dials: z.number(),
      answered: z.number(),
      connected_dials: z.number(),
      talk_seconds: z.number(),
    })
    .transform(
      (row): DayFigures => ({
        member: { id: row.member_id, name: row.member_name },
        day: row.day,
        calls: row.calls,
        dials: row.dials,
        answered: row.answered,
        connectedDials: row.connected_dials,
        talkSeconds: row.talk_seconds,
      }),
    ),
);

const PEOPLE = `
  select wanted.person_id, figures.*, exists (
    select from do_not_call d where ${isInForce('d')} and (d.person_id = wanted.person_id or d.e164 in (
      select n.e164 from person_number n where n.person_id = wanted.person_id
    ))
  ) as do_not_call
  from unnest($1::uuid[]) as wanted (person_id)
  cross join lateral (
    select count(*)::integer as call_count, max(f.started_at) as last_called_at
    from call_figure f where f.person_id = wanted.person_id
  ) as figures`;

const People = z.array(
  z
    .object({
      person_id: PersonId,
      call_count: z.number(),
      last_called_at: moment.nullable(),
      do_not_call: z.boolean(),
    })
    .transform(
      (row): PersonFigures => ({
        personId: row.person_id,
        callCount: row.call_count,
        lastCalledAt: row.last_called_at,
        doNotCall: row.do_not_call,
      }),
    ),
);
