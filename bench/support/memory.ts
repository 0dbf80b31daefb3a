import { execFileSync } from 'node:child_process';

/** Resident memory of a process, all its threads and its embedded store included, in MB of a million bytes. */
export const residentMb = (pid: number): number => {
  const kib = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  return (kib * 1024) / 1_000_000;
};
