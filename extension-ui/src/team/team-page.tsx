import { IconLock, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TeamView } from '@twenty-dialer/contract';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMay } from '../app/may.ts';
import { useDesk } from '../dialer/use-dialer.ts';
import { TEAM } from '../history/history-search.ts';
import { dayAndTime } from '../ui/time.ts';
import { Trouble } from '../ui/trouble.tsx';
import { isProblem, wordsFor } from '../worker-client/problem-error.ts';
import { type Period, TeamTable } from './team-table.tsx';
import { useTeam } from './use-team.ts';
import './team.css';

/** For managers: what each rep of their teams came to today and this week, and what waits for a wrap-up. */
const TeamPage = () => (useMay('see-team-figures') ? <ForManager /> : <NotForYou />);
export default TeamPage;

const PERIODS: readonly { period: Period; label: string }[] = [
  { period: 'today', label: 'Today' },
  { period: 'week', label: 'This week' },
];

const ForManager = () => {
  const query = useTeam();
  const seesCalls = useMay('see-team-calls');
  const [period, setPeriod] = useState<Period>('today');
  if (isProblem(query.error, 'not-permitted')) return <NotForYou />;
  const view = query.data;
  return (
    <Page>
      <fieldset className="team__periods" aria-label="Time">
        {PERIODS.map((one) => (
          <button
            key={one.period}
            type="button"
            className="button"
            aria-pressed={one.period === period}
            onClick={() => setPeriod(one.period)}
          >
            {one.label}
          </button>
        ))}
        {seesCalls ? (
          <Link to="/calls" search={{ rep: TEAM, when: period }} className="button">
            Show the calls
          </Link>
        ) : null}
      </fieldset>
      <p role="status" className="quiet">
        {view === undefined ? '' : staleWords(view, query.error)}
      </p>
      {query.isPending ? <Skeleton /> : null}
      {view === undefined && query.isError ? (
        <Trouble error={query.error} onTryAgain={() => void query.refetch()} />
      ) : null}
      {view?.teams.length === 0 ? <NoTeam view={view} /> : null}
      {view?.teams.map((team) => (
        <TeamTable key={team.id} team={team} period={period} />
      ))}
      {view === undefined || view.teams.length === 0 ? null : (
        <p className="quiet">
          Counted once a minute, by each rep’s own day; a week begins on Monday. “Reached” are calls with an
          outcome that says that somebody was talked to.
        </p>
      )}
    </Page>
  );
};

/** How old what is shown is, where it is not as it is now. */
const staleWords = ({ twenty, readAt }: TeamView, error: Error | null): string => {
  if (error !== null) return `${wordsFor(error).what} These are the last figures.`;
  if (twenty.state === 'read') return '';
  const since = readAt === null ? '' : ` Who is in the team is as it was ${dayAndTime(readAt)}.`;
  return `Twenty is away.${since}`;
};

const Page = ({ children }: { children: ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="team">
      <h1 ref={heading} tabIndex={-1}>
        Team
      </h1>
      {children}
    </div>
  );
};

const NoTeam = ({ view: { twenty } }: { view: TeamView }) => {
  const { workspace } = useDesk().owner;
  return (
    <div className="notice">
      <IconUsersGroup size={24} aria-hidden="true" className="quiet" />
      {twenty.state === 'read' ? (
        <>
          <p>
            <strong>You manage no team yet.</strong> A sales team in Twenty that names you as its manager
            shows here within a minute. Its reps are those whose “Rep progression” names the team.
          </p>
          <a className="button" href={workspace.twentyUrl} target="_blank" rel="noreferrer">
            Open Twenty
            <span className="for-screen-readers"> (new tab)</span>
          </a>
        </>
      ) : (
        <p>
          <strong>Twenty has not said yet which teams you manage.</strong> They show here when it is back.
        </p>
      )}
    </div>
  );
};

const NotForYou = () => (
  <section className="notice" aria-labelledby="team-not-for-you">
    <IconLock size={24} aria-hidden="true" className="quiet" />
    <h1 id="team-not-for-you">The team’s figures are for managers</h1>
    <p>
      An admin decides which roles of Twenty are managers here, in Settings, and can let single people in.
    </p>
  </section>
);

const Skeleton = () => (
  <div role="status" className="team__skeleton">
    <span className="for-screen-readers">Reading the team’s figures</span>
    {[0, 1, 2, 3].map((row) => (
      <div key={row} className="skeleton team__skeleton-line" />
    ))}
  </div>
);
