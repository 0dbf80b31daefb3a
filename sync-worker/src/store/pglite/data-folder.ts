import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreStartError } from '../errors.ts';
import { TYPESCRIPT_ARGUMENTS } from './run-typescript.ts';
import { syncTree } from './sync-tree.ts';

/** Names the PGlite that made a folder; inside the folder, beside Postgres' own files. */
export const FORMAT_FILE = 'PGLITE_VERSION';

/**
 * Makes sure that `dataDir` holds a database which this PGlite can open, and returns its folder.
 * Call it only while holding the lock of `dataDir`.
 * @throws StoreStartError when the folder was made by another PGlite.
 */
export const prepareDataFolder = async (dataDir: string): Promise<string> => {
  const folder = join(dataDir, 'pglite');
  if (existsSync(folder)) {
    refuseOtherFormat(folder);
    return folder;
  }
  // Made elsewhere and moved here when complete: a start that is killed half-way leaves no half database behind.
  const draft = join(dataDir, 'pglite.new');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  await initialise(draft);
  syncTree(draft);
  renameSync(draft, folder);
  syncTree(dataDir, { isRecursive: false });
  return folder;
};

/** Whether a database was ever made in `dataDir`. */
export const hasDatabase = (dataDir: string): boolean => existsSync(join(dataDir, 'pglite'));

/** Versions of PGlite that read each other's folders: the same minor before 1.0, the same major after it. */
export const formatOf = (version: string): string => {
  const [major = '0', minor = '0'] = version.split('.');
  return major === '0' ? `0.${minor}` : major;
};

export const installedVersion = (): string => {
  // PGlite does not export its package.json, so it is read beside the file that is run.
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const text = readFileSync(join(entry, '../../package.json'), 'utf8');
  return String(JSON.parse(text).version);
};

const refuseOtherFormat = (folder: string): void => {
  const file = join(folder, FORMAT_FILE);
  const made = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'unknown';
  const ours = installedVersion();
  if (formatOf(made) === formatOf(ours)) return;
  throw new StoreStartError(
    `The data folder ${folder} was made by version ${made} of the embedded database (PGlite), which version ${ours} ` +
      'cannot open. Start the release that made it until everything is delivered, and then begin anew: set ' +
      'DIALER_DATA_DIR to an empty folder. Calls that were delivered are in Twenty. (Or move all of it to Postgres with that ' +
      'release: npm run store:move.)',
  );
};

/** Making a database peaks near a gigabyte of memory that a process does not give back, so a short-lived child does it. */
const initialise = async (folder: string): Promise<void> => {
  const script = fileURLToPath(new URL('./initialise.ts', import.meta.url));
  const child = fork(script, [folder], {
    execArgv: TYPESCRIPT_ARGUMENTS,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-4_000);
  });
  const [code, signal] = await once(child, 'close');
  if (code === 0 && statSync(join(folder, FORMAT_FILE)).size > 0) return;
  throw new StoreStartError(
    `The embedded database could not be made in ${folder} (${signal ?? `exit code ${code}`}). ` +
      `Check the free space and the rights of the folder. ${complaint.trim()}`,
  );
};
