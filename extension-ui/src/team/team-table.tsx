import { Link } from '@tanstack/react-router';
import type { RepFigures, RepOfTeam, TeamView } from '@twenty-dialer/contract';
import { figure, RANK_NAMES } from '../progression/rank-words.ts';
import { duration } from '../ui/time.ts';

export type Period = 'today' | 'week';
type Team = TeamView['teams'][number];

/** One team's reps with what each came to, and all of them together. */
export const TeamTable = ({ team, period }: { team: Team; period: Period }) => (
  <section aria-labelledby={`team-${team.id}`}>
    <h2 id={`team-${team.id}`}>{team.name}</h2>
    {team.reps.length === 0 ? (
      <p className="quiet">
        Nobody is in this team yet. A rep is when their “Rep progression” in Twenty names it.
      </p>
    ) : (
      <table className="team__table" aria-labelledby={`team-${team.id}`}>
        <thead>
          <tr>
            <th scope="col">Rep</th>
            <th scope="col">Calls</th>
            <th scope="col">Talk</th>
            <th scope="col">XP</th>
            <th scope="col">To wrap up</th>
          </tr>
        </thead>
        <tbody>
          {[...team.reps].sort(byCalls(period)).map((rep) => (
            <Rep key={rep.member.id} rep={rep} period={period} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{team.reps.length === 1 ? '1 rep' : `${team.reps.length} reps`}</th>
            <Figures of={sumOf(team.reps.map((rep) => rep[period]))} />
          </tr>
        </tfoot>
      </table>
    )}
  </section>
);

const Rep = ({ rep, period }: { rep: RepOfTeam; period: Period }) => (
  <tr>
    <th scope="row">
      <Link to="/calls" search={{ rep: [rep.member.id], when: period }} className="team__name">
        {rep.member.name}
      </Link>
      <span className="team__below">
        {RANK_NAMES[rep.rank]} · {figure(rep.totalXp)} XP
      </span>
    </th>
    <Figures of={rep[period]} />
  </tr>
);

const Figures = ({ of: { calls, connected, talkSeconds, xp, unwrapped } }: { of: RepFigures }) => (
  <>
    <td className="figures">
      {figure(calls)}
      <span className="team__below">{figure(connected)} reached</span>
    </td>
    <td className="figures">{duration(talkSeconds)}</td>
    <td className="figures">{figure(xp)}</td>
    <td className={unwrapped === 0 ? 'figures' : 'figures team__open'}>{figure(unwrapped)}</td>
  </>
);

/** The busiest first; who is as busy as another stands by name. */
const byCalls = (period: Period) => (a: RepOfTeam, b: RepOfTeam) =>
  b[period].calls - a[period].calls || a.member.name.localeCompare(b.member.name);

const sumOf = (all: readonly RepFigures[]): RepFigures =>
  all.reduce((sum, one) => ({
    calls: sum.calls + one.calls,
    connected: sum.connected + one.connected,
    talkSeconds: sum.talkSeconds + one.talkSeconds,
    xp: sum.xp + one.xp,
    unwrapped: sum.unwrapped + one.unwrapped,
  }));
