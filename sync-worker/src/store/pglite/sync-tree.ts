import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Puts all files of a folder, and the folder itself, on disk: what was only copied would be lost in a power cut. */
export const syncTree = (folder: string, { isRecursive = true } = {}): void => {
  if (isRecursive) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) syncTree(path);
      else sync(path, 'r+');
    }
  }
  // Windows cannot sync a folder, and need not.
  if (process.platform !== 'win32') sync(folder, 'r');
};

const sync = (path: string, flags: 'r' | 'r+'): void => {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};
