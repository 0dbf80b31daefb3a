import { type Instant, type MemberId, rankOf, type SyncState, toTwentySelect } from '@twenty-dialer/contract';
import type { DeliveryState, RecordToDeliver } from './entry.ts';
import { recordIdOf, repProgressionSlot } from './slot.ts';

/** What a member has come to, as the ledger adds up. */
export interface ProgressionTotals {
  readonly totalXp: number;
  readonly totalCalls: number;
  readonly totalTalkSeconds: number;
  readonly lastCallAt: Instant | null;
  readonly streakDays: number;
  readonly streakThrough: string | null;
}

/** A busy rep's totals change with every call; so often at most are they written. */
const PROGRESSION_INTERVAL_MS = 60_000;

/** A member's row of progression in Twenty. Nobody else writes it, so it is overwritten as a whole. */
export const progressionRecord = (
  member: { readonly id: MemberId; readonly name: string },
  totals: ProgressionTotals,
): RecordToDeliver => {
  const slot = repProgressionSlot(member.id);
  return {
    slot,
    objectName: 'repProgression',
    recordId: recordIdOf(slot),
    callId: null,
    memberId: member.id,
    payload: {
      name: member.name,
      workspaceMemberId: member.id,
      memberId: member.id,
      totalXp: totals.totalXp,
      rank: toTwentySelect(rankOf(totals.totalXp)),
      totalCalls: totals.totalCalls,
      totalTalkSeconds: totals.totalTalkSeconds,
      lastCallAt: totals.lastCallAt,
      streakDays: totals.streakDays,
      streakThrough: totals.streakThrough,
    },
    links: {},
    dueInMs: 0,
    minIntervalMs: PROGRESSION_INTERVAL_MS,
  };
};

/** How far the totals have come. Null: they are not written yet, because nobody knows what Twenty has. */
export const progressionSyncState = (entry: { state: DeliveryState; isDue: boolean } | null): SyncState => {
  switch (entry?.state) {
    case undefined:
    case 'dismissed':
      return 'saved';
    case 'delivered':
      return 'in-twenty';
    case 'dead':
      return 'needs-attention';
    case 'leased':
      return 'on-its-way';
    case 'pending':
      return entry?.isDue ? 'on-its-way' : 'saved';
  }
};
