import { setTimeout as pause } from 'node:timers/promises';
import { type CallReport, DeliveryOverview, WorkspaceId } from '@twenty-dialer/contract';
import { API_KEY_BUDGET, tokensLeft } from '../../sync-worker/src/outbox/budget.ts';
import { keepUp } from '../../sync-worker/src/projections/keep-up.ts';
import { DEMO_MEMBERS, WORKSPACE } from '../../twenty-sandbox/src/seed/members.ts';
import type { Bench } from '../bench.ts';
import type { Figure, Scenario } from '../scenario.ts';
import { median, percentile } from '../statistics.ts';
import { verifyArrived } from '../support/arrived.ts';
import { demoCast } from '../support/demo-cast.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { callsOnSchedule } from '../support/load.ts';
import { prepareStore } from '../support/prepared-store.ts';
import { startSandbox } from '../support/sandbox.ts';
import { mustHold, type Tidied, tidiedNote, tidyPostgres } from '../support/tidied.ts';
import { acceptWaitingCalls, recordIds } from '../support/waiting-calls.ts';
import { watchTwenty } from '../support/watched-twenty.ts';
import { type StorePlace, startWorker } from '../support/worker.ts';

const PER_SECOND = 50;
/** Four records each: a hundred thousand entries, and those of sittings, days and people. */
const WAITING_CALLS = 25_000;
const BAR_MS = { pglite: 500, postgres: 100 };
const WATCH_EVERY_MS = 3_000;
const MAINTENANCE = { checkpointEveryMs: 30_000, tidyEveryMs: 200 };

/** What reps feel of a Twenty that is away for long, and how what has piled up gets there afterwards. */
export const outage: Scenario = {
  name: 'outage',
  what: 'reports accepted while Twenty is down and 100,000 entries wait, and how these are delivered afterwards',
  isPerStore: true,
  onlyOnSandbox: 'thousands of calls that nobody made, and an outage',
  run: async (bench) => {
    const { place, waiting } = await prepareWaiting(bench);
    const desk = await openDesk(bench, { place, maintenance: MAINTENANCE });
    const figures = await acceptMeanwhile(bench, { desk, adminsCookie: await breakDown(desk) });
    await desk.worker.stop();
    await fetch(`${desk.sandbox.url}/sandbox/faults`, { method: 'DELETE' });
    const all = [...waiting, ...desk.accepted];
    figures.push(...(await drain(bench, { desk, all })));
    await verifyArrived(desk.sandbox.url, all);
    return figures;
  },
};

/** Calls that were accepted in a time when an admin had stopped delivery, so that reps can sign in before the outage. */
const prepareWaiting = async (
  bench: Bench,
): Promise<{ place: StorePlace; waiting: readonly CallReport[] }> => {
  const count = bench.quick ? 500 : WAITING_CALLS;
  bench.say(`accepting ${count} calls, each with a note and two links, that are to wait`);
  const sandbox = await startSandbox(bench);
  const cast = await demoCast(sandbox.url);
  await sandbox.stop();
  const workspaceId = WorkspaceId.parse(WORKSPACE.id);
  let waiting: readonly CallReport[] = [];
  const store = await prepareStore(bench, async (opened) => {
    waiting = await acceptWaitingCalls(opened.store, {
      workspaceId,
      twentyUrl: sandbox.url,
      cast,
      count,
      isProgressionOpened: true,
    });
    // In a long outage sittings, days and people are counted as calls come, not all at once when the worker starts.
    while ((await keepUp({ store: opened.store, workspaceId, intervalMs: 0 })) !== null);
    const [member] = cast.members;
    if (member === undefined) throw new Error('The sandbox has no members.');
    await opened.store.transaction(workspaceId, (tx) =>
      tx.delivery.setPause({ memberId: member.id, by: 'Bench', reason: 'until reps are signed in' }),
    );
  });
  return { place: await store.copy(), waiting };
};

/** Twenty is gone from one moment to the next; delivery is let go on, and finds nobody there. @returns an admin's session */
const breakDown = async ({ sandbox, worker }: Desk): Promise<string> => {
  const cookie = await signInAdmin(worker.signIn);
  const ask = (path: string, body: unknown) =>
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: worker.url, cookie },
      body: JSON.stringify(body),
    });
  await ask(`${sandbox.url}/sandbox/faults`, { kind: 'server-error' });
  const resumed = await ask(`${worker.url}/api/delivery/resume`, {});
  if (!resumed.ok) throw new Error(`Delivery could not be resumed: ${await resumed.text()}`);
  return cookie;
};

const signInAdmin = (signIn: Desk['worker']['signIn']): Promise<string> => {
  const admin = DEMO_MEMBERS.find(({ role }) => role === 'Admin');
  if (admin === undefined) throw new Error('The sandbox has no admin.');
  return signIn(admin.id);
};

const acceptMeanwhile = async (
  bench: Bench,
  { desk, adminsCookie }: { desk: Desk; adminsCookie: string },
): Promise<Figure[]> => {
  const load = { perSecond: PER_SECOND, forMs: bench.quick ? 5_000 : 60_000 };
  bench.say(`${PER_SECOND} calls/s on schedule for ${load.forMs / 1000} s, with an admin looking on`);
  const before = desk.worker.tidied.length;
  const watching = new AbortController();
  const looks = watch(desk, { cookie: adminsCookie, signal: watching.signal });
  const tidying = tidyPostgres(bench, desk.worker.place.databaseUrl, load.forMs);
  const delays = await callsOnSchedule(desk.send, load);
  const tidied: Tidied[] = [...desk.worker.tidied.slice(before), ...(await tidying)];
  watching.abort();
  const { looksMs, waiting } = await looks;
  if (!bench.quick) mustHold(tidied);
  return [
    { name: 'entries that wait', value: waiting, unit: 'entries', bar: null },
    { name: 'median of a report, Twenty down', value: median(delays), unit: 'ms', bar: null },
    {
      name: 'p99 of a report, Twenty down',
      value: percentile(delays, 99),
      unit: 'ms',
      bar: { kind: 'below', value: BAR_MS[bench.store] },
      note: tidiedNote(tidied),
    },
    {
      name: 'overview of deliveries, as an admin waits for it',
      value: median(looksMs),
      unit: 'ms',
      bar: null,
      note: `median of ${looksMs.length}, the longest ${Math.max(...looksMs).toFixed(0)} ms`,
    },
  ];
};

/** The screen of an admin who keeps it open, as it asks. */
const watch = async (
  { worker }: Desk,
  { cookie, signal }: { cookie: string; signal: AbortSignal },
): Promise<{ looksMs: number[]; waiting: number }> => {
  const looksMs: number[] = [];
  let waiting = 0;
  while (!signal.aborted) {
    const startedAtMs = performance.now();
    const answers = await Promise.all(
      ['/api/delivery-overview', '/api/deliveries?stages=failed,needs-attention,waiting'].map((path) =>
        fetch(`${worker.url}${path}`, { headers: { cookie } }),
      ),
    );
    const [overview] = await Promise.all(answers.map((answer) => answer.json()));
    const { stages } = DeliveryOverview.parse(overview);
    looksMs.push(performance.now() - startedAtMs);
    waiting = stages.find(({ stage }) => stage === 'waiting')?.count ?? 0;
    await pause(WATCH_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  return { looksMs, waiting };
};

/** By API key, whose budget is the smallest, so that it is the budget that decides how long it takes. */
const drain = async (
  bench: Bench,
  { desk, all }: { desk: Desk; all: readonly CallReport[] },
): Promise<Figure[]> => {
  bench.say(`Twenty is back: delivering ${all.length} calls by API key`);
  const twenty = await watchTwenty(bench, desk.sandbox.url);
  const settings = { ...desk.sandbox.asKey, TWENTY_API_URL: twenty.url };
  const worker = await startWorker(bench, { settings, place: desk.worker.place });
  await twenty.hasWritten(recordIds(all));
  await worker.stop();
  const documents = twenty.documents.filter(({ rootFields }) => rootFields.length > 0);
  const [first] = documents;
  const last = documents.at(-1);
  if (first === undefined || last === undefined) throw new Error('Nothing was delivered.');
  const spent = documents.reduce((sum, { rootFields }) => sum + rootFields.length, 0);
  const { capacity, windowMs } = API_KEY_BUDGET;
  const tookMs = last.sentAtMs - first.sentAtMs;
  const allowed = tokensLeft(null, 0, API_KEY_BUDGET) + (tookMs * capacity) / windowMs;
  return [
    { name: 'minutes until all was delivered', value: tookMs / 60_000, unit: 'min', bar: null },
    {
      name: 'root fields sent, of what the budget allowed meanwhile',
      value: spent / allowed,
      unit: '',
      bar: { kind: 'at-least', value: 0.9 },
      note: `${spent} of ${allowed.toFixed(0)}`,
    },
    {
      name: 'throttled documents',
      value: (100 * documents.filter(({ isThrottled }) => isThrottled).length) / documents.length,
      unit: '%',
      bar: { kind: 'below', value: 1 },
    },
  ];
};
