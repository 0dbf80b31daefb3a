import type { BackoffSettings } from '../outbox/backoff.ts';
import type { BudgetSettings } from '../outbox/budget.ts';

export interface MirrorSettings {
  readonly budget: BudgetSettings;
  readonly backoff: BackoffSettings;
  /** Rows of one page, with their content. */
  readonly pageRows: number;
  /** Rows of one page of the sweep, without content. */
  readonly sweepRows: number;
  /** Rows asked for by id at once. */
  readonly rowsById: number;
  /** How often changes are asked for, should a webhook have been lost. Each time costs one token per object. */
  readonly pollMs: number;
  /** A change may become visible so long after the time that it bears: so far back every poll looks. */
  readonly overlapMs: number;
  /** How often all ids are compared, for rows that were destroyed, or slipped through everything else. */
  readonly sweepMs: number;
  /** How long an object is ours; prolonged with each step. Longer than any one step takes. */
  readonly holdMs: number;
  /** How often a worker looks whether an object is free that another one keeps up. */
  readonly lookMs: number;
  /** How often it is tried again when Twenty does not allow it. */
  readonly probeMs: number;
  /** How long a graceful stop waits for the step in hand. */
  readonly stopMs: number;
}

export const mirrorSettings = (budget: BudgetSettings): MirrorSettings => ({
  budget,
  backoff: { baseMs: 1_000, capMs: 60_000 },
  // What Twenty answers by default; the store takes it in without keeping a call waiting.
  pageRows: 200,
  sweepRows: 1_000,
  rowsById: 200,
  pollMs: 60_000,
  overlapMs: 120_000,
  sweepMs: 6 * 3_600_000,
  holdMs: 60_000,
  lookMs: 20_000,
  probeMs: 60_000,
  stopMs: 10_000,
});
