import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** Settings of the file `.env` in `folder` together with those of the environment, which win. */
export const withEnvFile = (
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> => {
  const path = join(folder, '.env');
  const fromFile = existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};
  return { ...fromFile, ...env };
};
