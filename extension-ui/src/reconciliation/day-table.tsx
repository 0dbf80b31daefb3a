import type { ReconciledDay } from '@twenty-dialer/contract';
import { useState } from 'react';
import { duration } from '../ui/time.ts';
import { BothSides } from './both-sides.tsx';

const isEqual = ({ here, inTwenty }: ReconciledDay): boolean =>
  here.calls === inTwenty.calls && here.talkSeconds === inTwenty.talkSeconds;

/** More than a screen of days is read from what differs. */
const MANY = 14;

/** Every rep's day on both sides. */
export const DayTable = ({ days, madeByHand }: { days: readonly ReconciledDay[]; madeByHand: number }) => {
  const odd = days.filter((day) => !isEqual(day));
  const [isOddOnly, setOddOnly] = useState<boolean | null>(null);
  const showsOddOnly = isOddOnly ?? (odd.length > 0 && days.length > MANY);
  const shown = showsOddOnly ? odd : days;
  if (days.length === 0) return <p className="quiet">No calls were made in this time.</p>;
  return (
    <section aria-labelledby="rec-days">
      <div className="rec__head">
        <h2 id="rec-days">Days</h2>
        <label className="rec__check">
          <input
            type="checkbox"
            checked={showsOddOnly}
            onChange={({ target }) => setOddOnly(target.checked)}
          />
          Only what differs ({odd.length} of {days.length})
        </label>
      </div>
      {shown.length === 0 ? (
        <p className="quiet">Every day is the same here and in Twenty.</p>
      ) : (
        <table className="rec__table">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Rep</th>
              <th scope="col">Calls here / in Twenty</th>
              <th scope="col">Talk here / in Twenty</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((day) => (
              <Day key={`${day.day} ${day.member?.id ?? ''}`} day={day} />
            ))}
          </tbody>
        </table>
      )}
      {madeByHand === 0 ? null : (
        <p className="quiet">
          {madeByHand === 1 ? 'One call' : `${madeByHand} calls`} in Twenty without a call id: made by hand
          there, and counted on neither side.
        </p>
      )}
    </section>
  );
};

const Day = ({ day }: { day: ReconciledDay }) => {
  const { here, inTwenty } = day;
  return (
    <tr className={isEqual(day) ? undefined : 'rec__odd'}>
      <th scope="row" className="figures">
        {day.day}
      </th>
      <td>{day.member === null ? 'Nobody' : day.member.name || 'A rep without a name'}</td>
      <BothSides here={String(here.calls)} inTwenty={String(inTwenty.calls)} />
      <BothSides here={duration(here.talkSeconds)} inTwenty={duration(inTwenty.talkSeconds)} />
    </tr>
  );
};
