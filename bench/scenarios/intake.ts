import type { Bench } from '../bench.ts';
import type { Figure, Scenario } from '../scenario.ts';
import { median, percentile } from '../statistics.ts';
import { verifyArrived, verifyStored } from '../support/arrived.ts';
import { type BareStore, startBareStore } from '../support/bare-store.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { callersInARow, callsOnSchedule } from '../support/load.ts';
import { mustHold, tidiedNote, tidyPostgres } from '../support/tidied.ts';

const CALLERS = 8;
const PER_SECOND = 50;

/** How fast reports are accepted over HTTP, with delivery running, beside the same rows written without all that. */
export const intake: Scenario = {
  name: 'intake',
  what: 'reports accepted over HTTP with delivery running, beside the same rows written to the store alone',
  isPerStore: true,
  onlyOnSandbox: 'thousands of calls that nobody made',
  run: async (bench) => {
    const { desk, bare } = await startSides(bench);
    const rate = await compareRates(bench, { desk, bare });
    const delay = await compareDelays(bench, { desk, bare });
    bench.say(`verifying that all ${desk.accepted.length} accepted calls arrived`);
    await desk.untilDelivered();
    await verifyArrived(desk.sandbox.url, desk.accepted);
    await desk.worker.stop();
    await verifyStored(desk.worker.place, desk.accepted);
    return [
      ...rate,
      ...delay,
      {
        name: 'calls accepted, stored and in Twenty once',
        value: desk.accepted.length,
        unit: 'calls',
        bar: null,
      },
    ];
  },
};

interface Sides {
  readonly desk: Desk;
  readonly bare: BareStore;
}

/**
 * Whatever needs it is tidied up within the minute, however busy the store is: it looks 300 times which tables do, and at
 * every fifteenth look one of them is vacuumed.
 */
const MAINTENANCE = { checkpointEveryMs: 30_000, tidyEveryMs: 200 };

const startSides = async (bench: Bench): Promise<Sides> => {
  const desk = await openDesk(bench, { maintenance: MAINTENANCE });
  return { desk, bare: await startBareStore(bench, { cast: desk.cast, maintenance: MAINTENANCE }) };
};

/** Windows in turn, so that whatever else the machine does meets both sides. */
const compareRates = async (bench: Bench, { desk, bare }: Sides): Promise<Figure[]> => {
  const [windows, forMs] = bench.quick ? [2, 1_000] : [7, 5_000];
  const load = { callers: CALLERS, forMs };
  await callersInARow(desk.send, { ...load, forMs: forMs / 2 });
  await bare.callersInARow({ ...load, forMs: forMs / 2 });
  const rates: number[] = [];
  const bareRates: number[] = [];
  for (let window = 1; window <= windows; window += 1) {
    // What still waits for Twenty would be delivered while the other side is measured.
    await desk.untilDelivered();
    bareRates.push(await bare.callersInARow(load));
    rates.push(await callersInARow(desk.send, load));
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

const compareDelays = async (bench: Bench, { desk, bare }: Sides): Promise<Figure[]> => {
  const load = { perSecond: PER_SECOND, forMs: bench.quick ? 5_000 : 60_000 };
  const note = `${PER_SECOND} calls/s on schedule for ${load.forMs / 1000} s`;
  const figures: Figure[] = [];
  const both = [
    { who: 'over HTTP, delivery running', side: desk.worker, run: () => callsOnSchedule(desk.send, load) },
    { who: 'bare store', side: bare, run: () => bare.callsOnSchedule(load) },
  ];
  for (const { who, side, run } of both) {
    await desk.untilDelivered();
    bench.say(`${note}: ${who}`);
    const tidiedBefore = side.tidied.length;
    const tidying = tidyPostgres(bench, side.place.databaseUrl, load.forMs);
    const delays = await run();
    const tidied = [...side.tidied.slice(tidiedBefore), ...(await tidying)];
    const isJudged = side === desk.worker;
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

const round = (value: number | undefined): string => (value ?? Number.NaN).toFixed(0);
