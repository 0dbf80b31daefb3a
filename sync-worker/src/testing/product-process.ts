import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { devNull } from 'node:os';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { withoutSettings } from '../../../scripts/lib/processes.mjs';
import { WORKER_ARGUMENTS } from '../../../scripts/lib/worker-arguments.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const Ready = z.object({ type: z.literal('ready'), url: z.url() });

/** A process of the product's, started as `npm start` starts it. */
export interface ProductProcess {
  readonly url: string;
  /** The process id. */
  readonly pid: number;
  /** Hears whatever else the process tells its parent. */
  onMessage(listener: (message: unknown) => void): void;
  /** Ends it and waits until it is gone. `SIGKILL` is the power of a crash, `SIGTERM` asks. Resolves to the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

interface ProductOptions {
  /** Another script in place of the product's own, from the project's folder: it too says when it is ready. */
  readonly script?: string;
}

const SCRIPTS = {
  worker: 'sync-worker/src/main.ts',
  sandbox: 'twenty-sandbox/src/main.ts',
} as const;
const ARGUMENTS = { worker: WORKER_ARGUMENTS, sandbox: ['--import', 'tsx'] };

/**
 * Starts the real worker or the sandbox and resolves when it says that it is ready.
 * @throws Error with what it printed, when it ends before that.
 */
export const startProduct = async (
  what: keyof typeof SCRIPTS,
  env: Readonly<Record<string, string>>,
  { script = SCRIPTS[what] }: ProductOptions = {},
): Promise<ProductProcess> => {
  const child = spawn(process.execPath, [...ARGUMENTS[what], script], {
    cwd: ROOT,
    env: {
      ...withoutSettings(process.env),
      NODE_OPTIONS: '',
      NODE_ENV: 'production',
      // A developer's own .env leads to their own Twenty and database.
      DIALER_ENV_FILE: devNull,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  const keep = (chunk: Buffer) => {
    printed = (printed + chunk.toString()).slice(-20_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const url = await readyUrl(child, () => printed);
  return {
    url,
    pid: child.pid ?? 0,
    onMessage: (listener) => void child.on('message', listener),
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const closed = once(child, 'close');
      child.kill(signal);
      await closed;
      return child.exitCode;
    },
  };
};

const readyUrl = (child: ChildProcess, printed: () => string): Promise<string> =>
  new Promise((resolve, reject) => {
    child.on('message', (message) => {
      const ready = Ready.safeParse(message);
      if (ready.success) resolve(ready.data.url);
    });
    child.once('error', reject);
    child.once('close', (code, signal) => reject(new Error(`It ended (${signal ?? code}):\n${printed()}`)));
  });
