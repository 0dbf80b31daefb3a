import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MB = 1024 * 1024;

/** A disk of its own in memory, so that a test can fill it to the last byte. Needs Linux and the right to mount. */
export const openSmallDisk = (sizeMb: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'dialer-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tmpfs', folder]);
  const filler = join(folder, 'somebody-elses-file');
  const freeBytes = (): number => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    folder,
    /** Leaves so much room, and no more. */
    fill: (leaveBytes: number): void => {
      const file = openSync(filler, 'a');
      try {
        while (freeBytes() > leaveBytes)
          writeSync(file, Buffer.alloc(Math.min(MB, freeBytes() - leaveBytes)));
      } catch (error) {
        // That is what was wanted: somebody else took the last byte.
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        closeSync(file);
      }
    },
    makeRoom: (): void => rmSync(filler, { force: true }),
    close: (): void => {
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
