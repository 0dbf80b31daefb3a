import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';

/**
 * Settings of the file that DIALER_ENV_FILE names (`.env`), seen from `folder`, together with those of the environment,
 * which win.
 */
export const withEnvFile = (
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> => {
  const path = pathOf(folder, env);
  const fromFile = existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};
  return { ...fromFile, ...env };
};

/** The path of that file when users of the machine other than its owner and group may read or change it; else null. */
export const openEnvFile = (
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): string | null => {
  const path = pathOf(folder, env);
  const file = statSync(path, { throwIfNoEntry: false });
  // Windows keeps such rights elsewhere, and tells every file as open.
  const isOpen =
    process.platform !== 'win32' && file?.isFile() === true && (file.mode & OTHERS_READ_OR_WRITE) !== 0;
  return isOpen ? path : null;
};

const OTHERS_READ_OR_WRITE = 0o006;
const pathOf = (folder: string, env: Readonly<Record<string, string | undefined>>): string =>
  resolve(folder, env.DIALER_ENV_FILE || '.env');
