// The worker as sync-worker/src/main.ts starts it, except that it may tidy up its store at other times and tells of it.
import { z } from 'zod';
import { readConfig } from '../../sync-worker/src/config.ts';
import { createLog } from '../../sync-worker/src/log/create-log.ts';
import { startWorker } from '../../sync-worker/src/start-worker.ts';
import { stopOnSignals } from '../../sync-worker/src/stop-on-signals.ts';

const Maintenance = z.object({
  checkpointEveryMs: z.number().positive().optional(),
  vacuumEveryMs: z.number().positive().optional(),
});
const Event = z.object({ event: z.literal('store-maintenance'), sql: z.string(), ms: z.number() });

const { BENCH_MAINTENANCE = '{}', ...env } = process.env;
const given = Maintenance.parse(JSON.parse(BENCH_MAINTENANCE));
const config = readConfig(env, { cwd: process.cwd(), uiDir: 'extension-ui/dist' });
const log = createLog(config.logLevel);

// The log says it at the level "debug", at which it would also tell much that production does not.
const tellingLog: typeof log = Object.create(log, {
  debug: {
    value: (fields: unknown) => {
      const heard = Event.safeParse(fields);
      if (heard.success) process.send?.({ type: 'tidied', sql: heard.data.sql, ms: heard.data.ms });
    },
  },
});
const started = startWorker(config, tellingLog, {
  maintenance: {
    ...(given.checkpointEveryMs === undefined ? {} : { checkpointEveryMs: given.checkpointEveryMs }),
    ...(given.vacuumEveryMs === undefined ? {} : { vacuumEveryMs: given.vacuumEveryMs }),
  },
});
stopOnSignals(async () => (await started)(), log);
await started;
