import {
  type BigIntStats,
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StoreStartError } from '../errors.ts';

/**
 * Marks the folder of a database as open, and returns how to take the mark away when it was closed in good order. The mark
 * holds its own inode, which no copy of it has: so a copy that was made meanwhile, in which files of different moments lie
 * side by side, is told from a folder whose worker was killed. The database itself could not tell, and would open both.
 * @throws StoreStartError when the folder is such a copy.
 */
export const markOpened = (folder: string): (() => void) => {
  const path = join(folder, 'OPENED');
  const written = existsSync(path) ? readFileSync(path, 'utf8') : '';
  // Empty: its worker was killed before it had written.
  if (written === '') write(path);
  else if (written !== inodeOf(statSync(path, { bigint: true }))) throw isCopy(folder, path);
  return () => rmSync(path, { force: true });
};

const inodeOf = ({ ino }: BigIntStats): string => String(ino);

const write = (path: string): void => {
  try {
    const file = openSync(path, 'w', 0o600);
    try {
      writeFileSync(file, inodeOf(fstatSync(file, { bigint: true })));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new StoreStartError(
      `The file ${path} cannot be written: ${error instanceof Error ? error.message : String(error)}. Check the rights ` +
        'and the free space of the folder.',
      { cause: error },
    );
  }
};

const isCopy = (folder: string, path: string): StoreStartError =>
  new StoreStartError(
    `The data folder ${folder} is a copy that was made while a worker had it open (or after one was killed), so its files ` +
      'may be of different moments, and calls may be missing without a word. Use a copy of the folder of a stopped worker. ' +
      `If there is none, delete the file ${path} and start again: then what can be read is there.`,
  );
