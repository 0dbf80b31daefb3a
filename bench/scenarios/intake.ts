import { setTimeout as pause } from 'node:timers/promises';
import type { CallReport } from '@twenty-dialer/contract';
import type { Bench } from '../bench.ts';
import type { Figure, Scenario } from '../scenario.ts';
import { median, percentile } from '../statistics.ts';
import { countsOf, untilDelivered, verifyArrived, verifyStored } from '../support/arrived.ts';
import { type BareStore, startBareStore } from '../support/bare-store.ts';
import { callMaker } from '../support/calls.ts';
import { demoCast, signInAll } from '../support/demo-cast.ts';
import { callersInARow, callsOnSchedule } from '../support/load.ts';
import { createReporter } from '../support/reporter.ts';
import { startSandbox } from '../support/sandbox.ts';
import type { Tidied } from '../support/tidied.ts';
import { type BenchWorker, startWorker } from '../support/worker.ts';

const CALLERS = 8;
const PER_SECOND = 50;

/** How fast reports are accepted over HTTP, with delivery running, beside the same rows written without all that. */
export const intake: Scenario = {
  name: 'intake',
  what: 'reports accepted over HTTP with delivery running, beside the same rows written to the store alone',
  isPerStore: true,
  onlyOnSandbox: 'thousands of calls that nobody made',
  run: async (bench) => {
    const sides = await startSides(bench);
    const rate = await compareRates(bench, sides);
    const delay = await compareDelays(bench, sides);
    bench.say(`verifying that all ${sides.accepted.length} accepted calls arrived`);
    await sides.untilDelivered();
    await verifyArrived(sides.sandboxUrl, sides.accepted);
    await sides.worker.stop();
    await verifyStored(sides.worker.place, sides.accepted);
    return [
      ...rate,
      ...delay,
      {
        name: 'calls accepted, stored and in Twenty once',
        value: sides.accepted.length,
        unit: 'calls',
        bar: null,
      },
    ];
  },
};

interface Sides {
  readonly sandboxUrl: string;
  readonly worker: BenchWorker;
  readonly bare: BareStore;
  readonly accepted: readonly CallReport[];
  /** Reports another call to the worker. */
  readonly send: () => Promise<void>;
  readonly untilDelivered: () => Promise<unknown>;
}

/**
 * Everything is tidied up once in a minute, however busy the store is: it looks 300 times, and every fifteenth look of a
 * busy store takes the next of its tables.
 */
const MAINTENANCE = { checkpointEveryMs: 30_000, vacuumEveryMs: 200 };

const startSides = async (bench: Bench): Promise<Sides> => {
  const sandbox = await startSandbox(bench);
  const cast = await demoCast(sandbox.url);
  const worker = await startWorker(bench, { settings: sandbox.asApp, maintenance: MAINTENANCE });
  const bare = await startBareStore(bench, { cast, maintenance: MAINTENANCE });
  const reporter = createReporter(worker.url, await signInAll(worker, cast), { connections: 64 });
  bench.onEnd(async () => reporter.close());
  const before = await countsOf(sandbox.url);
  const accepted: CallReport[] = [];
  const next = callMaker(cast);
  return {
    sandboxUrl: sandbox.url,
    worker,
    bare,
    accepted,
    send: async () => {
      const { report } = next();
      await reporter.report(report);
      accepted.push(report);
    },
    untilDelivered: () => untilDelivered(sandbox.url, { before, calls: accepted.length }),
  };
};

/** Windows in turn, so that whatever else the machine does meets both sides. */
const compareRates = async (bench: Bench, { worker: _, bare, ...sides }: Sides): Promise<Figure[]> => {
  const [windows, forMs] = bench.quick ? [2, 1_000] : [7, 5_000];
  const load = { callers: CALLERS, forMs };
  await callersInARow(sides.send, { ...load, forMs: forMs / 2 });
  await bare.callersInARow({ ...load, forMs: forMs / 2 });
  const rates: number[] = [];
  const bareRates: number[] = [];
  for (let window = 1; window <= windows; window += 1) {
    // What still waits for Twenty would be delivered while the other side is measured.
    await sides.untilDelivered();
    bareRates.push(await bare.callersInARow(load));
    rates.push(await callersInARow(sides.send, load));
    bench.say(
      `window ${window} of ${windows}: ${round(rates.at(-1))} calls/s over HTTP, ${round(bareRates.at(-1))} without`,
    );
  }
  const note = `median of ${windows} windows of ${forMs / 1000} s, ${CALLERS} callers`;
  const rate = median(rates);
  const bareRate = median(bareRates);
  return [
    { name: 'accepted over HTTP, delivery running', value: rate, unit: 'calls/s', bar: null, note },
    { name: 'same rows without HTTP', value: bareRate, unit: 'calls/s', bar: null, note },
    {
      name: 'share of the bare store',
      value: rate / bareRate,
      unit: '',
      bar: { kind: 'at-least', value: 0.5 },
    },
  ];
};

const compareDelays = async (bench: Bench, sides: Sides): Promise<Figure[]> => {
  const load = { perSecond: PER_SECOND, forMs: bench.quick ? 5_000 : 60_000 };
  const note = `${PER_SECOND} calls/s on schedule for ${load.forMs / 1000} s`;
  const figures: Figure[] = [];
  const both = [
    { who: 'over HTTP, delivery running', side: sides.worker, run: () => callsOnSchedule(sides.send, load) },
    { who: 'bare store', side: sides.bare, run: () => sides.bare.callsOnSchedule(load) },
  ];
  for (const { who, side, run } of both) {
    await sides.untilDelivered();
    bench.say(`${note}: ${who}`);
    const tidiedBefore = side.tidied.length;
    const tidying = tidyPostgres(bench, side.place.databaseUrl, load.forMs);
    const delays = await run();
    const tidied = [...side.tidied.slice(tidiedBefore), ...(await tidying)];
    const isJudged = side === sides.worker;
    if (!bench.quick) mustHold(tidied);
    figures.push(
      { name: `median, ${who}`, value: median(delays), unit: 'ms', bar: null, note },
      {
        name: `p99, ${who}`,
        value: percentile(delays, 99),
        unit: 'ms',
        bar: isJudged ? { kind: 'below', value: 100 } : null,
        note: tidiedNote(tidied),
      },
    );
  }
  return figures;
};

/** A Postgres server tidies up by itself, when it sees fit; here it has to do it while it is looked at. */
const tidyPostgres = async (bench: Bench, databaseUrl: string | null, forMs: number): Promise<Tidied[]> => {
  if (databaseUrl === null) return [];
  const tidied: Tidied[] = [];
  for (const sql of ['vacuum (analyze)', 'checkpoint']) {
    await pause(forMs / 3);
    const startedAtMs = performance.now();
    await bench.administrate(sql, databaseUrl);
    tidied.push({ sql, ms: performance.now() - startedAtMs });
  }
  return tidied;
};

const mustHold = (tidied: readonly Tidied[]): void => {
  for (const what of ['vacuum', 'checkpoint']) {
    if (!tidied.some(({ sql }) => sql.startsWith(what)))
      throw new Error(`There was no ${what} in the minute.`);
  }
};

const tidiedNote = (tidied: readonly Tidied[]): string =>
  ['vacuum', 'checkpoint']
    .map((what) => {
      const times = tidied.filter(({ sql }) => sql.startsWith(what)).map(({ ms }) => ms);
      return `${times.length} × ${what}, the longest ${round(Math.max(0, ...times))} ms`;
    })
    .join('; ');

const round = (value: number | undefined): string => (value ?? Number.NaN).toFixed(0);
