import type { WorkspaceId } from '@twenty-dialer/contract';
import type { Forgettable, Store, StoreTransaction } from '../store/port.ts';

/** Whose rows. */
export interface KeptPlace {
  readonly store: Store;
  readonly workspaceId: WorkspaceId;
}

/** One kind of thing that is removed after a time. */
export interface Kept {
  /** As the log names it. */
  readonly what: string;
  /** Removes what is older than its time, `limit` at most; answers how many. */
  forget(where: KeptPlace, limit: number): Promise<number>;
}

const DAY_MS = 86_400_000;
/** What was told to Twenty and to admins is there for a quarter of a year. */
const TOLD_DAYS = 90;

/** What is kept how long. Calls, their edits, the XP ledger and what Twenty does not have are kept for ever. */
export const kept = ({ attemptsDays }: { readonly attemptsDays: number }): readonly Kept[] => [
  inOne('attempts', (tx, limit) => tx.delivery.forgetAttempts(attemptsDays * DAY_MS, limit)),
  inOne('alerts', (tx, limit) => tx.alerts.forget(TOLD_DAYS * DAY_MS, limit)),
  stored('session', 0),
  stored('sign-in', 0),
  stored('dial-ticket', 0),
  // The longest window that is counted is five minutes.
  stored('request-count', 1 / 24),
  stored('log-line', TOLD_DAYS),
  stored('log-day', TOLD_DAYS),
  stored('log-entry', TOLD_DAYS),
];

const stored = (what: Forgettable, days: number): Kept =>
  inOne(what, (tx, limit) => tx.retention.forget(what, days * DAY_MS, limit));

const inOne = (what: string, forget: (tx: StoreTransaction, limit: number) => Promise<number>): Kept => ({
  what,
  forget: ({ store, workspaceId }, limit) => store.transaction(workspaceId, (tx) => forget(tx, limit)),
});
