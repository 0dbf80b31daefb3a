import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import type { MaintenanceTimes } from '../../sync-worker/src/store/pglite/maintenance.ts';
import type { Bench } from '../bench.ts';
import type { Cast } from './calls.ts';
import { keepTidied, type Tidied } from './tidied.ts';
import { newPlace, type StorePlace } from './worker.ts';

/** The store alone, in a process of its own: the same rows, without HTTP, sessions and delivery. */
export interface BareStore {
  readonly place: StorePlace;
  readonly tidied: readonly Tidied[];
  /** Calls per second of so many callers. */
  callersInARow(load: { callers: number; forMs: number }): Promise<number>;
  /** Milliseconds that each call took, from the moment it was due. */
  callsOnSchedule(load: { perSecond: number; forMs: number }): Promise<readonly number[]>;
}

/** What the process is told at its start. */
export interface BareStoreOptions {
  readonly place: StorePlace;
  readonly cast: Cast;
  readonly maintenance: Partial<MaintenanceTimes>;
}

export const startBareStore = async (
  bench: Bench,
  { cast, maintenance = {} }: { cast: Cast; maintenance?: Partial<MaintenanceTimes> },
): Promise<BareStore> => {
  const place = await newPlace(bench);
  const given: BareStoreOptions = { place, cast, maintenance };
  const child = fork('bench/support/bare-store-main.ts', [JSON.stringify(given)], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const closed = once(child, 'close');
  bench.onEnd(async () => {
    child.kill();
    await closed;
  });
  const tidied = keepTidied((listener) => void child.on('message', listener));
  const answer = async (): Promise<unknown> => {
    const told = new Promise<unknown>((resolve) => {
      const hear = (message: unknown) => {
        const heard = Answer.safeParse(message);
        if (!heard.success) return;
        child.off('message', hear);
        resolve(heard.data.answer);
      };
      child.on('message', hear);
    });
    const ended = closed.then(() => {
      throw new Error('The process of the bare store has ended.');
    });
    return Promise.race([told, ended]);
  };
  await answer();
  return {
    place,
    tidied,
    callersInARow: async (load) => {
      child.send({ callersInARow: load });
      return z.number().parse(await answer());
    },
    callsOnSchedule: async (load) => {
      child.send({ callsOnSchedule: load });
      return z.array(z.number()).parse(await answer());
    },
  };
};

const Answer = z.object({ type: z.literal('answer'), answer: z.unknown() });
