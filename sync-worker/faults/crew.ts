import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ProductProcess, startProduct } from '../src/testing/product-process.ts';
import type { StorePlace } from './faulty-twenty.ts';
import { freePort } from './free-port.ts';
import type { WorkerTweaks } from './worker-tweaks.ts';

export const METRICS_TOKEN = 'metrics-of-the-fault-tests';
const SHIFTED_DATE = new URL('./shifted-date.mjs', import.meta.url).href;
const SCRIPT = 'sync-worker/faults/worker-main.ts';
/** Every thread has looked at the file by then. */
const SHIFT_IS_SEEN_MS = 500;

export interface CrewOptions {
  readonly size: number;
  readonly place: StorePlace;
  /** Where Twenty is, and the worker's credentials there. */
  readonly twenty: Readonly<Record<string, string>>;
  readonly tweaks: WorkerTweaks;
  readonly secretKey: Buffer;
}

/** Workers on one store, each with a port of its own that it keeps over restarts. */
export const startCrew = async (options: CrewOptions) => {
  const { size, place } = options;
  const clockFile = join(place.dataDir, 'clock');
  const ports = await Promise.all(Array.from({ length: size }, () => freePort()));
  const origin = `http://localhost:${ports[0]}`;
  const common = {
    DIALER_PUBLIC_URL: origin,
    DIALER_DATA_DIR: place.dataDir,
    DIALER_SECRET_KEY: options.secretKey.toString('hex'),
    DIALER_METRICS_TOKEN: METRICS_TOKEN,
    DIALER_FREE_SPACE_MB: '0',
    DIALER_REPORTS_PER_MINUTE: '99999999',
    DIALER_LOG_LEVEL: process.env.FAULT_LOG ?? 'fatal',
    ...(place.databaseUrl === null ? {} : { DATABASE_URL: place.databaseUrl }),
    ...options.twenty,
    NODE_OPTIONS: `--import ${SHIFTED_DATE}`,
    FAULT_CLOCK_FILE: clockFile,
    FAULT_WORKER: JSON.stringify(options.tweaks),
  };
  const start = (index: number) =>
    startProduct('worker', { ...common, DIALER_PORT: String(ports[index]) }, { script: SCRIPT });
  const workers: ProductProcess[] = [];
  for (let index = 0; index < size; index += 1) workers.push(await start(index));
  let restarts = 0;
  let shiftMs = 0;

  return {
    origin,
    urls: ports.map((port) => `http://localhost:${port}`),
    restarts: () => restarts,
    /** SIGKILL is a crash, SIGTERM what an upgrade sends. */
    restart: async (index: number, signal: NodeJS.Signals): Promise<void> => {
      const code = await workers[index]?.stop(signal);
      if (code !== (signal === 'SIGKILL' ? null : 0)) throw new Error(`Worker ${index} ended with ${code}.`);
      workers[index] = await start(index);
      restarts += 1;
    },
    /** Moves the clock of every worker; the embedded store has the same, a server its own. */
    shiftClock: async (ms: number): Promise<void> => {
      shiftMs += ms;
      await writeFile(`${clockFile}.new`, String(shiftMs));
      await rename(`${clockFile}.new`, clockFile);
      await pause(SHIFT_IS_SEEN_MS);
    },
    /** Resolves to their exit codes. */
    stop: () => Promise.all(workers.map((worker) => worker.stop())),
  };
};
export type Crew = Awaited<ReturnType<typeof startCrew>>;
