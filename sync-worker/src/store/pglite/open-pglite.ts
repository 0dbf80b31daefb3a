import { statfsSync } from 'node:fs';
import type { Database, Listener, StoreLog } from '../database.ts';
import { runTransaction } from '../run-transaction.ts';
import { prepareDataFolder } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { type MaintenanceTimes, startMaintenance } from './maintenance.ts';
import { refuseMoved } from './moved-mark.ts';
import { markOpened } from './opened-mark.ts';
import { createSerial } from './serial.ts';
import { type PgliteThread, startThread } from './thread-client.ts';

export interface PgliteOptions {
  readonly dataDir: string;
  readonly log: StoreLog;
  readonly listener: Listener;
  /** Hears that the database has ended by itself: only a new process brings it back. */
  readonly onLost?: ((error: Error) => void) | undefined;
  readonly maintenance?: Partial<MaintenanceTimes> | undefined;
  /** Also a folder whose content went to a Postgres server: only a move looks at it again. */
  readonly opensMoved?: boolean;
}

/**
 * The embedded database in `dataDir`. One connection serves everybody, so transactions run one after the other.
 * @throws StoreStartError
 */
export const openPglite = async (options: PgliteOptions): Promise<Database> => {
  const lock = await lockFolder(options.dataDir);
  try {
    if (!options.opensMoved) refuseMoved(options.dataDir);
    const folder = await prepareDataFolder(options.dataDir);
    const unmark = markOpened(folder);
    const thread = await startThread(folder, {
      onNotification: options.listener.onNotification,
      onLost: options.onLost ?? (() => undefined),
      hasRoom: () => hasRoomFor(LOG_BYTES, options.dataDir),
    });
    const closing = { ...thread, close: () => thread.close().then(unmark) };
    return createDatabase(closing, lock.release, options);
  } catch (error) {
    await lock.release();
    throw error;
  }
};

/** A store unused for that long is idle enough for a vacuum. */
const IDLE_MS = 2_000;

const CHECKPOINT_BYTES = 2 * 1024 * 1024;
/** Two of the files of 16 MB that the write-ahead log grows by. */
const LOG_BYTES = 32 * 1024 * 1024;
const hasRoomFor = (bytes: number, dataDir: string): boolean => {
  const { bavail, bsize } = statfsSync(dataDir);
  return bavail * bsize > bytes;
};

const createDatabase = (
  thread: PgliteThread,
  release: () => Promise<void>,
  { log, maintenance, dataDir }: PgliteOptions,
): Database => {
  // PGlite has one connection. Without this queue a request's statements would land inside another one's transaction.
  const serial = createSerial();
  let commits = 0;
  let usedAtMs = Date.now();

  const stopMaintenance = startMaintenance(
    {
      run: (sql) => serial.run(() => thread.query(sql, []), { isBackground: true }),
      isIdle: () => serial.length === 0 && Date.now() - usedAtMs > IDLE_MS,
      hasRoom: () => hasRoomFor(CHECKPOINT_BYTES, dataDir),
      commits: () => commits,
      log,
    },
    maintenance,
  );

  const transaction: Database['transaction'] = (settings, work, urgency = 'waited-for') =>
    serial.run(
      async () => {
        try {
          const result = await runTransaction(thread, settings, work);
          commits += 1;
          return result;
        } finally {
          usedAtMs = Date.now();
        }
      },
      { isBackground: urgency === 'background' },
    );

  return {
    kind: 'pglite',
    transaction,
    ping: () => serial.run(() => thread.script('select 1')),
    close: () =>
      serial.run(async () => {
        stopMaintenance();
        await thread.close().finally(release);
      }),
  };
};
