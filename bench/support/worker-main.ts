// The worker as sync-worker/src/main.ts starts it, except that it may tidy up its store at other times and tells of it.
import { readConfig } from '../../sync-worker/src/config.ts';
import { createLog } from '../../sync-worker/src/log/create-log.ts';
import { startWorker } from '../../sync-worker/src/start-worker.ts';
import { stopOnSignals } from '../../sync-worker/src/stop-on-signals.ts';
import { readMaintenance, tellTidied } from './tidied.ts';

const { BENCH_MAINTENANCE = '{}', DIALER_ENV_FILE: _none, ...env } = process.env;
const config = readConfig(env, { cwd: process.cwd(), uiDir: 'extension-ui/dist' });
const log = createLog(config.logLevel);
const maintenance = readMaintenance(JSON.parse(BENCH_MAINTENANCE));
const started = startWorker(config, tellTidied(log), { maintenance });
stopOnSignals(async () => (await started)(), log);
await started;
