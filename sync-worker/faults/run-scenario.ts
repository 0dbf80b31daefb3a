import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { ownPostgres, type TestPostgres } from '../src/testing/postgres.ts';
import { copyEmptyDatabase } from '../src/testing/store-template.ts';
import { startLoad } from './call-load.ts';
import { type Crew, startCrew } from './crew.ts';
import { expectArrived } from './expect-arrived.ts';
import type { FaultyTwenty } from './faulty-twenty.ts';
import { passTime } from './pass-time.ts';
import type { Scenario, Stage, StoreKind } from './scenario.ts';
import type { CountsOfRun } from './table-of-counts.ts';
import { untilArrived, untilTotalsArrived } from './until-arrived.ts';

export interface RunOptions {
  readonly store: StoreKind;
  readonly calls: number;
  readonly kills: number;
  readonly postgres: () => TestPostgres;
  startTwenty(options: { folder: string; isBudgetOn: boolean }): Promise<FaultyTwenty>;
}

const CALLERS = 12;

/** Reps call, something goes wrong, and in the end all calls are looked for in Twenty, in the ledger and in the outbox. */
export const runScenario = async (scenario: Scenario, options: RunOptions): Promise<CountsOfRun> => {
  const startedAtMs = Date.now();
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const folder = await mkdtemp(join(tmpdir(), 'twenty-dialer-faults-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const postgres = scenario.restartsDatabase ? await ownPostgres() : options.postgres();
    if (scenario.restartsDatabase) ends.push(postgres.stop);
    const databaseUrl = options.store === 'Postgres' ? await postgres.createDatabase() : null;
    const twenty = await options.startTwenty({
      folder: join(folder, 'twenty'),
      isBudgetOn: scenario.hasBudget ?? false,
    });
    ends.push(twenty.stop);
    const place = { databaseUrl, dataDir: join(folder, 'worker') };
    await mkdir(place.dataDir);
    if (databaseUrl === null) await copyEmptyDatabase(place.dataDir);
    const secretKey = randomBytes(32);
    await twenty.leaveSessions?.(place, secretKey);
    const { tweaks, workers: size = 1 } = scenario;
    const crew = await startCrew({ size, place, secretKey, twenty: twenty.settings, tweaks });
    ends.push(crew.stop);

    const before = await twenty.progressions();
    const countBefore = await twenty.count();
    const reps = await twenty.signIn(crew.origin);
    const load = startLoad({
      ...scenario,
      origin: crew.origin,
      workerUrls: crew.urls,
      reps,
      people: await twenty.people(),
      startMs: twenty.callsStartMs ?? undefined,
      callers: CALLERS,
    });
    await scenario.harm(stageOf({ ...options, twenty, crew, load }, postgres));
    await load.stop();
    const calledForMs = Date.now() - startedAtMs;
    const poisonOf = scenario.poisonOf ?? (() => null);
    const arriving = { crew, twenty, countBefore, placed: load.placed, poisonOf };
    await untilArrived(arriving);
    if (scenario.poisonOf === undefined) await twenty.heal();
    // Totals are written once a minute, and nobody here wants to wait that long.
    await passTime({ crew, postgres, databaseUrl });
    await load.correctOne();
    await untilTotalsArrived(crew, reps);
    await untilArrived(arriving);
    const documents = await twenty.documents();
    expect(new Set(await crew.stop()), 'the workers stop in good order').toEqual(new Set([0]));
    const found = await expectArrived({ twenty, place, reps, before, placed: load.placed, poisonOf });
    const longest = found.waitSeconds.at(-1) ?? 0;
    expect(longest).toBeLessThan(scenario.longestWaitSeconds ?? Number.POSITIVE_INFINITY);
    return {
      scenario: scenario.name,
      store: options.store,
      calls: load.placed.length,
      restarts: crew.restarts(),
      ...documents,
      ...found,
      callsPerSecond: load.placed.length / (calledForMs / 1_000),
      seconds: (Date.now() - startedAtMs) / 1_000,
    };
  } finally {
    for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end();
  }
};

const LOOK_EVERY_MS = 20;

const stageOf = (
  options: Omit<RunOptions, 'postgres'> & Pick<Stage, 'twenty' | 'load'> & { crew: Crew },
  postgres: TestPostgres,
): Stage => {
  const { load, calls } = options;
  const callsReach = async (count: number) => {
    while (load.placed.length < count) {
      load.check();
      await pause(LOOK_EVERY_MS);
    }
  };
  return {
    ...options,
    spread: async (times, act) => {
      for (let nth = 0; nth < times; nth += 1) {
        await callsReach(((nth + Math.random()) * calls) / times);
        await act(nth);
      }
      await callsReach(calls);
    },
    enoughCalls: () => callsReach(calls),
    restartDatabase: (how) => postgres.restart(how),
  };
};
