import type { Compared } from '../outbox/reconciled.ts';
import type { StoreTransaction } from '../store/port.ts';
import type { ReconciliationProgress } from '../store/reconciliation-port.ts';
import { askForCalls } from './compare-calls.ts';
import { askForDays, askForTotals, compareForeignRows, countMadeByHand } from './compare-rest.ts';
import { askForSubjects } from './compare-subjects.ts';
import type { StepContext } from './step.ts';

/** Compares the next page. False: there was none, and all is compared. */
export const compareNext = async (context: StepContext): Promise<boolean> =>
  PHASES[context.run.progress.phase](context);

type Phase = ReconciliationProgress['phase'];

const enter = (progress: ReconciliationProgress, phase: Phase): ReconciliationProgress => ({
  ...progress,
  phase,
  place: null,
  through: null,
});

const keepResults = (
  { run, keep }: StepContext,
  progress: ReconciliationProgress,
  outcome: (tx: StoreTransaction) => Promise<readonly Compared[]>,
): Promise<void> => keep(progress, async (tx) => tx.reconciliation.keep(run.id, await outcome(tx)));

const PHASES: Readonly<Record<Phase, (context: StepContext) => Promise<boolean>>> = {
  here: async (context) => {
    const { run, read, keep, settings } = context;
    const { from, to, progress } = run;
    const calls = await read((tx) =>
      tx.reconciliation.calls({ from, to, after: progress.place, limit: settings.pageCalls }),
    );
    const last = calls.at(-1);
    if (last === undefined) {
      await keep(enter(progress, 'there'), async () => undefined);
      return true;
    }
    const place = { memberId: last.member.id, startedAt: last.startedAt, callId: last.callId };
    const done = progress.done + calls.length;
    await keepResults(context, { ...progress, place, done }, await askForCalls(context, calls));
    return true;
  },
  there: async (context) => {
    const { run, ask, twenty, settings } = context;
    const { from, to, progress } = run;
    const page = await ask(() =>
      twenty.callsBetween({ from, to, after: progress.through, first: settings.pageRows }),
    );
    const madeByHand = progress.madeByHand + countMadeByHand(page.rows);
    const there = { ...progress, madeByHand, through: page.last };
    await keepResults(context, page.isLast ? enter(there, 'figures') : there, compareForeignRows(page.rows));
    return true;
  },
  figures: async (context) => {
    const { run, read, keep, settings } = context;
    const { from, to, progress } = run;
    const { days, through } = await read((tx) =>
      tx.reconciliation.days({ from, to, after: progress.through, limit: settings.pageRows }),
    );
    if (through === null) {
      await keep(enter(progress, 'totals'), async () => undefined);
      return true;
    }
    await keepResults(context, { ...progress, through }, await askForDays(context, days));
    return true;
  },
  totals: async (context) => {
    const { run, read, keep, settings } = context;
    const { progress } = run;
    const totals = await read((tx) =>
      tx.reconciliation.totals({ after: progress.through, limit: settings.pageMembers }),
    );
    const last = totals.at(-1);
    if (last === undefined) {
      await keep(enter(progress, 'done'), async () => undefined);
      return true;
    }
    const through = last.member.id;
    await keepResults(context, { ...progress, through }, await askForTotals(context, totals));
    return true;
  },
  /** What was on its way, or changed meanwhile, is looked at once more: most of it has arrived by now. */
  done: async (context) => {
    const { run, read, settings } = context;
    const { progress } = run;
    const subjects = await read((tx) =>
      tx.reconciliation.waitingSubjects(run.id, progress.through, settings.pageCalls),
    );
    const last = subjects.at(-1);
    if (last === undefined) return false;
    await keepResults(context, { ...progress, through: last }, await askForSubjects(context, subjects));
    return true;
  },
};
