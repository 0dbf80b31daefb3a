import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { StoreLog } from '../../sync-worker/src/store/database.ts';
import type { MaintenanceTimes } from '../../sync-worker/src/store/pglite/maintenance.ts';
import type { Bench } from '../bench.ts';

/** A statement that tidied up the embedded store, and how long everybody else waited for it. */
export interface Tidied {
  readonly sql: string;
  readonly ms: number;
}

const Message = z.object({ type: z.literal('tidied'), sql: z.string(), ms: z.number() });
const LogLine = z.object({ event: z.literal('store-maintenance'), sql: z.string(), ms: z.number() });

/**
 * A log that tells the parent process of each tidying up. The log itself says it at the level "debug", at which it would
 * also say much that production does not.
 */
export const tellTidied = <Log extends StoreLog>(log: Log): Log =>
  Object.create(log, {
    debug: {
      value: (fields: unknown) => {
        const line = LogLine.safeParse(fields);
        if (line.success) process.send?.({ type: 'tidied', sql: line.data.sql, ms: line.data.ms });
      },
    },
  });

/** The parent's side: keeps what is told. */
export const keepTidied = (onMessage: (listener: (message: unknown) => void) => void): readonly Tidied[] => {
  const kept: Tidied[] = [];
  onMessage((message) => {
    const told = Message.safeParse(message);
    if (told.success) kept.push({ sql: told.data.sql, ms: told.data.ms });
  });
  return kept;
};

const Maintenance = z.object({
  checkpointEveryMs: z.number().positive().optional(),
  tidyEveryMs: z.number().positive().optional(),
});

/** What the parent wants other than the store's own times. */
export const readMaintenance = (given: unknown): Partial<MaintenanceTimes> => {
  const { checkpointEveryMs, tidyEveryMs } = Maintenance.parse(given);
  return {
    ...(checkpointEveryMs === undefined ? {} : { checkpointEveryMs }),
    ...(tidyEveryMs === undefined ? {} : { tidyEveryMs }),
  };
};

/** A Postgres server tidies up by itself, when it sees fit; here it has to do it while it is looked at. */
export const tidyPostgres = async (
  bench: Bench,
  databaseUrl: string | null,
  forMs: number,
): Promise<Tidied[]> => {
  if (databaseUrl === null) return [];
  const tidied: Tidied[] = [];
  for (const sql of ['vacuum (analyze)', 'checkpoint']) {
    await pause(forMs / 3);
    const startedAtMs = performance.now();
    await bench.administrate(sql, databaseUrl);
    tidied.push({ sql, ms: performance.now() - startedAtMs });
  }
  return tidied;
};

/** @throws Error when nothing tidied up in the minute: then it says nothing of how that is felt. */
export const mustHold = (tidied: readonly Tidied[]): void => {
  for (const what of ['vacuum', 'checkpoint']) {
    if (!tidied.some(({ sql }) => sql.startsWith(what)))
      throw new Error(`There was no ${what} in the minute.`);
  }
};

export const tidiedNote = (tidied: readonly Tidied[]): string =>
  ['vacuum', 'checkpoint']
    .map((what) => {
      const times = tidied.filter(({ sql }) => sql.startsWith(what)).map(({ ms }) => ms);
      return `${times.length} × ${what}, the longest ${Math.max(0, ...times).toFixed(0)} ms`;
    })
    .join('; ');
