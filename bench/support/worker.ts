import { freePort } from '../../sync-worker/faults/free-port.ts';
import type { MaintenanceTimes } from '../../sync-worker/src/store/pglite/maintenance.ts';
import { startProduct } from '../../sync-worker/src/testing/product-process.ts';
import { signInAt } from '../../sync-worker/src/testing/sign-in.ts';
import type { Bench } from '../bench.ts';

/** The real worker in a process of its own, on an empty store of the kind that is looked at. */
export interface BenchWorker {
  readonly url: string;
  readonly pid: number;
  /** Null with PGlite. */
  readonly databaseUrl: string | null;
  /** How often the store was tidied up so far (PGlite), and how long everybody waited for it. */
  readonly tidied: readonly Tidied[];
  /** A demo rep's session of the sandbox, as a `Cookie` header. */
  signIn(memberId: string): Promise<string>;
  stop(): Promise<unknown>;
}

export interface Tidied {
  readonly sql: string;
  readonly ms: number;
}

export interface WorkerOptions {
  /** Settings by their names in docs/configuration.md; how to reach Twenty is the least. */
  readonly settings: Readonly<Record<string, string>>;
  /** Other times for tidying up the embedded store. */
  readonly maintenance?: Partial<MaintenanceTimes>;
}

export const startWorker = async (
  bench: Bench,
  { settings, maintenance = {} }: WorkerOptions,
): Promise<BenchWorker> => {
  const databaseUrl = await bench.database();
  const tidied: Tidied[] = [];
  const worker = await startProduct(
    'worker',
    {
      DIALER_PORT: String(await freePort()),
      DIALER_DATA_DIR: await bench.folder(),
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
      ...settings,
      BENCH_MAINTENANCE: JSON.stringify(maintenance),
    },
    { script: 'bench/support/worker-main.ts' },
  );
  bench.onEnd(() => worker.stop());
  worker.onMessage((message) => {
    if (isTidied(message)) tidied.push({ sql: message.sql, ms: message.ms });
  });
  return {
    url: worker.url,
    pid: worker.pid,
    databaseUrl,
    tidied,
    signIn: (memberId) => signInAt(worker.url, memberId),
    stop: () => worker.stop(),
  };
};

const isTidied = (message: unknown): message is Tidied =>
  typeof message === 'object' &&
  message !== null &&
  'type' in message &&
  message.type === 'tidied' &&
  'sql' in message &&
  'ms' in message;
