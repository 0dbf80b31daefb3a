import { Keys } from '../ui/hint.tsx';
import type { Countdown } from './use-countdown.ts';
import './click-to-call.css';

/** Says that a call is about to begin by itself, and lets it be stopped. */
export const CountdownBar = ({ countdown, verb }: { countdown: Countdown; verb: 'Calls' | 'Starts' }) => {
  const { secondsLeft, stop } = countdown;
  if (secondsLeft === null) return null;
  return (
    <div className="countdown">
      <p className="countdown__words" role="status">
        {verb} in <span className="figures">{secondsLeft} s</span>
      </p>
      <button type="button" className="button" onClick={stop}>
        Cancel
        <Keys keys="Esc" />
      </button>
      <span className="countdown__bar" aria-hidden="true" />
    </div>
  );
};
