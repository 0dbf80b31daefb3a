import { afterAll, beforeAll, describe, test } from 'vitest';
import { TARGETS } from '../../twenty-sandbox/conformance/targets.ts';
import { startPostgres, type TestPostgres } from '../src/testing/postgres.ts';
import { startBehindProxy } from './behind-proxy.ts';
import { runScenario } from './run-scenario.ts';
import { scenariosBehindProxy } from './scenarios.ts';
import { type CountsOfRun, tableOfCounts } from './table-of-counts.ts';

const CALLS = Math.min(1_000, Number(process.env.FAULT_CALLS ?? 100));
const LONGEST_MS = 900_000;

let postgres: TestPostgres;
const runs: CountsOfRun[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  console.log(`\n${CALLS} calls or more through each:\n\n${tableOfCounts(runs)}\n`);
  await postgres.stop();
});

for (const target of TARGETS) {
  describe(`a proxy in front of ${target.name}`, () => {
    // The sandbox has faults of its own; here it shows that the proxy does what it should, in `npm test` with one of them.
    const isWhole = target.isReal || process.env.FAULT_CALLS !== undefined;
    const scenarios = scenariosBehindProxy(CALLS).filter(({ name }) => isWhole || name === 'lost answers');
    for (const scenario of scenarios) {
      const run = {
        store: 'PGlite' as const,
        calls: CALLS,
        kills: 0,
        postgres: () => postgres,
        startTwenty: () => startBehindProxy(target),
      };
      test(scenario.title, async () => void runs.push(await runScenario(scenario, run)), LONGEST_MS);
    }
  });
}
if (!TARGETS.some(({ isReal }) => isReal)) {
  console.log('Not run on a real Twenty: set TWENTY_API_URL and TWENTY_API_KEY.');
}
