import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSecretKey } from './secret-key.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dialer-key-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

test('sessions outlive a restart: the key is made once', async () => {
  const first = await loadSecretKey(null, dataDir);
  expect(first).toHaveLength(32);
  expect(await loadSecretKey(null, dataDir)).toEqual(first);
});

test('nobody else on the machine can read the key', async () => {
  await loadSecretKey(null, join(dataDir, 'made/on/demand'));
  const { mode } = await stat(join(dataDir, 'made/on/demand/secret.key'));
  expect(mode & 0o777).toBe(0o600);
});

test('two workers that start together end up with one key', async () => {
  const [one, other] = await Promise.all([loadSecretKey(null, dataDir), loadSecretKey(null, dataDir)]);
  expect(one).toEqual(other);
});

test('a configured key is used and not written down', async () => {
  const key = Buffer.alloc(32, 1);
  expect(await loadSecretKey(key, dataDir)).toBe(key);
  await expect(readFile(join(dataDir, 'secret.key'))).rejects.toThrow('ENOENT');
});

test('a broken key file is told, not replaced behind one’s back', async () => {
  await writeFile(join(dataDir, 'secret.key'), 'oops');
  await expect(loadSecretKey(null, dataDir)).rejects.toThrow(/does not hold a key/);
});
