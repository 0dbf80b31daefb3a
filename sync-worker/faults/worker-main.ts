// The worker as src/main.ts starts it, except that a test of faults may lift its budget, shorten its patience with Twenty,
// and let its own clock run faster. None of these is a setting of the product.
import { readConfig } from '../src/config.ts';
import { systemClock } from '../src/delivery/deps.ts';
import { createLog } from '../src/log/create-log.ts';
import { startWorker } from '../src/start-worker.ts';
import { stopOnSignals } from '../src/stop-on-signals.ts';
import { WorkerTweaks } from './worker-tweaks.ts';

const { FAULT_WORKER = '{}', DIALER_ENV_FILE: _none, ...env } = process.env;
const { clockSpeed, twentyTimeoutMs, ...delivery } = WorkerTweaks.parse(JSON.parse(FAULT_WORKER));
const config = readConfig(env, { cwd: process.cwd(), uiDir: 'extension-ui/dist' });
const log = createLog(config.logLevel);
const started = startWorker(config, log, {
  clock: {
    nowMs: () => systemClock.nowMs() * clockSpeed,
    wait: (ms, signal) => systemClock.wait(ms / clockSpeed, signal),
  },
  delivery,
  ...(twentyTimeoutMs === undefined ? {} : { twentyTimeoutMs }),
});
stopOnSignals(async () => (await started)(), log);
await started;
