import type { Bar, Figure } from './scenario.ts';

export type Verdict = 'ok' | 'MISSED' | '';

/** Beside its bar. What is no number has missed it: nothing was measured. */
export const verdictOf = ({ value, bar }: Pick<Figure, 'value' | 'bar'>): Verdict => {
  if (bar === null) return '';
  return HOLDS[bar.kind](value, bar.value) ? 'ok' : 'MISSED';
};

const HOLDS: Record<Bar['kind'], (value: number, bar: number) => boolean> = {
  'at-most': (value, bar) => value <= bar,
  'at-least': (value, bar) => value >= bar,
  below: (value, bar) => value < bar,
};
