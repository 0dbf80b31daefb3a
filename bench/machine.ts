import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** Where and of what the figures are. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly commit: string;
  readonly date: string;
}

export const thisMachine = (now: Date): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  commit: commit(),
  date: now.toISOString(),
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
];
