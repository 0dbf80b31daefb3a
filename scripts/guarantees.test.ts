import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

test('a guarantee whose test is gone is not promised any more', () => {
  const named = [...readFileSync(`${ROOT}/docs/guarantees.md`, 'utf8').matchAll(/`([^`]+)` \|$/gm)].map(
    ([, name]) => name ?? '',
  );
  const files = execFileSync(
    'git',
    [
      'ls-files',
      '*.test.ts',
      '*.test.tsx',
      '*.e2e.ts',
      '*.faults.ts',
      '*conformance*.ts',
      // A table whose rows are tests.
      'sync-worker/faults/scenarios.ts',
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const tests = files
    .trim()
    .split('\n')
    .map((file) => readFileSync(`${ROOT}/${file}`, 'utf8').replaceAll("\\'", "'").replaceAll('\\u2019', '’'))
    .join('\n');
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !tests.includes(name))).toEqual([]);
});
