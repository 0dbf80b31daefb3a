import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'dialer-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
/** The way of macOS works here as well; that of Windows cannot be tried. */
const PLATFORMS = ['linux', 'darwin'] as const;

test.each(PLATFORMS)('one folder, one holder, also by another path (%s)', async (platform) => {
  const folder = newFolder();
  const alias = join(newFolder(), 'alias');
  symlinkSync(folder, alias);
  const lock = await lockFolder(folder, platform);
  await expect(lockFolder(alias, platform)).rejects.toThrow(
    new RegExp(`Another worker \\(process ${process.pid}\\)`),
  );
  await lock.release();
  await (await lockFolder(alias, platform)).release();
});

test.each(PLATFORMS)('different folders do not disturb each other (%s)', async (platform) => {
  const locks = [await lockFolder(newFolder(), platform), await lockFolder(newFolder(), platform)];
  for (const lock of locks) await lock.release();
});

test('what a killed process left behind on macOS is taken over, by one only', async () => {
  const folder = newFolder();
  const { dev, ino } = statSync(folder, { bigint: true });
  const socket = `/tmp/twenty-dialer-${dev}-${ino}.sock`;
  const script = `require('net').createServer().listen(${JSON.stringify(socket)}, () => process.kill(process.pid, 'SIGKILL'))`;
  spawnSync(process.execPath, ['-e', script]);
  expect(existsSync(socket)).toBe(true);
  const tries = await Promise.allSettled([lockFolder(folder, 'darwin'), lockFolder(folder, 'darwin')]);
  const taken = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(taken).toHaveLength(1);
  await taken[0]?.release();
});

test('the folder is made when it is not there', async () => {
  const folder = join(newFolder(), 'a', 'b');
  await (await lockFolder(folder)).release();
  expect(existsSync(folder)).toBe(true);
});
