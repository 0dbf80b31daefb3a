import type { BackoffSettings } from '../outbox/backoff.ts';
import { API_KEY_BUDGET, APP_TOKEN_BUDGET, type BudgetSettings } from '../outbox/budget.ts';

export interface DeliverySettings {
  readonly budget: BudgetSettings;
  readonly backoff: BackoffSettings;
  /** How long an entry is ours; renewed while we work on it. Longer than any one request to Twenty takes. */
  readonly leaseMs: number;
  /** Entries per object in one document. Twenty takes at most 200. */
  readonly perObject: number;
  /** The most that the rows of one document take, in bytes. Proxies refuse more than a megabyte by default (nginx). */
  readonly documentBytes: number;
  /** How often a paused workspace is looked at again. */
  readonly probeMs: number;
  /** The longest sleep when nothing is due, should a wake-up ever be missed. */
  readonly idleCapMs: number;
  /** How long a graceful stop waits for the document in flight. */
  readonly stopMs: number;
  /** After so many attempts, what Twenty calls a passing fault is taken for a refusal of the row. */
  readonly attemptsBeforeRefusal: number;
}

/** The settings that fit the worker's credentials: an app has a budget of its own, a key shares one. */
export const deliverySettings = (credentials: 'app' | 'api-key'): DeliverySettings => ({
  budget: credentials === 'app' ? APP_TOKEN_BUDGET : API_KEY_BUDGET,
  backoff: { baseMs: 1_000, capMs: 30_000 },
  leaseMs: 60_000,
  perObject: 200,
  documentBytes: 700_000,
  probeMs: 30_000,
  idleCapMs: 30_000,
  stopMs: 10_000,
  attemptsBeforeRefusal: 6,
});
