import { z } from 'zod';
import type { StoreLog } from '../../sync-worker/src/store/database.ts';
import type { MaintenanceTimes } from '../../sync-worker/src/store/pglite/maintenance.ts';

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
  vacuumEveryMs: z.number().positive().optional(),
});

/** What the parent wants other than the store's own times. */
export const readMaintenance = (given: unknown): Partial<MaintenanceTimes> => {
  const { checkpointEveryMs, vacuumEveryMs } = Maintenance.parse(given);
  return {
    ...(checkpointEveryMs === undefined ? {} : { checkpointEveryMs }),
    ...(vacuumEveryMs === undefined ? {} : { vacuumEveryMs }),
  };
};
