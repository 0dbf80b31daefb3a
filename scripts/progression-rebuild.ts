// `npm run progression:rebuild`: recreates every rep's XP, calls and streak from the ledger.
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../sync-worker/src/config-faults.ts';
import { StoreStartError, StoreUnavailableError } from '../sync-worker/src/store/errors.ts';
import { rebuildCommand } from './progression-rebuild/command.ts';

const isReadable = (error: unknown): error is Error =>
  error instanceof ConfigError || error instanceof StoreStartError || error instanceof StoreUnavailableError;

try {
  const root = fileURLToPath(new URL('..', import.meta.url));
  await rebuildCommand({ root, env: process.env, say: (line) => process.stdout.write(`${line}\n`) });
} catch (error) {
  if (!isReadable(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
