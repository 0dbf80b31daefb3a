import type { Attention, Instant, SyncState } from '@twenty-dialer/contract';
import type { EntrySummary } from './entry.ts';

export interface CallSync {
  readonly state: SyncState;
  /** When Twenty first confirmed the call's own record. */
  readonly deliveredAt: Instant | null;
  readonly attention: Attention[];
  /** The id of the call's record in Twenty, once it is there. */
  readonly twentyRecordId: string | null;
}

/** How far a call has come, from its outbox entries. A call without entries (a practice call kept here) is saved. */
export const syncStateOf = (entries: readonly EntrySummary[]): CallSync => {
  const call = entries.find((entry) => entry.objectName === 'phoneCall');
  return {
    state: stateOf(entries),
    deliveredAt: call?.firstDeliveredAt?.toISOString() ?? null,
    attention: entries.flatMap((entry) => (entry.attention === null ? [] : [entry.attention])),
    twentyRecordId: call?.twentyRecordId ?? null,
  };
};

const stateOf = (entries: readonly EntrySummary[]): SyncState => {
  if (entries.some((entry) => entry.state === 'dead' || entry.attention !== null)) return 'needs-attention';
  const open = entries.filter((entry) => entry.state === 'pending' || entry.state === 'leased');
  if (open.length === 0) return entries.some(isDelivered) ? 'in-twenty' : 'saved';
  return open.some((entry) => entry.isDue) ? 'on-its-way' : 'saved';
};

const isDelivered = (entry: EntrySummary): boolean => entry.state === 'delivered';
