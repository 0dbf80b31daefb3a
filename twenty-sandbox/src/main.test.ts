import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

const start = (env: NodeJS.ProcessEnv) =>
  spawn(process.execPath, ['--import', 'tsx', MAIN], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });

test('it says when it is ready, answers, and ends with the process that started it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const child = start({ SANDBOX_PORT: '0', SANDBOX_DATA_DIR: folder, SANDBOX_EMPTY: 'true' });
  const [message] = await once(child, 'message');
  expect(message).toMatchObject({ type: 'ready', url: expect.stringMatching(/^http:\/\/localhost:\d+$/) });
  expect((await fetch(`${message.url}/healthz`)).status).toBe(200);
  child.disconnect();
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  rmSync(folder, { recursive: true });
});

test('a malformed setting stops the start with words', async () => {
  const child = start({ SANDBOX_PORT: 'many' });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(errors).toContain('SANDBOX_PORT');
});
