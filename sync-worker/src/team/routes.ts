import { type RepOfTeam, rankOf, TeamQuery, type TeamView } from '@twenty-dialer/contract';
import { parse } from '../http/parse.ts';
import { forPermission, type RouteHandlers } from '../http/route.ts';
import type { Store } from '../store/port.ts';
import type { MemberFigures } from '../store/team-port.ts';
import type { ManagedTeams } from './managed-teams.ts';

interface TeamRouteDeps {
  /** For what is looked at again and again: a report goes before it. */
  readonly background: Pick<Store, 'transaction'>;
  readonly managedTeams: ManagedTeams;
}

/** What a manager's teams have come to today and this week. */
export const teamRoutes = ({ background, managedTeams }: TeamRouteDeps): Pick<RouteHandlers, 'team'> => ({
  team: forPermission('see-team-figures', async (c, who) => {
    const { today } = parse(TeamQuery, c.req.query());
    const weekStart = mondayOf(today);
    const { teams, readAt, source } = await managedTeams.of(who);
    const memberIds = [...new Set(teams.flatMap(({ members }) => members.map(({ id }) => id)))];
    const figures = await background.transaction(who.workspaceId, (tx) =>
      tx.teams.figures(memberIds, { today, weekStart }),
    );
    const byMember = new Map(figures.map((one) => [one.memberId, one]));
    return c.json({
      teams: teams.map(({ id, name, members }) => ({
        id,
        name,
        reps: members.map((member) => repOf(member, byMember.get(member.id))),
      })),
      weekStart,
      twenty: source,
      readAt: readAt?.toISOString() ?? null,
    } satisfies TeamView);
  }),
});

const repOf = (member: RepOfTeam['member'], figures: MemberFigures | undefined): RepOfTeam => {
  const { today = NOTHING, week = NOTHING, totalXp = 0 } = figures ?? {};
  return { member, today, week, totalXp, rank: rankOf(totalXp) };
};

const NOTHING = { calls: 0, connected: 0, talkSeconds: 0, xp: 0, unwrapped: 0 };

/** The Monday of a day's week, both as `2026-11-20`. */
export const mondayOf = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
};
