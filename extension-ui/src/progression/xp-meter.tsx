import { type Progression, XP_PER_RANK } from '@twenty-dialer/contract';
import { progressWords } from './rank-words.ts';
import './progression.css';

/** How far the present rank is filled. */
export const XpMeter = ({ progression }: { progression: Progression }) => {
  const { rank, xp, toNext, xpInRank } = progressWords(progression);
  return (
    <div
      className="xp-meter"
      role="progressbar"
      aria-label="XP in this rank"
      aria-valuemin={0}
      aria-valuemax={XP_PER_RANK}
      aria-valuenow={xpInRank}
      aria-valuetext={[rank, xp, toNext].filter((part) => part !== null).join(', ')}
    >
      <div className="xp-meter__fill" style={{ width: `${(xpInRank / XP_PER_RANK) * 100}%` }} />
    </div>
  );
};
