import { type Classified, classify } from '../twenty/failures.ts';
import type { TwentyRefusal } from '../twenty/port.ts';

export interface WeighedRefusal {
  readonly refusal: TwentyRefusal;
  readonly classified: Classified;
}

/**
 * The refusal that decides what is done: what concerns everybody (a spent budget, then rights) before what concerns a row.
 * Null: nothing was refused.
 */
export const weightiest = (refusals: readonly TwentyRefusal[]): WeighedRefusal | null => {
  const weighed = refusals.map((refusal) => ({ refusal, classified: classify(refusal) }));
  return (
    weighed.find(({ classified }) => classified.isThrottled) ??
    weighed.find(({ classified }) => classified.failure === 'not-allowed') ??
    weighed[0] ??
    null
  );
};
