import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What stands in the last column of the tables: several names, with commas between them. */
const namedIn = (document: string): string[] =>
  [...readFileSync(`${ROOT}/docs/${document}`, 'utf8').matchAll(/\|([^|]*)\|$/gm)].flatMap(([, cell]) =>
    [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''),
  );

test.each(['guarantees.md', 'security.md'])(
  'a guarantee whose test is gone is not promised any more: %s',
  (document) => {
    const named = namedIn(document);
    const files = execFileSync(
      'git',
      [
        'ls-files',
        '*.test.ts',
        '*.test.mjs',
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
      .map((file) =>
        readFileSync(`${ROOT}/${file}`, 'utf8').replaceAll("\\'", "'").replaceAll('\\u2019', '’'),
      )
      .join('\n');
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !tests.includes(name))).toEqual([]);
  },
);
