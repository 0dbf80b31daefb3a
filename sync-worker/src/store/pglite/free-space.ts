import type { StatsFs } from 'node:fs';
import type { StorageRoom } from '@twenty-dialer/contract';
import type { StoreLog } from '../database.ts';

export interface FreeSpaceDeps {
  /** The folder of the embedded store: the disk that holds it is looked at. */
  readonly folder: string;
  /** Below that many megabytes no more calls are taken in; 0: the disk is never looked at. */
  readonly reserveMb: number;
  readonly statfs: (folder: string) => Promise<Pick<StatsFs, 'bavail' | 'bsize'>>;
  readonly nowMs: () => number;
  readonly log: StoreLog;
}

/** So long an answer is good: fifty calls a second write far less than a reserve in that time. */
const GOOD_FOR_MS = 2_000;
const MB = 1024 * 1024;

/**
 * Says how much room the disk of the embedded store has left, as cheaply as it may be asked for every report. The reserve is
 * what the database needs to go on with what it has: a write-ahead log that cannot grow stops it for everybody.
 */
export const createFreeSpace = (deps: FreeSpaceDeps): (() => Promise<StorageRoom>) => {
  let known: { room: StorageRoom; atMs: number } | null = null;
  let looking: Promise<StorageRoom> | null = null;

  const look = async (): Promise<StorageRoom> => {
    const room = await roomOf(deps, known?.room ?? 'enough');
    known = { room, atMs: deps.nowMs() };
    return room;
  };
  return async () => {
    if (deps.reserveMb === 0) return 'enough';
    // A clock that was put back says nothing about the age of what is known.
    const ageMs = known === null ? GOOD_FOR_MS : deps.nowMs() - known.atMs;
    if (known !== null && ageMs >= 0 && ageMs < GOOD_FOR_MS) return known.room;
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  };
};

const roomOf = async (deps: FreeSpaceDeps, before: StorageRoom): Promise<StorageRoom> => {
  const { folder, reserveMb, log } = deps;
  try {
    const { bavail, bsize } = await deps.statfs(folder);
    const freeMb = Math.floor((bavail * bsize) / MB);
    const room = freeMb < reserveMb ? 'none' : freeMb < 2 * reserveMb ? 'low' : 'enough';
    if (room !== before) tell(log, room, { event: 'free-space', room, freeMb, reserveMb, folder });
    return room;
  } catch (error) {
    // Not knowing is no reason to turn calls away: a disk that is really full says so when it is written to.
    log.warn({ err: error, folder }, 'the free space of the data folder cannot be told');
    return 'enough';
  }
};

const tell = (log: StoreLog, room: StorageRoom, line: object): void => {
  if (room === 'none')
    log.error(line, 'the disk is almost full: no more calls are taken in until there is room');
  else if (room === 'low') log.warn(line, 'the disk is getting full: soon no more calls are taken in');
  else log.info(line, 'the disk has room again');
};
