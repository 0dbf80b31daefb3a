import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { parseEnv } from 'node:util';
import { ConnectError } from './connect-error.ts';

/** The settings in a `.env` file; none when there is no such file. Empty values count as not set. */
export const readEnvFile = (file: string): Record<string, string> => {
  if (!existsSync(file)) return {};
  return Object.fromEntries(
    Object.entries(parseEnv(readFileSync(file, 'utf8'))).flatMap(([name, value]) =>
      value?.trim() ? [[name, value]] : [],
    ),
  );
};

/**
 * Sets some names in a `.env` file and keeps every other line, comments included. The file is readable by its owner
 * only, and is replaced in one step: a crash leaves the old one or the new one.
 * @returns whether the file had to be changed
 */
export const updateEnvFile = (path: string, settings: Readonly<Record<string, string>>): boolean =>
  rewrite(path, (text) => withSettings(text, settings));

/** Takes some names out of a `.env` file and keeps every other line. @returns whether the file had to be changed */
export const removeFromEnvFile = (path: string, names: readonly string[]): boolean => {
  const isOther = (line: string) =>
    !names.some((name) => new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`).test(line));
  return existsSync(path) && rewrite(path, (text) => text.split('\n').filter(isOther).join('\n'));
};

const rewrite = (path: string, change: (text: string) => string): boolean => {
  const file = existsSync(path) ? realpathSync(path) : path;
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const after = change(before);
  if (after === before) return closeToOthers(file);
  const draft = `${file}.${process.pid}.tmp`;
  rmSync(draft, { force: true });
  try {
    writeFileSync(draft, after, { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return true;
};

/** A secret that cannot be kept must not be made. @throws ConnectError */
export const assertCanWrite = (file: string): void => {
  try {
    accessSync(dirname(existsSync(file) ? realpathSync(file) : file), constants.W_OK);
  } catch (cause) {
    throw new ConnectError(
      `${file} cannot be written.`,
      'Make its folder and let this user write to it, or name another file with --write-to.',
      { cause },
    );
  }
};

const closeToOthers = (file: string): boolean => {
  if (process.platform === 'win32' || (statSync(file).mode & 0o077) === 0) return false;
  chmodSync(file, 0o600);
  return true;
};

/** The text of a `.env` file with these settings: in their old place, else at the end. */
export const withSettings = (text: string, settings: Readonly<Record<string, string>>): string => {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
  const missing = new Map(Object.entries(settings));
  // Of a name that is given twice the last one counts, so it is the last one that is replaced.
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const name = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=/.exec(lines[index] ?? '')?.[1];
    const value = name === undefined ? undefined : missing.get(name);
    if (name === undefined || value === undefined) continue;
    missing.delete(name);
    if (parseEnv(lines[index] ?? '')[name] !== value) lines[index] = setting(name, value);
  }
  for (const [name, value] of missing) lines.push(setting(name, value));
  return lines.length === 0 ? '' : lines.join(lineEnd) + lineEnd;
};

const setting = (name: string, value: string): string => {
  if (/[\r\n']/.test(value)) throw new Error(`The value of ${name} cannot be written to an env file.`);
  return /^[\w.:/@%+=~,-]*$/.test(value) ? `${name}=${value}` : `${name}='${value}'`;
};
