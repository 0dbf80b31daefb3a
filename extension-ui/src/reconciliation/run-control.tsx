import type { Reconciliation } from '@twenty-dialer/contract';
import { useId, useState } from 'react';
import { useMay } from '../app/may.ts';
import { dayAndTime } from '../ui/time.ts';
import { wordsFor } from '../worker-client/problem-error.ts';
import type { ReconcilingDeeds } from './use-reconciliation.ts';

const SPANS = [1, 7, 30, 90, 365] as const;

type RunControlProps = {
  runs: readonly Reconciliation[];
  run: Reconciliation | undefined;
  deeds: ReconcilingDeeds;
  onStart: (days: number) => void;
  onChoose: (id: string) => void;
};

/** Begins a comparison, and chooses among those that were. */
export const RunControl = ({ runs, run, deeds, onStart, onChoose }: RunControlProps) => {
  const mayAct = useMay('act-on-deliveries');
  const [days, setDays] = useState(30);
  const [spanId, runId] = [useId(), useId()];
  const isUnderWay = runs.some(({ state }) => state === 'running');
  return (
    <div className="rec__control">
      {mayAct ? (
        <>
          <div className="rec__field">
            <label htmlFor={spanId}>Calls of the last</label>
            <select
              id={spanId}
              className="field"
              value={days}
              onChange={({ target }) => setDays(Number(target.value))}
            >
              {SPANS.map((span) => (
                <option key={span} value={span}>
                  {span === 1 ? 'day' : `${span} days`}
                </option>
              ))}
            </select>
          </div>
          <button
            type="button"
            className="button button--main"
            disabled={isUnderWay || deeds.start.isPending}
            onClick={() => onStart(days)}
          >
            Compare now
          </button>
        </>
      ) : null}
      {runs.length > 1 && run !== undefined ? (
        <div className="rec__field">
          <label htmlFor={runId}>Comparison</label>
          <select
            id={runId}
            className="field"
            value={run.id}
            onChange={({ target }) => onChoose(target.value)}
          >
            {runs.map(({ id, startedAt, by }) => (
              <option key={id} value={id}>
                {dayAndTime(startedAt)}, {by ?? 'by itself'}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {deeds.start.isError ? (
        <p role="alert" className="rec__alert">
          {wordsFor(deeds.start.error).what} {wordsFor(deeds.start.error).remedy}
        </p>
      ) : null}
    </div>
  );
};
