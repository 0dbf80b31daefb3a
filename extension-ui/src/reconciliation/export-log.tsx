import { IconDownload } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { deliveryLogAddress } from '../worker-client/reconciliation-client.ts';

const DAY_MS = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The log of deliveries as a file, for days by UTC, the last one included. */
export const ExportLog = () => {
  const [from, setFrom] = useState(() => dayOf(Date.now() - 6 * DAY_MS));
  const [to, setTo] = useState(() => dayOf(Date.now()));
  const [fromId, toId] = [useId(), useId()];
  const isRight = from !== '' && to !== '' && from <= to;
  const address = (format: 'csv' | 'json') =>
    deliveryLogAddress({
      format,
      from: `${from}T00:00:00.000Z`,
      to: new Date(Date.parse(`${to}T00:00:00.000Z`) + DAY_MS).toISOString(),
    });
  return (
    <section className="rec__export" aria-labelledby="rec-export">
      <h2 id="rec-export">Log of deliveries</h2>
      <p className="quiet">What was delivered, tried and refused, and what got on after all, as a file.</p>
      <div className="rec__control">
        <div className="rec__field">
          <label htmlFor={fromId}>From</label>
          <input
            id={fromId}
            type="date"
            className="field"
            value={from}
            onChange={(e) => setFrom(e.target.value)}
          />
        </div>
        <div className="rec__field">
          <label htmlFor={toId}>To</label>
          <input id={toId} type="date" className="field" value={to} onChange={(e) => setTo(e.target.value)} />
        </div>
        {isRight ? (
          (['csv', 'json'] as const).map((format) => (
            <a key={format} className="button" href={address(format)} download>
              <IconDownload size={16} aria-hidden="true" />
              {format.toUpperCase()}
            </a>
          ))
        ) : (
          <p role="alert" className="rec__alert">
            Choose a last day that is not before the first.
          </p>
        )}
      </div>
    </section>
  );
};
