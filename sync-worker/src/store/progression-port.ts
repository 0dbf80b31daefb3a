import type { CallId, Instant, MemberId } from '@twenty-dialer/contract';
import type { DeliveryState } from '../outbox/entry.ts';
import type { LedgerEntry } from '../outbox/progression-entries.ts';
import type { ProgressionTotals } from '../outbox/progression-record.ts';

export interface MemberTotals extends ProgressionTotals {
  readonly member: { readonly id: MemberId; readonly name: string };
  /** What Twenty had before is counted. Until then nothing of it may be written there. */
  readonly isOpened: boolean;
}

/** A member's totals, and how far they have come on their way to Twenty; `entry` is null while they are not written. */
export interface MemberProgression extends MemberTotals {
  readonly entry: {
    readonly state: DeliveryState;
    readonly isDue: boolean;
    readonly deliveredAt: Instant | null;
    /** The XP that Twenty was last given. */
    readonly deliveredXp: number | null;
  } | null;
}

/** The XP ledger, to which is only ever appended, and the totals that are kept up with it. */
export interface ProgressionStore {
  /**
   * Reads what the ledger holds about a call, appends what `missing` (pure) says that it lacks, and answers the totals
   * that come of it; null: it lacks nothing. Entries count once per call, revision and rule. Call it in the transaction
   * that accepts the report: the member's lock is held there.
   */
  append(
    call: {
      readonly callId: CallId;
      readonly revision: number;
      readonly member: { readonly id: MemberId; readonly name: string };
      /** Nothing was known of the call before, so the ledger holds nothing of it either. */
      readonly isFirst?: boolean;
    },
    missing: (held: readonly LedgerEntry[]) => readonly LedgerEntry[],
  ): Promise<MemberTotals | null>;
  /** Counts what Twenty had when we first met the member, once. Null: that was done before, and nothing changed. */
  open(
    member: { readonly id: MemberId; readonly name: string },
    found: ProgressionTotals | null,
  ): Promise<MemberTotals | null>;
  /** Null: the ledger knows nothing of the member. */
  get(memberId: MemberId): Promise<MemberProgression | null>;
  /** Everybody who has totals, or should have. */
  members(): Promise<readonly MemberId[]>;
  /** Works a member's totals and days out anew, from the ledger alone. */
  rebuild(
    memberId: MemberId,
  ): Promise<{ readonly before: MemberTotals | null; readonly after: MemberTotals }>;
}
