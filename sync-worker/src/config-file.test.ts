import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEnvFile, withEnvFile } from './config-file.ts';

test('the file .env is read where there is one, and the environment wins', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dialer-env-'));
  expect(withEnvFile(folder, { DIALER_PORT: '1' })).toEqual({ DIALER_PORT: '1' });
  await writeFile(
    join(folder, '.env'),
    '# a remark\nDIALER_PORT=2\nTWENTY_API_URL="https://crm.example.com"\n',
  );
  expect(withEnvFile(folder, { DIALER_PORT: '1' })).toEqual({
    DIALER_PORT: '1',
    TWENTY_API_URL: 'https://crm.example.com',
  });
  await rm(folder, { recursive: true });
});

test('tests that name another file never reach the Twenty and the database of whoever runs them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dialer-env-'));
  await writeFile(join(folder, '.env'), 'DATABASE_URL=postgres://live.example/dialer\n');
  expect(withEnvFile(folder, { DIALER_ENV_FILE: devNull })).toEqual({ DIALER_ENV_FILE: devNull });
  await rm(folder, { recursive: true });
});

test.skipIf(process.platform === 'win32')(
  'a file of keys that everybody may read or change is told by its path',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dialer-env-'));
    const path = join(folder, '.env');
    expect(openEnvFile(folder, {})).toBeNull();
    await writeFile(path, '');
    for (const [mode, isOpen] of [
      [0o600, false],
      [0o640, false],
      [0o644, true],
      [0o602, true],
    ] as const) {
      await chmod(path, mode);
      expect(openEnvFile(folder, {}), mode.toString(8)).toBe(isOpen ? path : null);
    }
    expect(openEnvFile(folder, { DIALER_ENV_FILE: devNull })).toBeNull();
    await rm(folder, { recursive: true });
  },
);
