import { WorkspaceId } from '@twenty-dialer/contract';
import { WORKSPACE } from '../../twenty-sandbox/src/seed/members.ts';
import type { Bench } from '../bench.ts';
import type { Figure, Scenario } from '../scenario.ts';
import { median } from '../statistics.ts';
import { verifyArrived } from '../support/arrived.ts';
import { watchCounting } from '../support/arrived-figures.ts';
import { type Backlog, deliverBacklog, postOneByOne, prepareBacklog } from '../support/deliveries.ts';
import { demoCast } from '../support/demo-cast.ts';
import { startSandbox } from '../support/sandbox.ts';
import { figuresInTwenty } from '../support/waiting-calls.ts';
import { budgetFigures, ratioFigures } from './delivery/figures.ts';
import { deliverToRealTwenty } from './delivery/real-twenty.ts';

/** How a backlog of calls reaches Twenty: within its budget, and how fast where there is none. */
export const delivery: Scenario = {
  name: 'delivery',
  what: 'calls that wait, delivered within Twenty’s budget, and as fast as it can',
  isPerStore: true,
  onlyOnSandbox: null,
  run: async (bench) => {
    if (bench.twenty !== null) return deliverToRealTwenty(bench, bench.twenty);
    const sandbox = await startSandbox(bench);
    const count = bench.quick ? 600 : 10_000;
    bench.say(`accepting ${count} calls, each with a note and two links`);
    const backlog = await prepareBacklog(bench, {
      workspaceId: WorkspaceId.parse(WORKSPACE.id),
      twentyUrl: sandbox.url,
      cast: await demoCast(sandbox.url),
      count,
      isProgressionOpened: true,
    });
    await sandbox.stop();
    return [
      ...(await withinBudget(bench, backlog, 'asKey')),
      ...(await withinBudget(bench, backlog, 'asApp')),
      ...(await withoutBudget(bench, backlog)),
    ];
  },
};

const WORDS = { asKey: 'by API key', asApp: 'by the app’s token' } as const;

/** Twenty's own budget, at its own pace: no clock is sped up. */
const withinBudget = async (
  bench: Bench,
  backlog: Backlog,
  access: keyof typeof WORDS,
): Promise<Figure[]> => {
  bench.say(`delivering ${backlog.reports.length} calls ${WORDS[access]}`);
  const sandbox = await startSandbox(bench);
  const delivered = await deliverBacklog(bench, backlog, {
    twentyUrl: sandbox.url,
    access: sandbox[access],
    isWhole: await watchCounting(sandbox.url, backlog.reports),
  });
  await verifyArrived(sandbox.url, backlog.reports);
  await sandbox.stop();
  return budgetFigures(delivered.documents, {
    calls: backlog.reports.length,
    people: figuresInTwenty(backlog.reports).person.length,
    how: WORDS[access],
  });
};

/** Beside the same documents, posted one after another by a client that has nothing else to do. */
const withoutBudget = async (bench: Bench, backlog: Backlog): Promise<Figure[]> => {
  const rates = { worker: [] as number[], bare: [] as number[] };
  let documents: readonly string[] = [];
  for (const side of ['worker', 'bare', 'bare', 'worker'] as const) {
    const sandbox = await startSandbox(bench, { SANDBOX_PACE: 'real', SANDBOX_BUDGET: 'off' });
    if (side === 'worker') {
      const delivered = await deliverBacklog(bench, backlog, {
        twentyUrl: sandbox.url,
        access: sandbox.asApp,
        isWhole: await watchCounting(sandbox.url, backlog.reports),
      });
      documents = delivered.documents.map(({ body }) => body);
      rates.worker.push(delivered.callsPerSecond);
    } else {
      const seconds = await postOneByOne(documents, { twentyUrl: sandbox.url, access: sandbox.asApp });
      rates.bare.push(backlog.reports.length / seconds);
    }
    bench.say(`${side}: ${rates[side].at(-1)?.toFixed(0)} calls a second`);
    await verifyArrived(sandbox.url, backlog.reports);
    await sandbox.stop();
  }
  return ratioFigures({
    worker: median(rates.worker),
    bare: median(rates.bare),
    documents: documents.length,
    isJudged: true,
  });
};
