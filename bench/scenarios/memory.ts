import { setTimeout as pause } from 'node:timers/promises';
import type { Scenario } from '../scenario.ts';
import { verifyArrived } from '../support/arrived.ts';
import { openDesk } from '../support/desk.ts';
import { callersInARow } from '../support/load.ts';
import { residentMb } from '../support/memory.ts';

const CALLS = 10_000;
const CALLERS = 8;
const BAR_MB = { pglite: 400, postgres: 180 };

/** What the worker's process holds after a long day's calls, when it had half a minute to calm down. */
export const memory: Scenario = {
  name: 'memory',
  what: 'memory of the worker 30 s after 10,000 calls were accepted and delivered',
  isPerStore: true,
  onlyOnSandbox: 'thousands of calls that nobody made',
  run: async (bench) => {
    const [calls, calmMs] = bench.quick ? [300, 3_000] : [CALLS, 30_000];
    const desk = await openDesk(bench, { sandbox: { SANDBOX_BUDGET: 'off' } });
    const atStart = residentMb(desk.worker.pid);
    let highest = atStart;
    while (desk.accepted.length < calls) {
      const left = calls - desk.accepted.length;
      await callersInARow(desk.send, { callers: CALLERS, forMs: 10_000, calls: left });
      highest = Math.max(highest, residentMb(desk.worker.pid));
      bench.say(`${desk.accepted.length} of ${calls} calls accepted, ${Math.round(highest)} MB at most`);
    }
    await desk.untilDelivered();
    bench.say(`all delivered; ${calmMs / 1000} s to calm down`);
    await pause(calmMs);
    const after = residentMb(desk.worker.pid);
    await verifyArrived(desk.sandbox.url, desk.accepted);
    return [
      { name: 'worker after its start', value: atStart, unit: 'MB', bar: null },
      { name: `highest during ${calls} calls`, value: highest, unit: 'MB', bar: null },
      {
        name: `worker ${calmMs / 1000} s after ${calls} calls`,
        value: after,
        unit: 'MB',
        bar: { kind: 'below', value: BAR_MB[bench.store] },
        note: 'resident memory of the process, embedded store included; all calls are in Twenty once',
      },
    ];
  },
};
