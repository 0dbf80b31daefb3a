import { SCHEMA, type StoreLog } from '../database.ts';

export interface MaintenanceTimes {
  readonly checkpointEveryMs: number;
  readonly vacuumEveryMs: number;
}

export interface MaintenanceDeps {
  /** Runs a statement outside of any transaction, when its turn has come. */
  readonly run: (sql: string) => Promise<readonly unknown[]>;
  readonly isIdle: () => boolean;
  /** Whether the disk has room for what a checkpoint writes: one that finds none ends the database. */
  readonly hasRoom: () => boolean;
  /** How many transactions were committed so far. */
  readonly commits: () => number;
  readonly log: StoreLog;
}

/**
 * What a Postgres server does by itself and PGlite never does: checkpoints, without which the write-ahead log grows for
 * ever, and vacuum, without which dead rows do. Returns how to stop.
 */
export const startMaintenance = (given: MaintenanceDeps, times: Partial<MaintenanceTimes> = {}) => {
  const deps = { ...given, run: telling(given) };
  const every = (ms: number, work: () => Promise<void>) => {
    const timer = setInterval(() => {
      work().catch((error: unknown) => deps.log.warn({ err: error }, 'store maintenance failed'));
    }, ms);
    timer.unref();
    return timer;
  };
  const timers = [
    every(times.checkpointEveryMs ?? 60_000, checkpoint(deps)),
    every(times.vacuumEveryMs ?? 20_000, vacuum(deps)),
  ];
  return () => timers.forEach(clearInterval);
};

/** Everybody else waits for the one connection meanwhile, so how long it took is worth a line. */
const telling =
  ({ run, log }: MaintenanceDeps): MaintenanceDeps['run'] =>
  async (sql) => {
    const startedAtMs = performance.now();
    const rows = await run(sql);
    log.debug({ event: 'store-maintenance', sql, ms: Math.round(performance.now() - startedAtMs) }, sql);
    return rows;
  };

const checkpoint = ({ run, commits, hasRoom }: MaintenanceDeps) => {
  let done = commits();
  return async () => {
    if (commits() === done || !hasRoom()) return;
    done = commits();
    await run('checkpoint');
  };
};

/** A store that is busy at every look is vacuumed all the same after that many. */
const LOOKS_BEFORE_ANYWAY = 15;

/** One table at a time and preferably in a quiet moment: a large one holds the only connection for a second. */
const vacuum = ({ run, isIdle, commits, hasRoom }: MaintenanceDeps) => {
  const done = new Map<string, number>();
  let tables: string[] = [];
  let looks = 0;
  return async () => {
    looks += 1;
    if ((!isIdle() && looks < LOOKS_BEFORE_ANYWAY) || !hasRoom()) return;
    looks = 0;
    if (tables.length === 0) tables = await tablesOf(run);
    const table = tables.shift();
    if (table === undefined || done.get(table) === commits()) return;
    done.set(table, commits());
    // Apart, so that whoever waits for the only connection gets it in between.
    await run(`vacuum ${table}`);
    await run(`analyze ${table}`);
  };
};

const tablesOf = async (run: MaintenanceDeps['run']): Promise<string[]> => {
  const rows = await run(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = '${SCHEMA}'`,
  );
  return rows.flatMap((row) =>
    typeof row === 'object' && row !== null && 'name' in row && typeof row.name === 'string'
      ? [row.name]
      : [],
  );
};
