import { type DifferenceCause, REMEDIES, type Reconciliation, type Remedy } from '@twenty-dialer/contract';
import { useState } from 'react';
import { useMay } from '../app/may.ts';
import { Trouble } from '../ui/trouble.tsx';
import { wordsFor } from '../worker-client/problem-error.ts';
import { CAUSE_WORDS, REMEDY_WORDS } from './cause-words.ts';
import { DifferenceRow } from './difference-row.tsx';
import { type ReconcilingDeeds, useDifferences } from './use-reconciliation.ts';

type DifferenceListProps = { run: Reconciliation; deeds: ReconcilingDeeds };

/** What differs, by cause: what it means, what can be done about all of it, and each one. */
export const DifferenceList = ({ run, deeds }: DifferenceListProps) => {
  const [cause, setCause] = useState<DifferenceCause | null>(null);
  const chosen = run.open.some((one) => one.cause === cause) ? cause : null;
  const query = useDifferences(run, chosen);
  const rows = query.data?.pages.flatMap(({ differences }) => differences) ?? [];
  if (query.isError && query.data === undefined) {
    return <Trouble error={query.error} onTryAgain={() => void query.refetch()} />;
  }
  if (rows.length === 0) return null;
  const repair = (remedy: Remedy, which: { ids: string[] } | { causes: DifferenceCause[] }) =>
    deeds.repair.mutate({ id: run.id, remedy, which });
  return (
    <section className="rec__differences" aria-labelledby="rec-differences">
      <h2 id="rec-differences">Differences</h2>
      <ul className="rec__causes">
        {run.open.map((one) => (
          <Cause
            key={one.cause}
            {...one}
            isChosen={one.cause === chosen}
            isBusy={deeds.repair.isPending}
            onChoose={() => setCause(one.cause === chosen ? null : one.cause)}
            onRepair={(remedy) => repair(remedy, { causes: [one.cause] })}
          />
        ))}
      </ul>
      {deeds.repair.isError ? (
        <p role="alert" className="rec__alert">
          {wordsFor(deeds.repair.error).what} {wordsFor(deeds.repair.error).remedy}
        </p>
      ) : null}
      <ul className="rec__rows">
        {rows.map((row) => (
          <DifferenceRow
            key={row.id}
            difference={row}
            isBusy={deeds.repair.isPending}
            onRepair={(remedy) => repair(remedy, { ids: [row.id] })}
          />
        ))}
      </ul>
      {query.hasNextPage ? (
        <button
          type="button"
          className="button"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </button>
      ) : null}
    </section>
  );
};

type CauseProps = {
  cause: DifferenceCause;
  count: number;
  isChosen: boolean;
  isBusy: boolean;
  onChoose: () => void;
  onRepair: (remedy: Remedy) => void;
};
const Cause = ({ cause, count, isChosen, isBusy, onChoose, onRepair }: CauseProps) => {
  const { name, what } = CAUSE_WORDS[cause];
  const mayAct = useMay('act-on-deliveries');
  return (
    <li className="rec__cause">
      <button type="button" className="button rec__cause-name" aria-pressed={isChosen} onClick={onChoose}>
        {name}: <span className="figures">{count}</span>
      </button>
      <p className="quiet">{what}</p>
      <span className="rec__buttons">
        {(mayAct ? REMEDIES[cause] : []).map((remedy) => (
          <button
            key={remedy}
            type="button"
            className="button"
            disabled={isBusy}
            aria-label={`${REMEDY_WORDS[remedy].all}: ${name}`}
            onClick={() => onRepair(remedy)}
          >
            {REMEDY_WORDS[remedy].all}
          </button>
        ))}
      </span>
    </li>
  );
};
