import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type TestPostgres } from '../sync-worker/src/testing/postgres.ts';
import type { StoreKind } from './scenario.ts';

/** What a scenario has at hand. Whatever it starts is ended with it, whatever happens. */
export interface Bench {
  readonly store: StoreKind;
  /** Small sizes: for trying out, the figures do not count. */
  readonly quick: boolean;
  /** A real Twenty to run against, by the variables that the conformance suite takes too; null: the sandbox. */
  readonly twenty: RealTwenty | null;
  /** Tells whoever waits what is going on. */
  say(line: string): void;
  /** An empty folder that is removed at the end. */
  folder(): Promise<string>;
  /** The address of an empty database of the store that is looked at; null with PGlite, which has a folder. */
  database(): Promise<string | null>;
  /** Runs a statement as the administrator of the Postgres server, in that database. */
  administrate(sql: string, databaseUrl: string): Promise<readonly unknown[]>;
  /** Remembers how to end something. The last thing that was started ends first. */
  onEnd(stop: () => Promise<unknown>): void;
}

export interface RealTwenty {
  readonly url: string;
  readonly key: string;
}

export type BenchSettings = Pick<Bench, 'store' | 'quick' | 'twenty' | 'say'>;

/** Runs `work` with a bench of its own and ends all that was started, also after a failure or Ctrl+C. */
export const withBench = async <Result>(
  settings: BenchSettings,
  work: (bench: Bench) => Promise<Result>,
): Promise<Result> => {
  const ends: (() => Promise<unknown>)[] = [];
  const onEnd = (stop: () => Promise<unknown>) => void ends.push(stop);
  const server = onceOnly(async () => {
    // What is committed is on the disk, as in production: else the figures would flatter.
    const started = await startPostgres({ isDurable: true });
    onEnd(() => started.stop());
    return started;
  });
  const endAll = onceOnly(async () => {
    for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
      await end().catch((error: unknown) => settings.say(`Could not be ended: ${String(error)}`));
    }
  });
  const interrupt = () => void endAll().then(() => process.exit(130));
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    return await work({
      ...settings,
      onEnd,
      folder: folderMaker(onEnd),
      ...databases(settings.store, server),
    });
  } finally {
    await endAll();
    process.removeListener('SIGINT', interrupt);
    process.removeListener('SIGTERM', interrupt);
  }
};

const folderMaker = (onEnd: Bench['onEnd']) => async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'twenty-dialer-bench-'));
  onEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
};

const databases = (
  store: StoreKind,
  server: () => Promise<TestPostgres>,
): Pick<Bench, 'database' | 'administrate'> => ({
  database: async () => (store === 'pglite' ? null : (await server()).createDatabase()),
  administrate: async (sql, databaseUrl) => (await server()).administrate(sql, databaseUrl),
});

const onceOnly = <Result>(work: () => Promise<Result>): (() => Promise<Result>) => {
  let running: Promise<Result> | null = null;
  return () => {
    running ??= work();
    return running;
  };
};
