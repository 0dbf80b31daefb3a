import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnvFile, updateEnvFile, withSettings } from './env-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'env-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("an administrator's other settings, comments and order stay as they are", () => {
  const before = '# mine\nFOO=1 # why\n\nTWENTY_APP_CLIENT_ID=\nBAR="two words"\n';
  expect(
    withSettings(before, { TWENTY_APP_CLIENT_ID: 'abc', TWENTY_API_URL: 'https://crm.example.com' }),
  ).toBe(
    '# mine\nFOO=1 # why\n\nTWENTY_APP_CLIENT_ID=abc\nBAR="two words"\nTWENTY_API_URL=https://crm.example.com\n',
  );
});

test('a commented-out setting is not taken for the setting', () => {
  expect(withSettings('# A=old\n', { A: 'new' })).toBe('# A=old\nA=new\n');
});

test('of a setting that is given twice the one that counts is replaced', () => {
  const text = withSettings('A=1\nA=2\n', { A: '3' });
  expect(text).toBe('A=1\nA=3\n');
  expect(parseEnv(text).A).toBe('3');
});

test('a value that is there already is left as it is written, quotes and comment included', () => {
  expect(withSettings('export A="x" # note\n', { A: 'x' })).toBe('export A="x" # note\n');
});

test('line ends of a file from Windows stay', () => {
  expect(withSettings('A=1\r\nB=2\r\n', { B: '3' })).toBe('A=1\r\nB=3\r\n');
});

test('a file without a line end at its end loses nothing', () => {
  expect(withSettings('A=1', { B: '2' })).toBe('A=1\nB=2\n');
});

test('a value with spaces or signs is read back as it was written', () => {
  const value = 'p#ss "w" $x `y`';
  expect(parseEnv(withSettings('', { A: value })).A).toBe(value);
});

test('a value that would break out of its line is refused', () => {
  expect(() => withSettings('', { A: 'x\nB=1' })).toThrow('cannot be written');
});

test('the secret can be read by its owner only, also when the file was open to others before', () => {
  const file = join(folder, '.env');
  writeFileSync(file, 'A=1\n');
  chmodSync(file, 0o644);
  expect(updateEnvFile(file, { SECRET: 's' })).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readEnvFile(file)).toEqual({ A: '1', SECRET: 's' });
});

test('a second run leaves the file alone, and no draft behind', () => {
  const file = join(folder, '.env');
  expect(updateEnvFile(file, { A: '1' })).toBe(true);
  expect(updateEnvFile(file, { A: '1' })).toBe(false);
  expect(readdirSync(folder)).toEqual(['.env']);
  expect(readFileSync(file, 'utf8')).toBe('A=1\n');
});

test('an empty value counts as not set, and a missing file as empty', () => {
  const file = join(folder, '.env');
  expect(readEnvFile(file)).toEqual({});
  writeFileSync(file, 'A=\nB=2\n');
  expect(readEnvFile(file)).toEqual({ B: '2' });
});
