import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { TYPESCRIPT_ARGUMENTS } from './store/pglite/run-typescript.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

test('a worker that cannot start says why in one message, and nothing else', async () => {
  const child = spawn(process.execPath, [...TYPESCRIPT_ARGUMENTS, MAIN], {
    // Not in the project's folder: a developer's own .env must not take part.
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, DIALER_PROT: '4400', TWENTY_API_URL: 'crm.example.com' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(output).toBe(`Twenty Dialer did not start: some settings are not right.
  - DIALER_PROT is not a setting. Did you mean DIALER_PORT?
  - TWENTY_API_URL is "crm.example.com". It should be an http or https address, for example https://crm.example.com.
Settings come from the environment and from the file .env. All of them are described in .env.example.
`);
});
