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
  if (entries.some(asksForSomebody)) return 'needs-attention';
  const open = entries.filter((entry) => entry.state === 'pending' || entry.state === 'leased');
  if (open.length === 0) return entries.some(isDelivered) && !isGivenUp(entries) ? 'in-twenty' : 'saved';
  return open.some((entry) => entry.isDue) ? 'on-its-way' : 'saved';
};

/** Whom an admin gave up asks nobody any more; its mark says so where the call is looked at. */
const asksForSomebody = ({ state, attention }: EntrySummary): boolean =>
  state === 'dead' || (attention !== null && state !== 'dismissed');

/** The call's own record never was in Twenty, and nobody tries: it is saved here, and nothing more is said. */
const isGivenUp = (entries: readonly EntrySummary[]): boolean =>
  entries.some(
    ({ objectName, state, firstDeliveredAt }) =>
      objectName === 'phoneCall' && state === 'dismissed' && firstDeliveredAt === null,
  );

const isDelivered = (entry: EntrySummary): boolean => entry.state === 'delivered';
