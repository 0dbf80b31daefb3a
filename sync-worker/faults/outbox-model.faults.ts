import { afterAll, beforeAll, test } from 'vitest';
import { holdAgainstModel } from '../src/store/conformance/outbox-property.ts';
import { startPostgres, type TestPostgres } from '../src/testing/postgres.ts';
import { openEmbeddedStore, openServerStore } from '../src/testing/store-opened.ts';
import { inThrowawayWorld } from '../src/testing/throwaway-world.ts';

/** On the embedded store; on a server a twentieth, where each step travels. */
const RUNS = Number(process.env.MODEL_RUNS ?? 2_000);
const LONGEST_MS = 60_000 + RUNS * 600;

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

test(
  `whatever two workers, crashes, late answers and an admin do in whatever order, the outbox keeps to its rules: ${RUNS} runs on PGlite`,
  async () => {
    const opened = await openEmbeddedStore();
    await holdAgainstModel((run) => inThrowawayWorld(opened, run), RUNS).finally(opened.close);
  },
  LONGEST_MS,
);

test(
  `the same on Postgres: ${RUNS / 20} runs`,
  async () => {
    const opened = await openServerStore(await postgres.createDatabase());
    await holdAgainstModel((run) => inThrowawayWorld(opened, run), RUNS / 20).finally(opened.close);
  },
  LONGEST_MS,
);
