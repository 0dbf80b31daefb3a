import { MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Query } from './database.ts';
import { toJsonText, toStorableText } from './json.ts';
import type { ManagedTeam, MemberFigures, PeriodFigures, TeamStore } from './team-port.ts';

/** Managers' teams, within one transaction. */
export const createTeamStore = (query: Query): TeamStore => ({
  managedBy: async (managerId) => {
    const [reading] = Readings.parse(
      await query('select read_at from managed_team_reading where manager_id = $1', [managerId]),
    );
    return {
      teams: Teams.parse(await query(SELECT_TEAMS, [managerId])),
      readAt: reading?.read_at ?? null,
    };
  },
  keep: async (managerId, teams) => {
    // First, so that two readings of one manager take turns: its row is locked until the end.
    await query(
      `insert into managed_team_reading (manager_id, read_at) values ($1, statement_timestamp())
       on conflict (workspace_id, manager_id) do update set read_at = excluded.read_at`,
      [managerId],
    );
    await query('delete from managed_team where manager_id = $1', [managerId]);
    await query(INSERT_TEAMS, [
      managerId,
      teams.map(({ id }) => id),
      teams.map(({ name }) => toStorableText(name)),
    ]);
    const members = teams.flatMap((team) => team.members.map((member) => ({ team_id: team.id, ...member })));
    await query(INSERT_MEMBERS, [managerId, toJsonText(members)]);
  },
  figures: async (memberIds, { today, weekStart }) =>
    memberIds.length === 0
      ? []
      : FigureRows.parse(await query(SELECT_FIGURES, [memberIds, today, weekStart])),
});

const SELECT_TEAMS = `
  select t.team_id as id, t.name,
    coalesce(json_agg(json_build_object('id', m.member_id, 'name', m.name) order by m.name, m.member_id)
      filter (where m.member_id is not null), '[]') as members
  from managed_team t left join managed_member m on m.manager_id = t.manager_id and m.team_id = t.team_id
  where t.manager_id = $1 group by t.team_id, t.name order by t.name, t.team_id`;

const INSERT_TEAMS = `
  insert into managed_team (manager_id, team_id, name)
  select $1, * from unnest($2::uuid[], $3::text[]) on conflict do nothing`;

const INSERT_MEMBERS = `
  insert into managed_member (manager_id, team_id, member_id, name)
  select $1, team_id, id, name from json_to_recordset($2::text::json) as given (team_id uuid, id uuid, name text)
  on conflict do nothing`;

/** A call that is still going on misses nothing yet; one that nobody heard the end of does after two hours. */
const SELECT_FIGURES = `
  select w.member_id, coalesce(p.total_xp, 0) as total_xp, f.*, x.*, u.*
  from unnest($1::uuid[]) as w (member_id)
  left join member_progression p on p.member_id = w.member_id
  cross join lateral (
    select count(*) filter (where day >= $2::date)::integer as calls_today,
      count(*) filter (where day >= $2::date and is_connected)::integer as connected_today,
      coalesce(sum(talk_seconds) filter (where day >= $2::date), 0)::integer as talk_today,
      count(*)::integer as calls_week,
      count(*) filter (where is_connected)::integer as connected_week,
      coalesce(sum(talk_seconds), 0)::integer as talk_week
    from call_figure where member_id = w.member_id and day >= $3::date
  ) f
  cross join lateral (
    select coalesce(sum(e.points) filter (where c.day >= $2::date), 0)::integer as xp_today,
      coalesce(sum(e.points), 0)::integer as xp_week
    from call_figure c join progression_entry e on e.call_id = c.call_id
    where c.member_id = w.member_id and c.day >= $3::date
  ) x
  cross join lateral (
    select count(*) filter (where n.day >= $2::date)::integer as unwrapped_today, count(*)::integer as unwrapped_week
    from call c join call_figure n on n.call_id = c.id
    where c.member_id = w.member_id and c.stage <> 'wrapped-up' and n.day >= $3::date
      and (c.ended_at is not null or c.started_at < statement_timestamp() - interval '2 hours')
  ) u`;

const Readings = z.array(z.object({ read_at: z.date() }));

const Teams: z.ZodType<ManagedTeam[]> = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    members: z.array(z.object({ id: MemberId, name: z.string() })),
  }),
);

type Period = 'today' | 'week';
type Column = `${'calls' | 'connected' | 'talk' | 'xp' | 'unwrapped'}_${Period}`;
const figure = z.int();
const FigureRows = z.array(
  z
    .object({
      member_id: MemberId,
      total_xp: figure,
      calls_today: figure,
      connected_today: figure,
      talk_today: figure,
      xp_today: figure,
      unwrapped_today: figure,
      calls_week: figure,
      connected_week: figure,
      talk_week: figure,
      xp_week: figure,
      unwrapped_week: figure,
    } satisfies Record<Column, z.ZodType> & { member_id: unknown; total_xp: unknown })
    .transform(
      (row): MemberFigures => ({
        memberId: row.member_id,
        totalXp: row.total_xp,
        today: periodOf(row, 'today'),
        week: periodOf(row, 'week'),
      }),
    ),
);

const periodOf = (row: Readonly<Record<Column, number>>, period: Period): PeriodFigures => ({
  calls: row[`calls_${period}`],
  connected: row[`connected_${period}`],
  talkSeconds: row[`talk_${period}`],
  xp: row[`xp_${period}`],
  unwrapped: row[`unwrapped_${period}`],
});
