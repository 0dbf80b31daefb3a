import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

test('every setting of .env.example is explained, and every one that is explained is there', () => {
  const example = [...read('../.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
  const explained = [
    ...read('../docs/configuration.md').matchAll(/`((?:DIALER|TWENTY|TWILIO)_[A-Z_]+|DATABASE_URL)`/g),
  ].map(([, name]) => name ?? '');
  // It names the file itself, so it cannot stand in it.
  const inFile = explained.filter((name) => name !== 'DIALER_ENV_FILE');
  expect([...new Set(inFile)].sort()).toEqual([...new Set(example)].sort());
});
