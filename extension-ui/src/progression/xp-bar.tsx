import { Link } from '@tanstack/react-router';
import { SyncMark } from '../ui/sync-mark.tsx';
import { progressWords, RANK_NAMES } from './rank-words.ts';
import { syncWords } from './sync-words.ts';
import { useProgression } from './use-progression.ts';
import { useRankUp } from './use-rank-up.ts';
import { XpMeter } from './xp-meter.tsx';

/** Rank and XP in one quiet line that is always there, also while nothing is known yet. */
export const XpBar = () => {
  const { data: progression, isError } = useProgression();
  const newRank = useRankUp(progression);
  if (progression === undefined) {
    return (
      <div className="xp-bar" role={isError ? undefined : 'status'}>
        {isError ? (
          <Link to="/me" className="xp-bar__words one-line">
            Your XP could not be read
          </Link>
        ) : (
          <span className="for-screen-readers">Reading your XP</span>
        )}
        <div className={isError ? 'xp-meter' : 'xp-meter skeleton'} />
      </div>
    );
  }
  const { rank, xp, toNext } = progressWords(progression);
  return (
    <div className={newRank === null ? 'xp-bar' : 'xp-bar xp-bar--news'}>
      <Link to="/me" className="xp-bar__words one-line figures">
        <span className="xp-bar__now">
          {rank} · {xp}
        </span>
        <span className="xp-bar__next">{newRank === null ? toNext : `New rank: ${RANK_NAMES[newRank]}`}</span>
      </Link>
      <SyncMark mark={progression.sync.state} words={syncWords(progression)} isCompact />
      <XpMeter progression={progression} />
      <p className="for-screen-readers" aria-live="polite">
        {newRank === null ? '' : `New rank: ${RANK_NAMES[newRank]}`}
      </p>
    </div>
  );
};
