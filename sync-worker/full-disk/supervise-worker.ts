import { setTimeout as pause } from 'node:timers/promises';
import { type ProductProcess, startProduct } from '../src/testing/product-process.ts';

const LOOK_EVERY_MS = 200;

/** A worker that is started again whenever it has ended, as a service manager does. On a full disk that may take several tries. */
export const superviseWorker = async (settings: Readonly<Record<string, string>>) => {
  let worker: ProductProcess | null = await startProduct('worker', settings);
  const { url } = worker;
  let restarts = 0;
  let isOver = false;

  const look = async () => {
    if (worker !== null && isAlive(worker.pid)) return;
    await worker?.stop('SIGKILL');
    worker = await startProduct('worker', settings).catch(() => null);
    if (worker !== null) restarts += 1;
  };
  const watching = (async () => {
    while (!isOver) {
      await look();
      await pause(LOOK_EVERY_MS);
    }
  })();
  return {
    url,
    restarts: () => restarts,
    stop: async () => {
      isOver = true;
      await watching;
      await worker?.stop();
    },
  };
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
