import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const KEY_BYTES = 32;

/**
 * The key that encrypts people's tokens: the configured one, else one that is made once and kept in the data folder,
 * readable by the worker's user only. Losing it costs every rep one sign-in and nothing else.
 */
export const loadSecretKey = async (configured: Buffer | null, dataDir: string): Promise<Buffer> => {
  if (configured) return configured;
  const path = join(dataDir, 'secret.key');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  try {
    // `wx` refuses an existing file, so two workers that start together end up with one key.
    await writeFile(path, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!isExisting(error)) throw error;
  }
  const key = Buffer.from(await readFile(path, 'utf8'), 'base64');
  if (key.length !== KEY_BYTES) {
    throw new Error(
      `The file ${path} does not hold a key of ${KEY_BYTES} bytes. Delete it: a new one is made, and people sign in again.`,
    );
  }
  return key;
};

const isExisting = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';
