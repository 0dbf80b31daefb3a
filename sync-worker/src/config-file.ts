import { existsSync, readFileSync } from 'node:fs';
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
  const path = resolve(folder, env.DIALER_ENV_FILE || '.env');
  const fromFile = existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};
  return { ...fromFile, ...env };
};
