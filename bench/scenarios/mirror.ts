import { setTimeout as pause } from 'node:timers/promises';
import { MirrorView, WorkspaceId } from '@twenty-dialer/contract';
import { z } from 'zod';
import { DEMO_MEMBERS, WORKSPACE } from '../../twenty-sandbox/src/seed/members.ts';
import type { Bench } from '../bench.ts';
import type { Scenario } from '../scenario.ts';
import { type BenchSandbox, startSandbox } from '../support/sandbox.ts';
import { type BenchWorker, startWorker } from '../support/worker.ts';
import { fillFigures, lookUpFigures, memoryFigures } from './mirror/figures.ts';
import { lookUp } from './mirror/look-up.ts';
import { memoryOf, watchMemory } from './mirror/memory.ts';
import { makePeople } from './mirror/people.ts';

const PEOPLE = 100_000;
const WORKSPACE_ID = WorkspaceId.parse(WORKSPACE.id);

/** What a mirror of many people costs: time and budget to fill it, memory to have it, time to look somebody up. */
export const mirror: Scenario = {
  name: 'mirror',
  what: 'the mirror of 100,000 people: filled over HTTP, looked up by number and searched in the store',
  isPerStore: true,
  onlyOnSandbox: 'a hundred thousand people that nobody knows',
  run: async (bench) => {
    const count = bench.quick ? PEOPLE / 20 : PEOPLE;
    const without = await withoutPeople(bench);
    const sandbox = await startSandbox(bench, SETTINGS);
    bench.say(`making ${count} people in the sandbox`);
    await makePeople(sandbox.url, count);
    const filled = await fill(bench, sandbox, count);
    bench.say('looking people up');
    const lookUps = await lookUp(filled.worker.place, { workspaceId: WORKSPACE_ID, count });
    const again = await startWorker(bench, { settings: sandbox.asApp, place: filled.worker.place });
    await untilFilled(again, count);
    await pause(SETTLED_MS);
    const restarted = await memoryOf(again.pid);
    return [
      ...fillFigures(filled, count),
      ...memoryFigures({ without, ...filled, restarted }),
      ...lookUpFigures(lookUps, count),
    ];
  },
};

/** The worker's own model of the budget is looked at; the making of people must not wait for the sandbox's. */
const SETTINGS = { SANDBOX_EMPTY: 'true', SANDBOX_BUDGET: 'off' };
const SETTLED_MS = 5_000;

/** Megabytes of the same worker where there is nobody to mirror. */
const withoutPeople = async (bench: Bench): Promise<number> => {
  const sandbox = await startSandbox(bench, SETTINGS);
  const worker = await startWorker(bench, { settings: sandbox.asApp });
  await untilFilled(worker, 0);
  await pause(SETTLED_MS);
  const megabytes = await memoryOf(worker.pid);
  await worker.stop();
  await sandbox.stop();
  return megabytes;
};

/** What came of a fill. */
interface Filled {
  readonly worker: BenchWorker;
  readonly seconds: number;
  readonly rootFields: number;
  readonly peak: number;
  readonly after: number;
}

const fill = async (bench: Bench, sandbox: BenchSandbox, count: number): Promise<Filled> => {
  const before = await rootFieldsOf(sandbox.url);
  const startedAtMs = performance.now();
  const worker = await startWorker(bench, { settings: sandbox.asApp });
  const memory = watchMemory(worker.pid);
  await untilFilled(worker, count);
  const seconds = (performance.now() - startedAtMs) / 1000;
  const rootFields = (await rootFieldsOf(sandbox.url)) - before;
  const peak = await memory.stop();
  await pause(SETTLED_MS);
  const after = await memoryOf(worker.pid);
  await worker.stop();
  return { worker, seconds, rootFields, peak, after };
};

/** @throws Error when more or fewer people are mirrored than there are */
const untilFilled = async (worker: BenchWorker, count: number): Promise<void> => {
  const cookie = await worker.signIn(DEMO_MEMBERS[0]?.id ?? '');
  for (;;) {
    const answer = await fetch(`${worker.url}/api/mirror`, { headers: { cookie } });
    const people = MirrorView.parse(await answer.json()).objects.find(({ name }) => name === 'person');
    if (people?.state === 'filled') {
      if (people.done !== count)
        throw new Error(`${people.done} people were mirrored, and there are ${count}.`);
      return;
    }
    if (people?.fault) throw new Error(people.fault);
    await pause(250);
  }
};

const rootFieldsOf = async (sandboxUrl: string): Promise<number> => {
  const answer = await fetch(`${sandboxUrl}/sandbox/stats`);
  return Stats.parse(await answer.json()).rootFields;
};
const Stats = z.object({ rootFields: z.number() });
