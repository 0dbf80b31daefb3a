import { IconArrowsLeftRight, IconLock } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMay } from '../app/may.ts';
import { clockTime } from '../ui/time.ts';
import { Trouble } from '../ui/trouble.tsx';
import { isProblem, wordsFor } from '../worker-client/problem-error.ts';
import { DayTable } from './day-table.tsx';
import { DifferenceList } from './difference-list.tsx';
import { ExportLog } from './export-log.tsx';
import { RunControl } from './run-control.tsx';
import { RunState } from './run-state.tsx';
import { TotalsTable } from './totals-table.tsx';
import { useReconciliation, useReconciliations, useReconcilingDeeds } from './use-reconciliation.ts';
import './reconciliation.css';

/** For admins: whether Twenty holds what is held here, day by day, and what can be done where it does not. */
const ReconciliationPage = () => {
  const maySee = useMay('see-deliveries');
  return maySee ? <ForAdmin /> : <NotForYou />;
};
export default ReconciliationPage;

const ForAdmin = () => {
  const list = useReconciliations();
  const deeds = useReconcilingDeeds();
  const [chosenId, setChosenId] = useState<string | null>(null);
  if (isProblem(list.error, 'not-permitted')) return <NotForYou />;
  const runs = list.data?.reconciliations ?? [];
  const run = runs.find(({ id }) => id === chosenId) ?? runs[0];
  const start = (days: number) => {
    setChosenId(null);
    deeds.start.mutate(days);
  };
  return (
    <Page>
      <RunControl runs={runs} run={run} deeds={deeds} onStart={start} onChoose={setChosenId} />
      <div role="status">
        {list.isError && list.data !== undefined ? (
          <p className="rec__stale">
            {wordsFor(list.error).what} This is how it was at{' '}
            {clockTime(new Date(list.dataUpdatedAt).toISOString())}.
          </p>
        ) : null}
      </div>
      {list.isError && list.data === undefined ? (
        <Trouble error={list.error} onTryAgain={() => void list.refetch()} />
      ) : null}
      {list.isPending ? <Skeleton /> : null}
      {list.data !== undefined && run === undefined ? <NothingYet /> : null}
      {run === undefined ? null : (
        <>
          <RunState run={run} deeds={deeds} />
          <DifferenceList run={run} deeds={deeds} />
          <Sides key={run.id} run={run} />
        </>
      )}
      <ExportLog />
    </Page>
  );
};

const Sides = ({ run }: { run: Parameters<typeof useReconciliation>[0] }) => {
  const page = useReconciliation(run);
  if (page.data === undefined) {
    return page.isError ? (
      <Trouble error={page.error} onTryAgain={() => void page.refetch()} />
    ) : (
      <Skeleton />
    );
  }
  return (
    <>
      <DayTable days={page.data.days} madeByHand={run.madeByHand} />
      <TotalsTable totals={page.data.totals} />
    </>
  );
};

const Page = ({ children }: { children: ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="rec">
      <h1 ref={heading} tabIndex={-1}>
        Compare with Twenty
      </h1>
      {children}
    </div>
  );
};

const NothingYet = () => (
  <div className="notice">
    <IconArrowsLeftRight size={24} aria-hidden="true" className="quiet" />
    <p>
      Nothing has been compared yet. A comparison looks up every call that is held here in Twenty, and every
      call of Twenty's here. It takes a while and holds no delivery up.
    </p>
  </div>
);

const NotForYou = () => (
  <section className="notice" aria-labelledby="rec-not-for-you">
    <IconLock size={24} aria-hidden="true" className="quiet" />
    <h1 id="rec-not-for-you">Comparing with Twenty is for admins</h1>
    <p>It opens for people whose role in Twenty may change all settings.</p>
  </section>
);

const Skeleton = () => (
  <div role="status" className="rec__skeleton">
    <span className="for-screen-readers">Reading what was compared</span>
    {[0, 1, 2, 3].map((row) => (
      <div key={row} className="skeleton rec__skeleton-line" />
    ))}
  </div>
);
