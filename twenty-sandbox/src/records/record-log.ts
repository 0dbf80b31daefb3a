import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './row.ts';

export type LogEntry =
  | { readonly op: 'put'; readonly object: string; readonly row: Row }
  | { readonly op: 'drop'; readonly object: string; readonly id: string };

/** Where records survive a restart. */
export interface RecordLog {
  /** Everything written so far, oldest first; call it once, at start. */
  load(): readonly LogEntry[];
  /** Replaces the file by the present state, so that it does not grow with every restart. */
  compact(entries: readonly LogEntry[]): void;
  append(entries: readonly LogEntry[]): void;
}

export const memoryLog = (): RecordLog => ({ load: () => [], compact: () => {}, append: () => {} });

/**
 * One file of JSON lines, written once per document and not forced to disk: a killed process loses nothing, a power
 * cut may lose the last moments. That is enough for a stand-in, and keeps 100,000 calls quick without a database.
 */
export const fileLog = (folder: string): RecordLog => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'records.ndjson');
  const text = (entries: readonly LogEntry[]) =>
    entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  return {
    load: () => (existsSync(file) ? readLines(readFileSync(file, 'utf8')) : []),
    compact: (entries) => {
      writeFileSync(`${file}.new`, text(entries));
      renameSync(`${file}.new`, file);
    },
    append: (entries) => {
      if (entries.length > 0) appendFileSync(file, text(entries));
    },
  };
};

/** The last line may be cut short by a kill: it was never answered, so it is left out. */
const readLines = (text: string): LogEntry[] => {
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line): LogEntry => JSON.parse(line));
};
