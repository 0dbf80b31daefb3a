import type { WorkspaceId } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import type { BackoffSettings } from '../outbox/backoff.ts';
import type { BudgetSettings } from '../outbox/budget.ts';
import type { Store } from '../store/port.ts';
import type { TwentyReconciliation } from '../twenty/port.ts';

/** What reconciliation uses. `start-worker.ts` hands in the real things, tests theirs. */
export interface ReconciliationDeps {
  readonly store: Store;
  readonly workspaceId: WorkspaceId;
  readonly twenty: TwentyReconciliation;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly clock: ReconciliationClock;
  /** Gives a number in [0, 1). */
  readonly random: () => number;
  /** The name under which a comparison is held: one per process, never the same again after a restart. */
  readonly holder: string;
  readonly settings: ReconciliationSettings;
}

export interface ReconciliationClock {
  /** Wall-clock milliseconds. */
  nowMs(): number;
  /** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export interface ReconciliationSettings {
  readonly budget: BudgetSettings;
  readonly backoff: BackoffSettings;
  /** Calls of one page: each is asked for by its id and by its call id, and Twenty takes 200 ids. */
  readonly pageCalls: number;
  /** Rows of one page of Twenty's, and ids of one question. */
  readonly pageRows: number;
  /** Reps whose ledger is added up at once. */
  readonly pageMembers: number;
  /** How long a comparison is ours; prolonged with each step. Longer than any one step takes. */
  readonly holdMs: number;
  /** How often a worker looks whether there is something to do, should it not have heard. */
  readonly lookMs: number;
  /** How often it is looked whether what was repaired has arrived. */
  readonly recheckMs: number;
  /** How long a question waits for the budget before the page is begun anew. */
  readonly patienceMs: number;
  /** Minutes after midnight, by UTC; null: never by itself. */
  readonly dailyAt: number | null;
  /** Days that the daily one looks back. */
  readonly dailyDays: number;
}

export const reconciliationSettings = (
  budget: BudgetSettings,
  dailyAt: number | null,
): ReconciliationSettings => ({
  budget,
  backoff: { baseMs: 2_000, capMs: 60_000 },
  pageCalls: 100,
  pageRows: 200,
  pageMembers: 20,
  holdMs: 120_000,
  lookMs: 15_000,
  recheckMs: 2_000,
  patienceMs: 10_000,
  dailyAt,
  dailyDays: 30,
});
