import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StoreStartError } from '../errors.ts';
import { syncTree } from './sync-tree.ts';

const MovedMark = z.object({
  /** The same id is kept in the database: so it is known later whether the move arrived there. */
  moveId: z.uuid(),
  /** `committing`: the last step was begun, and only the database knows whether it was done. */
  state: z.enum(['committing', 'moved']),
  /** Where to, without user and password. */
  target: z.string(),
  at: z.string(),
});
/** Lies in a data folder whose content went to a Postgres server. */
export type MovedMark = z.infer<typeof MovedMark>;

/** The mark's file: whoever wants the folder back deletes it. */
export const movedMarkFile = (dataDir: string): string => join(dataDir, 'moved-to-postgres.json');

/** @throws StoreStartError when the mark is there and cannot be read. */
export const readMovedMark = (dataDir: string): MovedMark | null => {
  const file = movedMarkFile(dataDir);
  if (!existsSync(file)) return null;
  try {
    return MovedMark.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new StoreStartError(
      `The file ${file} cannot be read. It says where this data folder was moved to.`,
      {
        cause: error,
      },
    );
  }
};

/** On the disk when this returns: what follows relies on it. */
export const writeMovedMark = (dataDir: string, mark: MovedMark): void => {
  const file = movedMarkFile(dataDir);
  const draft = `${file}.new`;
  const opened = openSync(draft, 'w', 0o600);
  try {
    writeFileSync(opened, `${JSON.stringify(mark, null, 2)}\n`);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  renameSync(draft, file);
  syncTree(dataDir, { isRecursive: false });
};

/**
 * Keeps a worker off a folder that was moved: calls that it took in there would be missing in the database.
 * @throws StoreStartError that says where the data is, and the way back.
 */
export const refuseMoved = (dataDir: string): void => {
  const mark = readMovedMark(dataDir);
  if (mark === null) return;
  const file = movedMarkFile(dataDir);
  throw new StoreStartError(
    mark.state === 'moved'
      ? `The data folder ${dataDir} was moved to the database ${mark.target} on ${mark.at}. Set DATABASE_URL to that ` +
          'database. To go back to the folder as it was then, stop all workers on the database first, and delete the ' +
          `file ${file}: what was reported since the move is only in the database.`
      : `A move of the data folder ${dataDir} to the database ${mark.target} was broken off at its very end, so only ` +
          'that database knows whether it is there. Run "npm run store:move" again with the same DATABASE_URL: it finds ' +
          `out and finishes. To stay with the folder, delete the file ${file}, and do not use that database.`,
  );
};
