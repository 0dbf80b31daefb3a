import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutSettings } from '../../scripts/lib/processes.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const START_TIMEOUT_MS = 120_000;

/** The product as `npm start` runs it, in folders of its own. */
export interface RunningProduct {
  readonly dialerUrl: string;
  readonly twentyUrl: string;
  /** The supervisor's process id. */
  readonly pid: number;
  printed(): string;
  /** Ctrl+C, and waits until everything is gone. */
  stop(): Promise<void>;
  /** kill -9 of the supervisor alone: what it started has to go by itself. */
  kill(): Promise<void>;
}

/** @throws Error with what it printed, when it ends or says nothing for two minutes. */
export const startProduct = async ({
  folder,
  ports,
  env = {},
}: {
  folder: string;
  ports: { dialer: number; sandbox: number };
  env?: Record<string, string>;
}): Promise<RunningProduct> => {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: {
      ...withoutSettings(process.env),
      NODE_OPTIONS: '',
      // A developer's own .env leads to their own Twenty and database.
      DIALER_ENV_FILE: devNull,
      DIALER_PORT: String(ports.dialer),
      SANDBOX_PORT: String(ports.sandbox),
      DIALER_DATA_DIR: join(folder, 'worker'),
      SANDBOX_DATA_DIR: join(folder, 'sandbox'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const closed = once(child, 'close');
  const ready = new Promise<void>((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error(`Not ready in time:\n${printed}`)), START_TIMEOUT_MS);
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      if (!printed.includes('Ctrl+C stops everything')) return;
      clearTimeout(giveUp);
      resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', (code) => reject(new Error(`npm start ended with ${code}:\n${printed}`)));
  });
  await ready;
  const end = (signal: NodeJS.Signals) => async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await closed;
  };
  return {
    dialerUrl: address(printed, 'Twenty Dialer'),
    twentyUrl: address(printed, 'Twenty  '),
    pid: child.pid ?? 0,
    printed: () => printed,
    stop: end('SIGINT'),
    kill: end('SIGKILL'),
  };
};

/** A folder that is gone after the tests. */
export const temporaryFolder = async (): Promise<{ path: string; remove(): Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'twenty-dialer-e2e-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
};

const address = (printed: string, label: string): string => {
  const line = printed
    .split('\n')
    .find(
      (text) => text.trim().startsWith(label.trim()) && text.includes(`${label}`) && text.includes('http'),
    );
  const url = line?.match(/https?:\/\/\S+/)?.[0];
  if (url === undefined) throw new Error(`No address of ${label.trim()} in:\n${printed}`);
  return url;
};
