import type { DeliveryDeed } from '@twenty-dialer/contract';
import { dateAndTime, fullTime } from '../ui/time.ts';
import { DEEDS } from './delivery-words.ts';

/** What admins did about the record, newest first. */
export const Deeds = ({ deeds }: { deeds: readonly DeliveryDeed[] }) =>
  deeds.length === 0 ? null : (
    <section className="delivery__part">
      <h2>What admins did</h2>
      <ol className="deeds">
        {deeds.map(({ id, at, by, action, detail }) => (
          <li key={id}>
            <p>
              <strong>{DEEDS[action]}</strong> by {by}{' '}
              <time className="quiet figures" dateTime={at} title={fullTime(at)}>
                {dateAndTime(at)}
              </time>
            </p>
            {detail === '' ? null : <p className="deeds__detail">{detail}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
