import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** Where and of what the figures are. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly commit: string;
  readonly date: string;
  /** How many processes wanted a core in the minute before: what others do is measured, too. */
  readonly load: number;
}

export const thisMachine = (now: Date): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  commit: commit(),
  date: now.toISOString(),
  load: loadavg()[0] ?? 0,
});

/** Figures of a tree that nobody else has say so. */
const commit = (): string => {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ' with changes');
  } catch {
    return 'unknown';
  }
};

export const machineLines = (machine: Machine): string[] => [
  `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}`,
  `commit ${machine.commit}, ${machine.date}`,
  ...(machine.load > BUSY * machine.cores
    ? [`Others use this machine (load ${machine.load.toFixed(1)}): times and rates are theirs, too.`]
    : []),
];

/** Of every core, before anything of ours has begun. */
const BUSY = 0.5;
