import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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
  await writeOnce(path, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
  const key = Buffer.from(await readFile(path, 'utf8'), 'base64');
  if (key.length !== KEY_BYTES) {
    throw new Error(
      `The file ${path} does not hold a key of ${KEY_BYTES} bytes. Delete it: a new one is made, and people sign in again.`,
    );
  }
  return key;
};

/** Two workers that start together end up with one whole key: a link is made at once or not at all. */
const writeOnce = async (path: string, text: string): Promise<void> => {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if (!isExisting(error)) throw error;
  } finally {
    await rm(draft);
  }
};

const isExisting = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';
