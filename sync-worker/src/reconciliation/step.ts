import type { StoreTransaction } from '../store/port.ts';
import type { HeldReconciliation, ReconciliationProgress } from '../store/reconciliation-port.ts';
import type { ReconciliationDeps } from './deps.ts';

/** What a step of one comparison works with. */
export interface StepContext extends Pick<ReconciliationDeps, 'twenty' | 'settings'> {
  readonly run: HeldReconciliation;
  /** One question to Twenty, for one token. @throws NoBudgetNow, TwentyError */
  ask<T>(question: () => Promise<T>): Promise<T>;
  read<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** Keeps results and progress together, so that a killed worker goes on exactly where it was. @throws ReconciliationHoldLost */
  keep(progress: ReconciliationProgress, work: (tx: StoreTransaction) => Promise<void>): Promise<void>;
}

export const chunksOf = <TItem>(items: readonly TItem[], size: number): TItem[][] => {
  const chunks: TItem[][] = [];
  for (let from = 0; from < items.length; from += size) chunks.push(items.slice(from, from + size));
  return chunks;
};
