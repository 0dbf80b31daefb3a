import type { Figure } from '../../scenario.ts';
import { median } from '../../statistics.ts';

/** Milliseconds of the first page, asked for one after the other. */
export interface Round {
  /** The document that the worker sends, sent to Twenty without it. */
  readonly bare: number;
  readonly few: number;
  readonly many: number;
}

/** The bars of history. The worker's share is what a page takes longer than Twenty's answer of the same round. */
export const historyFigures = (
  rounds: readonly Round[],
  { few, many }: { few: number; many: number },
): Figure[] => {
  const bareMs = median(rounds.map(({ bare }) => bare));
  const fewShareMs = median(rounds.map((round) => round.few - round.bare));
  const manyShareMs = median(rounds.map((round) => round.many - round.bare));
  const page = (calls: number, ms: number): Figure => ({
    name: `first page of history, ${calls} calls in the store`,
    value: ms,
    unit: 'ms',
    bar: { kind: 'at-most', value: 1.3 * bareMs + 20 },
    note: `the same document bare ${bareMs.toFixed(1)} ms, ${rounds.length} rounds`,
  });
  return [
    page(few, median(rounds.map((round) => round.few))),
    page(many, median(rounds.map((round) => round.many))),
    {
      name: `the worker’s share of it, ${many} calls in the store`,
      value: manyShareMs,
      unit: 'ms',
      bar: { kind: 'at-most', value: Math.max(1.2 * fewShareMs, fewShareMs + 3) },
      note: `with ${few} calls ${fewShareMs.toFixed(2)} ms`,
    },
  ];
};
