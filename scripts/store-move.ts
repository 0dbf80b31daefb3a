// `npm run store:move`: moves everything from the embedded store to the Postgres database of DATABASE_URL.
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../sync-worker/src/config-faults.ts';
import { StoreMoveError, StoreStartError, StoreUnavailableError } from '../sync-worker/src/store/errors.ts';
import { moveCommand } from './store-move/command.ts';

const isReadable = (error: unknown): error is Error =>
  [ConfigError, StoreMoveError, StoreStartError, StoreUnavailableError].some((kind) => error instanceof kind);

try {
  const root = fileURLToPath(new URL('..', import.meta.url));
  await moveCommand({
    root,
    env: process.env,
    now: () => new Date(),
    say: (line) => process.stdout.write(`${line}\n`),
  });
} catch (error) {
  if (!isReadable(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
