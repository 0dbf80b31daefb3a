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
import type { PoisonOf } from './expect-exactly-once.ts';
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
  const ends: End[] = [];
  const startedAtMs = Date.now();
  try {
    const set = await prepare(scenario, options, ends);
    const calledForMs = await play(scenario, options, set);
    const counts = await compare(scenario, set);
    await endAll(ends);
    return {
      scenario: scenario.name,
      store: options.store,
      calls: set.load.placed.length,
      restarts: set.crew.restarts(),
      ...counts,
      callsPerSecond: set.load.placed.length / (calledForMs / 1_000),
      seconds: (Date.now() - startedAtMs) / 1_000,
    };
  } catch (error) {
    // What went wrong first is to be heard of, not what could not be ended after it.
    await endAll(ends).catch(() => undefined);
    throw error;
  }
};

type End = () => Promise<unknown>;

const endAll = async (ends: End[]): Promise<void> => {
  const troubles: unknown[] = [];
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    await end().catch((error: unknown) => troubles.push(error));
  }
  if (troubles.length > 0) throw troubles[0];
};

/** Twenty, a store, workers on it, and reps who begin to call. */
const prepare = async (scenario: Scenario, options: RunOptions, ends: End[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'twenty-dialer-faults-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  const postgres = scenario.restartsDatabase ? await ownPostgres() : options.postgres();
  if (scenario.restartsDatabase) ends.push(postgres.stop);
  const place = {
    databaseUrl: options.store === 'Postgres' ? await postgres.createDatabase() : null,
    dataDir: join(folder, 'worker'),
  };
  await mkdir(place.dataDir);
  if (place.databaseUrl === null) await copyEmptyDatabase(place.dataDir);
  const isBudgetOn = scenario.hasBudget ?? false;
  const twenty = await options.startTwenty({ folder: join(folder, 'twenty'), isBudgetOn });
  ends.push(twenty.stop);
  const secretKey = randomBytes(32);
  await twenty.leaveSessions?.(place, secretKey);
  const { tweaks, workers: size = 1 } = scenario;
  const crew = await startCrew({ size, place, secretKey, twenty: twenty.settings, tweaks });
  ends.push(crew.stop);
  const before = { totals: await twenty.progressions(), count: await twenty.count() };
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
  return { postgres, place, twenty, crew, before, reps, load };
};
type Cast = Awaited<ReturnType<typeof prepare>>;

const NOTHING_POISONED: PoisonOf = () => null;

/** Until every call has arrived that can. Answers for how many milliseconds reps have called. */
const play = async (scenario: Scenario, options: RunOptions, set: Cast): Promise<number> => {
  const { crew, twenty, load, reps, before, postgres, place } = set;
  const startedAtMs = Date.now();
  await scenario.harm(stageOf({ ...options, twenty, crew, load }, postgres));
  await load.stop();
  const calledForMs = Date.now() - startedAtMs;
  const poisonOf = scenario.poisonOf ?? NOTHING_POISONED;
  const arriving = { crew, twenty, countBefore: before.count, placed: load.placed, poisonOf };
  await untilArrived(arriving);
  if (scenario.poisonOf === undefined) await twenty.heal();
  // Totals are written once a minute, and nobody here wants to wait that long.
  await passTime({ crew, postgres, databaseUrl: place.databaseUrl });
  await load.correctOne();
  await untilTotalsArrived(crew, reps);
  await untilArrived(arriving);
  return calledForMs;
};

const compare = async (scenario: Scenario, { twenty, crew, place, reps, before, load }: Cast) => {
  const documents = await twenty.documents();
  expect(new Set(await crew.stop()), 'the workers stop in good order').toEqual(new Set([0]));
  const poisonOf = scenario.poisonOf ?? NOTHING_POISONED;
  const arrived = { twenty, place, reps, before: before.totals, placed: load.placed, poisonOf };
  const found = await expectArrived(arrived);
  const longestSeconds = found.waitSeconds.at(-1) ?? 0;
  expect(longestSeconds).toBeLessThan(scenario.longestWaitSeconds ?? Number.POSITIVE_INFINITY);
  return { ...documents, ...found };
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
