import { freePort } from '../../sync-worker/faults/free-port.ts';
import type { MaintenanceTimes } from '../../sync-worker/src/store/pglite/maintenance.ts';
import { startProduct } from '../../sync-worker/src/testing/product-process.ts';
import { signInAt } from '../../sync-worker/src/testing/sign-in.ts';
import type { Bench } from '../bench.ts';
import { keepTidied, type Tidied } from './tidied.ts';

/** Where a store is: an address with Postgres, else a folder. */
export interface StorePlace {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}

/** The real worker in a process of its own. */
export interface BenchWorker {
  readonly url: string;
  readonly pid: number;
  readonly place: StorePlace;
  /** What tidied up the embedded store so far. */
  readonly tidied: readonly Tidied[];
  /** A demo rep's session of the sandbox, as a `Cookie` header. */
  signIn(memberId: string): Promise<string>;
  stop(): Promise<unknown>;
}

export interface WorkerOptions {
  /** Settings by their names in docs/configuration.md; how to reach Twenty is the least. */
  readonly settings: Readonly<Record<string, string>>;
  /** Other times for tidying up the embedded store. */
  readonly maintenance?: Partial<MaintenanceTimes>;
  /** A store that is there already; else a new one. */
  readonly place?: StorePlace;
}

export const newPlace = async (bench: Bench): Promise<StorePlace> => ({
  databaseUrl: await bench.database(),
  dataDir: await bench.folder(),
});

export const startWorker = async (bench: Bench, options: WorkerOptions): Promise<BenchWorker> => {
  const place = options.place ?? (await newPlace(bench));
  const worker = await startProduct(
    'worker',
    {
      DIALER_PORT: String(await freePort()),
      DIALER_DATA_DIR: place.dataDir,
      ...(place.databaseUrl === null ? {} : { DATABASE_URL: place.databaseUrl }),
      // All of a bench's reports come from one address, as fast as they are taken.
      DIALER_REPORTS_PER_MINUTE: '99999999',
      ...options.settings,
      BENCH_MAINTENANCE: JSON.stringify(options.maintenance ?? {}),
    },
    { script: 'bench/support/worker-main.ts' },
  );
  bench.onEnd(() => worker.stop());
  return {
    url: worker.url,
    pid: worker.pid,
    place,
    tidied: keepTidied(worker.onMessage),
    signIn: (memberId) => signInAt(worker.url, memberId),
    stop: () => worker.stop(),
  };
};
