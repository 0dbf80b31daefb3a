import { setTimeout as pause } from 'node:timers/promises';
import { type CallReport, Member } from '@twenty-dialer/contract';
import { crowdOf } from '../../twenty-sandbox/src/seed/members.ts';
import type { Bench } from '../bench.ts';
import type { Figure, Scenario } from '../scenario.ts';
import { median, percentile } from '../statistics.ts';
import { countsOf, untilDelivered, verifyArrived } from '../support/arrived.ts';
import { callMaker } from '../support/calls.ts';
import { demoCast } from '../support/demo-cast.ts';
import { openRepWindow, type RepWindow } from '../support/rep-window.ts';
import { startSandbox } from '../support/sandbox.ts';
import { startWorker } from '../support/worker.ts';

const REPS = 100;
const FOR_MS = 600_000;
const BAR_MS = 300;

/** A full sales floor: every rep at their own window, dialing, wrapping up, and watching what becomes of it. */
export const floor: Scenario = {
  name: 'floor',
  what: '100 reps signed in at once, each dialing, wrapping up and watching',
  isPerStore: true,
  onlyOnSandbox: 'a hundred members who make calls',
  run: async (bench) => {
    const reps = bench.quick ? 10 : REPS;
    const forMs = bench.quick ? 20_000 : FOR_MS;
    const sandbox = await startSandbox(bench, { SANDBOX_CROWD: String(reps) });
    const { people } = await demoCast(sandbox.url);
    const worker = await startWorker(bench, { settings: sandbox.asApp });
    const before = await countsOf(sandbox.url);
    bench.say(`${reps} reps sign in`);
    const windows = await signInAll(bench, worker, reps);
    bench.say(`${reps} reps at work for ${forMs / 1000} s`);
    const until = performance.now() + forMs;
    const made = await Promise.all(
      windows.map(({ window, member }, index) =>
        workAt(window, {
          until,
          startAfterMs: (index * cycleMs(bench)) / reps,
          bench,
          next: callMaker({ members: [member], people }),
        }),
      ),
    );
    const calls = made.flat();
    bench.say(`${calls.length} calls made; waiting until all of them are in Twenty`);
    await untilDelivered(sandbox.url, { before, calls: calls.length });
    await verifyArrived(sandbox.url, calls);
    return figuresOf(
      bench,
      windows.map(({ window }) => window),
      calls,
    );
  },
};

const cycleMs = ({ quick }: Bench): number => (quick ? 5_000 : 30_000);

const signInAll = async (
  bench: Bench,
  worker: { readonly url: string; signIn(memberId: string): Promise<string> },
  count: number,
): Promise<{ window: RepWindow; member: Member }[]> => {
  const windows: { window: RepWindow; member: Member }[] = [];
  for (const { id, firstName, lastName, email } of crowdOf(count)) {
    const window = openRepWindow(worker.url, await worker.signIn(id));
    bench.onEnd(async () => window.close());
    windows.push({ window, member: Member.parse({ id, firstName, lastName, email }) });
  }
  return windows;
};

interface Shift {
  readonly until: number;
  readonly startAfterMs: number;
  readonly bench: Bench;
  readonly next: () => { report: CallReport };
}

/** Call after call as a rep makes them: look for somebody, dial, talk, wrap up, look at the list. @returns the calls */
const workAt = async (
  window: RepWindow,
  { until, startAfterMs, bench, next }: Shift,
): Promise<CallReport[]> => {
  const wholeMs = cycleMs(bench);
  const calls: CallReport[] = [];
  await window.get('session', '/api/session');
  await pause(startAfterMs);
  while (performance.now() < until) {
    const startedAtMs = performance.now();
    const { report } = next();
    for (const typed of ['a', 'an', 'ann']) await window.get('searchPeople', `/api/people?search=${typed}`);
    await window.get('dialCheck', `/api/dial-check?number=${encodeURIComponent(report.to)}`);
    const open = { ...report, note: '', outcome: null, wrappedUpAt: null };
    await window.report({
      ...open,
      revision: 1,
      stage: 'dialed',
      status: 'initiated',
      ringingAt: null,
      answeredAt: null,
      endedAt: null,
    });
    await pause(wholeMs * 0.4);
    await window.report({ ...open, revision: 2, stage: 'ended' });
    await pause(wholeMs * 0.2);
    await window.report({ ...report, revision: 3 });
    calls.push(report);
    const today = new Date().toISOString().slice(0, 10);
    await window.get('listCalls', `/api/calls?from=${today}T00:00:00Z&to=${today}T23:59:59Z`);
    await window.get('unwrappedCalls', '/api/unwrapped-calls');
    await window.get('history', '/api/history?limit=50');
    await window.get('progression', '/api/progression');
    await window.get('session', '/api/session');
    await pause(Math.max(0, startedAtMs + wholeMs - performance.now()));
  }
  return calls;
};

const figuresOf = (bench: Bench, windows: readonly RepWindow[], calls: readonly CallReport[]): Figure[] => {
  const routes = [...new Set(windows.flatMap(({ tookMs }) => [...tookMs.keys()]))].sort();
  const mustBeFast = bench.store === 'postgres';
  const heard = new Set(windows.flatMap((window) => [...window.heardWrappedUp]));
  const faults = windows.flatMap((window) => window.faults);
  return [
    { name: 'calls made, each in Twenty once', value: calls.length, unit: 'calls', bar: null },
    {
      name: 'requests that failed',
      value: faults.length,
      unit: '',
      bar: { kind: 'at-most', value: 0 },
      ...(faults[0] === undefined ? {} : { note: faults[0].slice(0, 200) }),
    },
    {
      name: 'wrap-ups that their rep’s window was not told of',
      value: calls.filter(({ callId }) => !heard.has(callId)).length,
      unit: '',
      bar: { kind: 'at-most', value: 0 },
    },
    ...routes.map((route): Figure => {
      const took = windows.flatMap(({ tookMs }) => tookMs.get(route) ?? []);
      return {
        name: `p95 of ${route}`,
        value: percentile(took, 95),
        unit: 'ms',
        bar: mustBeFast ? { kind: 'below', value: BAR_MS } : null,
        note: `${took.length} requests, median ${median(took).toFixed(1)} ms`,
      };
    }),
  ];
};
