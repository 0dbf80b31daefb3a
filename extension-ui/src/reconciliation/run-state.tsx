import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader2 } from '@tabler/icons-react';
import type { Reconciliation } from '@twenty-dialer/contract';
import { useMay } from '../app/may.ts';
import { dayAndTime } from '../ui/time.ts';
import { openCounts, PHASE_WORDS } from './cause-words.ts';
import type { ReconcilingDeeds } from './use-reconciliation.ts';

/** What a comparison came to, or how far it has come. */
export const RunState = ({ run, deeds }: { run: Reconciliation; deeds: ReconcilingDeeds }) => {
  const mayAct = useMay('act-on-deliveries');
  return (
    <section className="rec__state" aria-label="What it came to">
      <div role="status">{run.state === 'running' ? <UnderWay run={run} /> : <Result run={run} />}</div>
      {run.state === 'running' && mayAct ? (
        <button
          type="button"
          className="button"
          disabled={deeds.cancel.isPending}
          onClick={() => deeds.cancel.mutate(run.id)}
        >
          Cancel
        </button>
      ) : null}
      {run.fault === null ? null : (
        <p className="rec__stale">
          <IconCloudOff size={14} aria-hidden="true" />
          It goes on by itself. What stands in the way: {run.fault}
        </p>
      )}
    </section>
  );
};

const callsWords = (count: number): string => (count === 1 ? '1 call' : `${count} calls`);

const UnderWay = ({ run: { progress } }: { run: Reconciliation }) => (
  <div className="rec__progress">
    <p>
      {PHASE_WORDS[progress.phase]}:{' '}
      <span className="figures">
        {progress.done} of {callsWords(progress.total)}
      </span>
    </p>
    <progress max={Math.max(1, progress.total)} value={progress.done} aria-label="Calls compared" />
  </div>
);

const Result = ({ run }: { run: Reconciliation }) => {
  const { forSomebody, byItself } = openCounts(run);
  const when = `${callsWords(run.progress.done)} compared, ${dayAndTime(run.endedAt ?? run.startedAt)}, ${run.by === null ? 'by itself' : `asked for by ${run.by}`}.`;
  const later = byItself === 0 ? '' : ` ${byItself} on the way to Twenty.`;
  if (run.state === 'repairing') {
    return (
      <p className="rec__result">
        <IconLoader2 size={18} aria-hidden="true" />
        <span>
          <strong>Being repaired.</strong> It is compared again when it has arrived.
        </span>
      </p>
    );
  }
  if (run.state === 'cancelled') {
    return (
      <p className="rec__result">
        <IconAlertTriangle size={18} aria-hidden="true" />
        <span>
          <strong>Cancelled.</strong> What was found until then stands below. {when}
        </span>
      </p>
    );
  }
  return forSomebody === 0 ? (
    <p className="rec__result rec__result--equal">
      <IconCheck size={18} aria-hidden="true" />
      <span>
        <strong>All equal.</strong> {when}
        {later}
      </span>
    </p>
  ) : (
    <p className="rec__result rec__result--differs">
      <IconAlertTriangle size={18} aria-hidden="true" />
      <span>
        <strong>{forSomebody === 1 ? 'One difference.' : `${forSomebody} differences.`}</strong> {when}
        {later}
      </span>
    </p>
  );
};
