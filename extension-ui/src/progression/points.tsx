import { Hint } from '../ui/hint.tsx';
import { signedXp } from './rank-words.ts';

/** The points that the ledger holds for a call; nothing for a call that has none. */
export const Points = ({ points }: { points: number }) =>
  points === 0 ? null : (
    <Hint words="Counted for this call. A correction of its outcome can change it.">
      <span className="points figures">{signedXp(points)}</span>
    </Hint>
  );

/** What a correction changed, and from what to what. */
export const PointsChange = ({ before, after }: { before: number; after: number }) => (
  <Hint words={`This call counted ${before} XP before the correction and counts ${after} XP now.`}>
    <span className="points figures">
      {signedXp(after - before)}
      <span className="quiet"> · now {after} XP</span>
    </span>
  </Hint>
);
