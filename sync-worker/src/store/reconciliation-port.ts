import type {
  CallId,
  DifferenceCause,
  DifferenceState,
  Instant,
  MemberId,
  ReconciledDay,
  ReconciledTotals,
  Remedy,
} from '@twenty-dialer/contract';
import type { LedgerTotals } from '../outbox/compare-figures.ts';
import type { Slot } from '../outbox/entry.ts';
import type { Compared, HeldCall, HeldRecord, KnownBefore } from '../outbox/reconciled.ts';

/** How far a comparison has come. */
export interface ReconciliationProgress {
  readonly phase: 'here' | 'there' | 'figures' | 'totals' | 'done';
  /** Calls here that were compared. */
  readonly done: number;
  readonly total: number;
  readonly madeByHand: number;
  /** The last call here that was compared. */
  readonly place: CallPlace | null;
  /** The last record, day or member of the phase under way. */
  readonly through: string | null;
}

/** A place among calls: member by member, each one's newest first. */
export interface CallPlace {
  readonly memberId: MemberId;
  readonly startedAt: Instant;
  readonly callId: CallId;
}

export interface Window {
  readonly from: Instant;
  readonly to: Instant;
}

/** A comparison in the hands of one worker. */
export interface HeldReconciliation extends Window {
  readonly id: string;
  readonly state: 'running' | 'repairing';
  readonly progress: ReconciliationProgress;
}

/** A comparison as it is kept. */
export interface ReconciliationRow extends Window {
  readonly id: string;
  readonly state: 'running' | 'repairing' | 'done' | 'cancelled';
  readonly by: string | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly progress: ReconciliationProgress;
  readonly fault: string | null;
  readonly open: readonly { readonly cause: DifferenceCause; readonly count: number }[];
}

/** A difference as it is kept. */
export interface DifferenceRow {
  readonly id: string;
  readonly subject: string;
  readonly key: string;
  readonly cause: DifferenceCause;
  readonly state: DifferenceState;
  readonly slot: Slot | null;
  readonly objectName: string;
  readonly callId: CallId | null;
  readonly member: { readonly id: MemberId; readonly name: string } | null;
  readonly day: string | null;
  readonly title: string;
  readonly message: string;
  readonly fields: readonly { readonly name: string; readonly here: unknown; readonly inTwenty: unknown }[];
  readonly twentyRecordId: string | null;
  readonly fingerprint: string;
  readonly remedy: Remedy | null;
  readonly settledBy: string | null;
  readonly settledAt: Instant | null;
}

export interface DifferenceFilter {
  readonly causes: readonly DifferenceCause[] | null;
  readonly memberIds: readonly MemberId[] | null;
  readonly day: string | null;
}

/** How an entry goes into the outbox once more. */
export type WriteAgain =
  /** As if Twenty had never had it; it is looked for first, so that what lies in the trash stays there. */
  | { readonly slot: Slot; readonly how: 'anew' }
  /** Whoever decided has seen these values in Twenty: they give way, and no others. */
  | { readonly slot: Slot; readonly how: 'seen'; readonly seen: Readonly<Record<string, unknown>> }
  /** The same content once more. */
  | { readonly slot: Slot; readonly how: 'same' };

export interface DayToCompare {
  readonly memberId: MemberId;
  readonly day: string;
  readonly record: HeldRecord;
}

export interface TotalsToCompare {
  readonly member: { readonly id: MemberId; readonly name: string };
  readonly here: LedgerTotals;
  /** Null: nothing of it is written to Twenty yet. */
  readonly record: HeldRecord | null;
}

/** Comparisons of what is held here with what Twenty holds, and their repairs. */
export interface ReconciliationStore {
  /** Begins one over calls of the last days; while one is under way it is answered. Forgets all but the newest ones. */
  begin(run: { by: string | null; days: number }): Promise<{ readonly id: string; readonly isNew: boolean }>;
  /** When the last one began by itself, or else when the workspace became known; and the store's time. */
  lastDaily(): Promise<{ readonly at: Instant; readonly nowMs: number }>;
  /** Takes or prolongs the hold on one that has something left to do; null: none, or another worker has it. */
  hold(holder: string, forMs: number): Promise<HeldReconciliation | null>;
  /** Keeps the progress, with the results of the same transaction. @throws ReconciliationHoldLost also when it was cancelled. */
  save(id: string, kept: { holder: string; forMs: number; progress: ReconciliationProgress }): Promise<void>;
  /** What stands in the way; null: nothing. */
  setFault(id: string, fault: string | null): Promise<void>;
  /** It is over, unless something is still being repaired. */
  finish(id: string, holder: string): Promise<void>;
  release(holder: string): Promise<void>;
  /** False: it was over, or is not there. What was found so far stays. */
  cancel(id: string): Promise<boolean>;

  /** The next calls that are meant for Twenty, member by member; empty: there are no more. */
  calls(query: Window & { after: CallPlace | null; limit: number }): Promise<readonly HeldCall[]>;
  callsById(ids: readonly CallId[]): Promise<readonly HeldCall[]>;
  /** Which of these calls are known here, whether they are meant for Twenty or not. */
  knownCalls(ids: readonly CallId[]): Promise<ReadonlySet<string>>;
  /** Where the member's clock was when they last called. */
  timeZones(memberIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Reps' days, by member and day; `after` is a place among them. Those whose figures were never worked out are left out. */
  days(
    query: Window & { after: string | null; limit: number },
  ): Promise<{ readonly days: readonly DayToCompare[]; readonly through: string | null }>;
  daysBySlot(slots: readonly Slot[]): Promise<readonly DayToCompare[]>;
  /** By member id, with what the ledger itself adds up to. */
  totals(
    query: { after: string | null; limit: number } | { memberIds: readonly string[] },
  ): Promise<readonly TotalsToCompare[]>;
  known(keys: readonly string[]): Promise<KnownBefore>;
  /** Which of these records have changed since they were read. */
  changedSince(
    records: readonly { readonly slot: Slot; readonly changedAt: string }[],
  ): Promise<ReadonlySet<Slot>>;

  /** Keeps what comparing came to, in the place of what was kept of the same subjects. */
  keep(id: string, compared: readonly Compared[]): Promise<void>;
  keepTotals(
    id: string,
    totals: readonly { memberId: MemberId; here: LedgerTotals; twenty: LedgerTotals | null }[],
  ): Promise<void>;

  /** Marks differences for a remedy, with all of the same subject and cause; answers how many. */
  repair(
    id: string,
    repair: {
      remedy: Remedy;
      by: string;
      which: { ids: readonly string[] } | { causes: readonly DifferenceCause[] };
      /** Causes that allow the remedy. */
      allowed: readonly DifferenceCause[];
    },
  ): Promise<number>;
  /** Differences that were marked and about which nothing has been done. */
  toApply(id: string, limit: number): Promise<readonly DifferenceRow[]>;
  markApplied(differenceIds: readonly string[]): Promise<void>;
  /** Subjects with a difference that was done something about and that has come to rest; and those that still changed. */
  toCompare(id: string, limit: number): Promise<readonly string[]>;
  /** Subjects that were on their way when they were compared. */
  waitingSubjects(id: string, after: string | null, limit: number): Promise<readonly string[]>;
  /** Puts entries into the outbox once more; those that are on their way already are left alone. */
  writeAgain(entries: readonly WriteAgain[]): Promise<void>;
  /** Which of these are not on their way: nothing newer than what was compared waits in them. They are locked. */
  atRest(slots: readonly Slot[]): Promise<readonly Slot[]>;
  /** What Twenty has is accepted, as long as it looks the same. */
  accept(rows: readonly { key: string; fingerprint: string; by: string | null }[]): Promise<void>;

  list(limit: number): Promise<readonly ReconciliationRow[]>;
  get(id: string): Promise<ReconciliationRow | null>;
  sides(
    id: string,
  ): Promise<{ readonly days: readonly ReconciledDay[]; readonly totals: readonly ReconciledTotals[] }>;
  /** Open ones first; `after` is a place that an earlier answer gave. */
  differences(
    id: string,
    query: DifferenceFilter & { after: string | null; limit: number },
  ): Promise<{ readonly differences: readonly DifferenceRow[]; readonly through: string | null }>;
}
