import type { Attention, CallId, DifferenceCause, Instant, MemberId } from '@twenty-dialer/contract';
import type { DeliveryState, JsonObject, ObjectName, Slot } from './entry.ts';

/** A record of ours, as far as it can be compared with what Twenty has. */
export interface HeldRecord {
  readonly slot: Slot;
  readonly objectName: ObjectName;
  /** Its id in Twenty. */
  readonly recordId: string;
  readonly state: DeliveryState;
  /** It points at a record that is not in Twenty. */
  readonly isHeldBack: boolean;
  /** Twenty has had it. */
  readonly wasDelivered: boolean;
  readonly deliveredAt: Instant | null;
  readonly reason: string | null;
  readonly attention: Attention | null;
  readonly payload: JsonObject;
  readonly lastDelivered: JsonObject | null;
  /** Goes up with every change of it, whatever changed. */
  readonly changedAt: Instant;
}

/** A call that is meant for Twenty, with its records. */
export interface HeldCall {
  readonly callId: CallId;
  readonly member: { readonly id: MemberId; readonly name: string };
  readonly title: string;
  readonly startedAt: Instant;
  /** In the rep's own time zone. */
  readonly day: string;
  readonly timeZone: string | null;
  readonly talkSeconds: number;
  /** The call's own record, its notes and their links. */
  readonly records: readonly HeldRecord[];
}

/** A row of Twenty's, as it is there now. */
export interface FoundRow {
  readonly id: string;
  readonly fields: JsonObject;
  readonly isDeleted: boolean;
  readonly updatedAt: Instant;
}

/** What is known of Twenty from before: the key is that of the record. */
export interface KnownBefore {
  isAccepted(key: string, fingerprint: string): boolean;
  wasInTrash(key: string): boolean;
}

/** One thing that differs. */
export interface FoundDifference {
  /** What is compared again after a repair: `call:…`, `day:…`, `totals:…`, `record:…`. */
  readonly subject: string;
  /** The slot here, or `phoneCall@<id>` where only Twenty has it. */
  readonly key: string;
  readonly cause: DifferenceCause;
  readonly slot: Slot | null;
  readonly objectName: ObjectName;
  readonly callId: CallId | null;
  readonly memberId: MemberId | null;
  readonly day: string | null;
  readonly title: string;
  readonly message: string;
  readonly fields: readonly { readonly name: string; readonly here: unknown; readonly inTwenty: unknown }[];
  readonly twentyRecordId: string | null;
  /** What Twenty has, in short: accepted is what looks the same. */
  readonly fingerprint: string;
}

/** What one call adds to a rep's day on one side. */
export interface CountOfCall {
  readonly day: string;
  /** Empty where Twenty names nobody. */
  readonly member: string;
  readonly calls: number;
  readonly talkSeconds: number;
}

/** What comparing one subject came to. */
export interface Compared {
  readonly subject: string;
  readonly differences: readonly FoundDifference[];
  /** Records that lie in Twenty's trash, so that they are known should they be gone for good one day. */
  readonly inTrash: readonly string[];
  readonly here: readonly CountOfCall[];
  readonly twenty: readonly CountOfCall[];
}

export const callSubject = (callId: CallId): string => `call:${callId}`;
export const recordSubject = (recordId: string): string => `record:${recordId}`;
export const daySubject = (slot: Slot): string => `day:${slot}`;
export const totalsSubject = (memberId: MemberId): string => `totals:${memberId}`;
export const foreignKey = (recordId: string): string => `phoneCall@${recordId}`;
