import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Megabytes that a process has in memory. */
export const memoryOf = async (pid: number): Promise<number> => {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / 1024;
};

/** Looks twice a second. @returns how to stop, which answers the most that was seen */
export const watchMemory = (pid: number): { stop: () => Promise<number> } => {
  let peak = 0;
  let looking: Promise<void> = Promise.resolve();
  const look = async () => {
    const megabytes = await memoryOf(pid);
    peak = Math.max(peak, megabytes);
  };
  const timer = setInterval(() => {
    looking = look();
  }, 500);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
      return peak;
    },
  };
};
