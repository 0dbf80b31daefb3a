import { type Progression, XP_PER_RANK, XP_RULES } from '@twenty-dialer/contract';
import type { ReactNode } from 'react';
import { useServices } from '../app/services.ts';
import { useSessionState } from '../app/session-state.ts';
import { instantOf } from '../timers.ts';
import { Hint } from '../ui/hint.tsx';
import { SyncMark } from '../ui/sync-mark.tsx';
import { clockTime, dayAndTime, duration, fullTime } from '../ui/time.ts';
import { Trouble } from '../ui/trouble.tsx';
import { figure, progressWords } from './rank-words.ts';
import { streakWords } from './streak-words.ts';
import { syncWords } from './sync-words.ts';
import { useProgression } from './use-progression.ts';
import { XpMeter } from './xp-meter.tsx';

/** Rank, bar and totals as the ledger has them, whether Twenty has them too, and how points are earned. */
export const XpSection = () => {
  const { data: progression, error, refetch, dataUpdatedAt } = useProgression();
  const { away } = useSessionState();
  return (
    <section className="xp" aria-labelledby="xp-title">
      <h2 id="xp-title">XP</h2>
      {progression === undefined && error !== null ? (
        <Trouble error={error} onTryAgain={() => void refetch()} />
      ) : null}
      {progression === undefined && error === null ? <Skeleton /> : null}
      {progression === undefined ? null : <Figures progression={progression} />}
      {progression !== undefined && (away !== null || error !== null) ? (
        <p className="quiet">
          As of {clockTime(instantOf(dataUpdatedAt))}. Calls that are only on this computer have no points
          yet.
        </p>
      ) : null}
      <HowEarned />
    </section>
  );
};

const Figures = ({ progression }: { progression: Progression }) => {
  const { timers } = useServices();
  const { totalCalls, totalTalkSeconds, lastCallAt, sync } = progression;
  const { rank, xp, toNext } = progressWords(progression);
  return (
    <>
      <div className="xp__head">
        <p className="xp__rank">
          <strong>{rank}</strong> <span className="figures">{xp}</span>
        </p>
        <SyncMark mark={sync.state} words={syncWords(progression)} />
      </div>
      <XpMeter progression={progression} />
      <p className="quiet figures">{toNext ?? 'The highest rank.'}</p>
      <p className="quiet">{syncWords(progression)}</p>
      <dl className="me__facts">
        <Fact term="Calls" definition="Calls that the dialer took in, outgoing and incoming, all time.">
          <span className="figures">{figure(totalCalls)}</span>
        </Fact>
        <Fact term="Talk time" definition="From answer to end, all calls together (h:mm:ss).">
          <span className="figures">{duration(totalTalkSeconds)}</span>
        </Fact>
        <Fact term="Last call" definition="When the last call that counts began.">
          {lastCallAt === null ? (
            'None yet'
          ) : (
            <time dateTime={lastCallAt} title={fullTime(lastCallAt)}>
              {dayAndTime(lastCallAt)}
            </time>
          )}
        </Fact>
        <Fact
          term="Streak"
          definition="Days in a row with at least one call. A weekend without calls neither counts nor breaks it."
        >
          {streakWords(progression, timers.now())}
        </Fact>
      </dl>
    </>
  );
};

const Fact = ({ term, definition, children }: { term: string; definition: string; children: ReactNode }) => (
  <>
    <dt>
      <Hint words={definition}>
        <span className="defined">{term}</span>
      </Hint>
      <span className="for-screen-readers">. {definition}</span>
    </dt>
    <dd>{children}</dd>
  </>
);

const HowEarned = () => (
  <details className="xp__rules">
    <summary>How points are earned</summary>
    <ul>
      <li>{XP_RULES.call} XP for every call you place that reaches the line.</li>
      <li>{XP_RULES.connected} XP more when its outcome says that you talked to somebody.</li>
      <li>A new rank every {XP_PER_RANK} XP.</li>
      <li>A corrected outcome adds or takes away the difference.</li>
    </ul>
  </details>
);

const Skeleton = () => (
  <div role="status" className="xp__skeleton">
    <span className="for-screen-readers">Reading your XP</span>
    <div className="skeleton" />
    <div className="xp-meter skeleton" />
    <div className="skeleton xp__skeleton-facts" />
  </div>
);
