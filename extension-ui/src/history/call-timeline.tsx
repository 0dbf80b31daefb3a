import type { CallMoment } from '@twenty-dialer/contract';
import { fullTime } from '../ui/time.ts';

const WORDS: Record<CallMoment['type'], string> = {
  initiated: 'Call started',
  ringing: 'Ringing',
  answered: 'Answered',
  ended: 'Ended',
  'wrapped-up': 'Wrapped up',
};

/** What happened on the line, second by second. */
export const CallTimeline = ({ moments }: { moments: readonly CallMoment[] }) =>
  moments.length === 0 ? null : (
    <section className="call-page__part" aria-labelledby="call-events">
      <h2 id="call-events">Events</h2>
      <ol className="timeline">
        {moments.map(({ type, at }) => (
          <li key={`${type} ${at}`} className="timeline__moment">
            <time className="quiet figures" dateTime={at} title={fullTime(at)}>
              {exactTime(at)}
            </time>
            {WORDS[type]}
          </li>
        ))}
      </ol>
    </section>
  );

const exactTime = (instant: string): string =>
  new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }).format(new Date(instant));
