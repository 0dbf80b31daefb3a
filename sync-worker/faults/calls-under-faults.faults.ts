import { afterAll, beforeAll, describe, test } from 'vitest';
import { startPostgres, type TestPostgres } from '../src/testing/postgres.ts';
import { startFaultySandbox } from './faulty-twenty.ts';
import { runScenario } from './run-scenario.ts';
import { scenariosFor } from './scenarios.ts';
import { type CountsOfRun, tableOfCounts } from './table-of-counts.ts';

/** A smaller run is part of `npm test`; `npm run test:faults` asks for 10,000 calls and 50 kills. */
const CALLS = Number(process.env.FAULT_CALLS ?? 200);
const KILLS = Number(process.env.FAULT_KILLS ?? 5);
const LONGEST_MS = 300_000 + CALLS * 180;

let postgres: TestPostgres;
const runs: CountsOfRun[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  console.log(`\n${CALLS} calls or more through each:\n\n${tableOfCounts(runs)}\n`);
  await postgres.stop();
});

describe.each(['PGlite', 'Postgres'] as const)('on %s', (store) => {
  const scenarios = scenariosFor(CALLS).filter(({ stores }) => stores.includes(store));
  for (const scenario of scenarios) {
    const run = {
      store,
      calls: CALLS,
      kills: KILLS,
      postgres: () => postgres,
      startTwenty: startFaultySandbox,
    };
    test(scenario.title, async () => void runs.push(await runScenario(scenario, run)), LONGEST_MS);
  }
});
