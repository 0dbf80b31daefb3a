import { type BackgroundLoop, createLoop } from '../background-loop.ts';
import { backoffMs } from '../outbox/backoff.ts';
import { isDailyDue } from '../outbox/daily.ts';
import { ReconciliationHoldLost } from '../store/errors.ts';
import type { HeldReconciliation } from '../store/reconciliation-port.ts';
import { TwentyError } from '../twenty/errors.ts';
import { applyRepairs } from './apply-repairs.ts';
import { compareNext } from './compare-next.ts';
import { askForSubjects } from './compare-subjects.ts';
import type { ReconciliationDeps } from './deps.ts';
import { createSparePurse, NoBudgetNow } from './purse.ts';
import type { StepContext } from './step.ts';

export interface Reconciling extends BackgroundLoop {
  /** Does what is next; answers the milliseconds until there may be more. Never rejects. */
  next(): Promise<number>;
}

/** Compares what is held here with what Twenty holds, page by page, and puts right what an admin pressed. */
export const createReconciliation = (deps: ReconciliationDeps): Reconciling => {
  const { store, workspaceId, settings, clock, log, holder } = deps;
  const stopping = new AbortController();
  const purse = createSparePurse(deps, stopping.signal);
  let failuresInARow = 0;

  const contextOf = (run: HeldReconciliation): StepContext => ({
    ...deps,
    run,
    ask: async (question) => {
      await purse.take();
      return question();
    },
    read: (work) => store.transaction(workspaceId, work),
    keep: (progress, work) =>
      store.transaction(workspaceId, async (tx) => {
        // Held first: what another worker keeps meanwhile must not be counted twice.
        await tx.reconciliation.save(run.id, { holder, forMs: settings.holdMs, progress });
        await work(tx);
      }),
  });

  /** Milliseconds until the comparison can be gone on with; 0: at once. */
  const step = async (run: HeldReconciliation): Promise<number> => {
    const context = contextOf(run);
    if (run.state === 'running' && (await compareNext(context))) return 0;
    if (await applyRepairs(context)) return 0;
    const subjects = await context.read((tx) => tx.reconciliation.toCompare(run.id, settings.pageCalls));
    if (subjects.length > 0) {
      const outcome = await askForSubjects(context, subjects);
      await context.keep(run.progress, async (tx) => tx.reconciliation.keep(run.id, await outcome(tx)));
      return 0;
    }
    await context.read((tx) => tx.reconciliation.finish(run.id, holder));
    if (run.state === 'running')
      log.info({ event: 'reconciled', workspaceId, id: run.id }, 'compared with Twenty');
    return settings.recheckMs;
  };

  const beginDaily = async (): Promise<void> => {
    const minute = settings.dailyAt;
    if (minute === null) return;
    await store.transaction(workspaceId, async (tx) => {
      const { at, nowMs } = await tx.reconciliation.lastDaily();
      if (isDailyDue(Date.parse(at), nowMs, minute))
        await tx.reconciliation.begin({ by: null, days: settings.dailyDays });
    });
  };

  const troubled = async (run: HeldReconciliation | null, error: unknown): Promise<number> => {
    if (error instanceof ReconciliationHoldLost) return settings.recheckMs;
    if (error instanceof NoBudgetNow) return error.waitMs;
    failuresInARow += 1;
    const waitMs = backoffMs(failuresInARow, deps.random, settings.backoff);
    const reason = error instanceof Error ? error.message : String(error);
    const line = { event: 'reconciliation-failed', workspaceId, reason, retryInMs: waitMs };
    if (!(error instanceof TwentyError)) log.error({ ...line, err: error }, 'a step of a comparison failed');
    else log.warn(line, 'Twenty could not be asked for a comparison');
    const isThrottled = error instanceof TwentyError && error.kind === 'throttled';
    await store
      .transaction(workspaceId, async (tx) => {
        if (run !== null) await tx.reconciliation.setFault(run.id, reason);
      })
      .then(() => (isThrottled ? purse.drain() : undefined))
      .catch((cause: unknown) => log.warn({ err: cause }, 'what stands in the way could not be noted'));
    return waitMs;
  };

  const next = async (): Promise<number> => {
    let run: HeldReconciliation | null = null;
    try {
      await beginDaily();
      run = await store.transaction(workspaceId, (tx) => tx.reconciliation.hold(holder, settings.holdMs));
      if (run === null) return settings.lookMs;
      const waitMs = await step(run);
      failuresInARow = 0;
      return waitMs;
    } catch (error) {
      return troubled(run, error);
    }
  };

  const loop = createLoop(async (signal) => {
    let news = new AbortController();
    const unsubscribe = store.onChange((change) => {
      if (change.topic === 'jobs' && change.workspaceId === workspaceId) news.abort();
    });
    while (!signal.aborted) {
      news = new AbortController();
      const waitMs = await next();
      if (waitMs > 0) await clock.wait(waitMs, AbortSignal.any([signal, news.signal]));
    }
    unsubscribe();
    await store
      .transaction(workspaceId, (tx) => tx.reconciliation.release(holder))
      .catch((error: unknown) => log.warn({ err: error }, 'a comparison was not given free'));
  });

  return {
    next,
    run: loop.run,
    stop: async () => {
      stopping.abort();
      await loop.stop();
    },
  };
};
