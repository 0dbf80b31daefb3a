import { fileURLToPath } from 'node:url';
import { readConfig } from './config.ts';
import { ConfigError } from './config-faults.ts';
import { openEnvFile, withEnvFile } from './config-file.ts';
import { PortError } from './http/serve.ts';
import { createLog } from './log/create-log.ts';
import { startWorker } from './start-worker.ts';
import { stopOnSignals } from './stop-on-signals.ts';
import { StoreStartError, StoreUnavailableError } from './store/errors.ts';

const UI_DIR = fileURLToPath(new URL('../../extension-ui/dist', import.meta.url));

/** Faults that an admin can put right: told in their own words, without a stack. */
const isReadable = (error: unknown): error is Error =>
  error instanceof ConfigError ||
  error instanceof StoreStartError ||
  error instanceof StoreUnavailableError ||
  error instanceof PortError;

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

try {
  const cwd = process.cwd();
  const places = { cwd, uiDir: UI_DIR, openEnvFile: openEnvFile(cwd, process.env) };
  const config = readConfig(withEnvFile(cwd, process.env), places);
  const log = createLog(config.logLevel);
  const started = startWorker(config, log);
  // From the first moment on: a parent that dies while the store opens must not leave a worker behind.
  stopOnSignals(async () => (await started)(), log);
  await started;
} catch (error) {
  process.stderr.write(`${isReadable(error) ? error.message : stackOf(error)}\n`);
  process.exit(1);
}
