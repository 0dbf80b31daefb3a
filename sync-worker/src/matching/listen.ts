import type { PersonChange } from '../store/mirror-port.ts';
import type { StoreTransaction } from '../store/port.ts';

/** Notes numbers that lead to others than before, in the transaction of the mirror that brings them. */
export const noteNumbers = async (
  tx: Pick<StoreTransaction, 'matching'>,
  changes: readonly PersonChange[],
): Promise<void> => {
  // Also where somebody lost a number: of two who had it, one is left.
  const numbers = new Set(changes.flatMap(({ gained, lost }) => [...gained, ...lost]));
  await tx.matching.mark([...numbers]);
};
