import { z } from 'zod';
import { SCHEMA, type StoreLog } from '../database.ts';

export interface MaintenanceTimes {
  readonly checkpointEveryMs: number;
  readonly tidyEveryMs: number;
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
 * ever, vacuum, without which dead rows do, and analyze, without which lookups read whole tables. Returns how to stop.
 */
export const startMaintenance = (given: MaintenanceDeps, times: Partial<MaintenanceTimes> = {}) => {
  const deps = { ...given, tidy: telling(given) };
  const every = (ms: number, work: () => Promise<void>) => {
    const timer = setInterval(() => {
      work().catch((error: unknown) => deps.log.warn({ err: error }, 'store maintenance failed'));
    }, ms);
    timer.unref();
    return timer;
  };
  const timers = [
    every(times.checkpointEveryMs ?? 60_000, checkpoint(deps)),
    every(times.tidyEveryMs ?? 20_000, tidyUp(deps)),
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

interface TidyDeps extends MaintenanceDeps {
  /** Runs a statement, and tells how long it took. */
  readonly tidy: MaintenanceDeps['run'];
}

const checkpoint = ({ tidy, commits, hasRoom }: TidyDeps) => {
  let done = commits();
  return async () => {
    if (commits() === done || !hasRoom()) return;
    done = commits();
    await tidy('checkpoint');
  };
};

/** A store that is busy at every look is vacuumed all the same after that many. */
const LOOKS_BEFORE_ANYWAY = 15;

/**
 * One table at a time. Analysing is cheap, and without it lookups read whole tables, so it never waits; a vacuum waits for
 * a quiet moment, because that of a large table holds the only connection for a second.
 */
const tidyUp = ({ run, tidy, isIdle, hasRoom }: TidyDeps) => {
  let looks = 0;
  return async () => {
    looks += 1;
    if (!hasRoom()) return;
    const tables = Tables.parse(await run(TABLES_IN_NEED));
    const stale = tables.find(({ is_unknown }) => is_unknown);
    if (stale !== undefined) await tidy(`analyze ${stale.name}`);
    const full = tables.find(({ has_dead_rows }) => has_dead_rows);
    if (full === undefined || (!isIdle() && looks < LOOKS_BEFORE_ANYWAY)) return;
    looks = 0;
    // Apart, so that whoever waits for the only connection gets it in between.
    await tidy(`vacuum ${full.name}`);
  };
};

const Tables = z.array(z.object({ name: z.string(), is_unknown: z.boolean(), has_dead_rows: z.boolean() }));

/**
 * The tables that a server's autovacuum would choose, by its own defaults, the one with the most to do first. What it
 * knows is lost with the process: a table that has grown since it was analysed is analysed again, and then its dead rows
 * are known, too.
 */
export const TABLES_IN_NEED = `
  select name, is_unknown, has_dead_rows
  from (
    select format('%I.%I', t.schemaname, t.relname) as name, t.n_dead_tup, t.n_mod_since_analyze,
      t.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0)
        or (t.last_analyze is null and pg_relation_size(c.oid) > 8 * current_setting('block_size')::bigint)
        as is_unknown,
      t.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0)
        or t.n_ins_since_vacuum > 1000 + 0.2 * greatest(c.reltuples, 0) as has_dead_rows
    from pg_stat_user_tables t join pg_class c on c.oid = t.relid
    where t.schemaname = '${SCHEMA}'
  ) as tables
  where is_unknown or has_dead_rows
  order by n_mod_since_analyze desc, n_dead_tup desc, name`;
