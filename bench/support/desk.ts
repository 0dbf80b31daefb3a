import type { CallReport } from '@twenty-dialer/contract';
import type { Bench } from '../bench.ts';
import { countsOf, untilDelivered } from './arrived.ts';
import { type Cast, callMaker } from './calls.ts';
import { demoCast, signInAll } from './demo-cast.ts';
import { createReporter } from './reporter.ts';
import { type BenchSandbox, startSandbox } from './sandbox.ts';
import { type BenchWorker, startWorker, type WorkerOptions } from './worker.ts';

/** A sandbox, a worker that delivers to it, and demo reps who are signed in and report calls over HTTP. */
export interface Desk {
  readonly sandbox: BenchSandbox;
  readonly worker: BenchWorker;
  readonly cast: Cast;
  /** Every call that was answered with 202. */
  readonly accepted: readonly CallReport[];
  /** Reports another call, wrapped up. @throws Error when it is not accepted */
  readonly send: () => Promise<CallReport>;
  /** Waits until all that was accepted is in Twenty. */
  readonly untilDelivered: () => Promise<unknown>;
}

export interface DeskOptions extends Omit<WorkerOptions, 'settings'> {
  /** The sandbox's own settings. */
  readonly sandbox?: Readonly<Record<string, string>>;
}

export const openDesk = async (
  bench: Bench,
  { sandbox: settings = {}, ...options }: DeskOptions = {},
): Promise<Desk> => {
  const sandbox = await startSandbox(bench, settings);
  const cast = await demoCast(sandbox.url);
  const worker = await startWorker(bench, { ...options, settings: sandbox.asApp });
  const reporter = createReporter(worker.url, await signInAll(worker, cast), { connections: 64 });
  bench.onEnd(async () => reporter.close());
  const before = await countsOf(sandbox.url);
  const accepted: CallReport[] = [];
  const next = callMaker(cast);
  return {
    sandbox,
    worker,
    cast,
    accepted,
    send: async () => {
      const { report } = next();
      await reporter.report(report);
      accepted.push(report);
      return report;
    },
    untilDelivered: () => untilDelivered(sandbox.url, { before, calls: accepted.length }),
  };
};
