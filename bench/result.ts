import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from './machine.ts';
import type { Bar, Figure, StoreKind } from './scenario.ts';
import { verdictOf } from './verdict.ts';

/** What became of one scenario on one store. */
export interface Result {
  readonly scenario: string;
  readonly store: StoreKind | null;
  readonly figures: readonly Figure[];
  /** Why there is nothing to judge: it could not run here. */
  readonly skipped: string | null;
  /** What went wrong on the way. A scenario that failed has missed all its bars. */
  readonly failure: string | null;
}

export const isMissed = ({ figures, failure }: Result): boolean =>
  failure !== null || figures.some((figure) => verdictOf(figure) === 'MISSED');

/** One line for each figure: what, how much, beside which bar, and whether it holds. */
export const resultLines = ({ scenario, store, figures, skipped, failure }: Result): string[] => {
  const where = store ?? 'no store';
  return [
    ...figures.map((figure) => figureLine(figure, where)),
    ...(skipped === null ? [] : [`  skipped  ${scenario}: ${skipped}`]),
    ...(failure === null ? [] : [`  FAILED   ${scenario} (${where}): ${failure}`]),
  ];
};

const figureLine = (figure: Figure, where: string): string => {
  const value = `${readable(figure.value)} ${figure.unit}`.trim();
  const bar = figure.bar === null ? '' : barOf(figure.bar, figure.unit);
  const note = figure.note === undefined ? '' : `  (${figure.note})`;
  return `  ${verdictOf(figure).padEnd(7)}${figure.name.padEnd(58)} ${value.padStart(16)}  ${bar.padEnd(20)} ${where}${note}`;
};

const barOf = ({ kind, value }: Bar, unit: string): string =>
  `${kind.replace('-', ' ')} ${readable(value)} ${unit}`.trim();

const readable = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(value >= 1000 ? 6 : 3))) : 'nothing measured';

/** Keeps the run for later comparison. @returns the file */
export const keepResults = (
  folder: string,
  run: { machine: Machine; quick: boolean; results: readonly Result[] },
): string => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${run.machine.date.replaceAll(':', '-')}${run.quick ? '-quick' : ''}.json`);
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
  return file;
};
