import type { Attention, CallId, MemberId } from '@twenty-dialer/contract';

/** The objects of Twenty that the worker writes, by their singular name. */
export const OBJECT_NAMES = [
  'phoneCall',
  'note',
  'noteTarget',
  'repProgression',
  'callSession',
  'dailyCallStats',
  'person',
  'syncLogEntry',
  'doNotCallEntry',
] as const;
export type ObjectName = (typeof OBJECT_NAMES)[number];

/**
 * Objects whose rows are written as a whole, and never read: figures and the log belong to the worker alone, and of a
 * number on the do-not-call list the newest word of a rep counts, even where somebody had taken it off before.
 */
export type WholeName =
  | 'repProgression'
  | 'callSession'
  | 'dailyCallStats'
  | 'syncLogEntry'
  | 'doNotCallEntry';
/** Objects in whose rows people have a say: they are read before they are changed. */
export const READ_NAMES = ['phoneCall', 'note', 'noteTarget', 'person'] as const satisfies readonly Exclude<
  ObjectName,
  WholeName
>[];
export type ReadName = (typeof READ_NAMES)[number];
export const isReadName = (name: ObjectName): name is ReadName => READ_NAMES.some((read) => read === name);

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** `phoneCall:<callId>`, `note:<callId>`, `noteTarget:<callId>:person`, … One slot is one record in Twenty. */
export type Slot = string;

export const DELIVERY_STATES = ['pending', 'leased', 'delivered', 'dead', 'dismissed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why an attempt failed, and so what is done about it (decision 11 of the architecture). */
export type FailureClass = (typeof FAILURE_CLASSES)[number];
export const FAILURE_CLASSES = [
  'cannot-reach',
  'cannot-accept',
  'missing-link',
  'cannot-match',
  'not-allowed',
  'deleted-in-twenty',
] as const;

/** A record's present state that must reach Twenty: what a step hands to the outbox. */
export interface RecordToDeliver {
  readonly slot: Slot;
  readonly objectName: ObjectName;
  /** The deterministic id under which the record is made (UUID v5 of the slot); a person's own id. */
  readonly recordId: string;
  readonly callId: CallId | null;
  /** Null where the record is no member's: a person, a line of the sync log. */
  readonly memberId: MemberId | null;
  /** Fields as Twenty's create input takes them, without `id` and without `links`. */
  readonly payload: JsonObject;
  /** Fields that name a record of ours by its slot: `{ noteId: 'note:<callId>' }`. The entry waits until those are in Twenty. */
  readonly links: Readonly<Record<string, Slot>>;
  /** Milliseconds from now, by the store's clock, until it should be delivered. */
  readonly dueInMs: number;
  /** Milliseconds that lie between two deliveries at least; left out: none. */
  readonly minIntervalMs?: number;
  /**
   * What Twenty showed, per field, to whoever made this correction, where it was not ours: a value that is still there is
   * no clash. Each field has a list, because different values may look alike to a reader. Left out: nobody looked.
   */
  readonly seen?: JsonObject;
  /** Fields that the worker filled by itself. Where somebody filled them otherwise in Twenty, theirs stay and nobody is asked. */
  readonly yields?: readonly string[];
}

/** An entry in the hands of one holder until its lease runs out. */
export interface LeasedEntry {
  readonly slot: Slot;
  readonly objectName: ObjectName;
  readonly recordId: string;
  readonly callId: CallId | null;
  readonly memberId: MemberId | null;
  readonly payload: JsonObject;
  /** Links with the ids that Twenty answered for the records they name: `{ noteId: '<uuid>' }`. */
  readonly resolvedLinks: Readonly<Record<string, string>>;
  readonly version: number;
  /** Attempts that Twenty refused or that never reached it, since the last success or redrive. */
  readonly attempts: number;
  /** True when an earlier attempt was sent, or may have been, and nobody heard the answer: read before writing. */
  readonly isUnanswered: boolean;
  /** What was last delivered, for the three-way comparison; null before the first delivery. */
  readonly lastDelivered: JsonObject | null;
  /** What the corrections since the last delivery saw in Twenty, see `RecordToDeliver`. */
  readonly seen: JsonObject | null;
  /** Fields that the worker filled by itself, see `RecordToDeliver`. */
  readonly yields: readonly string[];
  readonly twentyRecordId: string | null;
}

/** What came of one leased entry. Only the holder of the lease may settle, and only for the version it read. */
export type Settlement = {
  readonly slot: Slot;
  readonly version: number;
  /** Attempts that were about it since it was leased, the newest first. */
  readonly attemptIds?: readonly string[];
} & (
  | {
      readonly kind: 'delivered';
      readonly twentyRecordId: string;
      /** The fields that Twenty now holds of ours. */
      readonly delivered: JsonObject;
      readonly attention: Attention | null;
    }
  | {
      readonly kind: 'retry';
      readonly failure: FailureClass;
      readonly reason: string;
      /** Milliseconds to wait, by the store's clock. */
      readonly retryInMs: number;
      readonly isUnanswered: boolean;
    }
  | {
      readonly kind: 'dead';
      readonly failure: FailureClass;
      readonly reason: string;
      readonly attention: Attention;
    }
  /** Given back untouched: nothing was sent, no attempt is counted. */
  | { readonly kind: 'released' }
);

/** What a call's list row needs to know of its entries. */
export interface EntrySummary {
  readonly slot: Slot;
  readonly objectName: ObjectName;
  readonly state: DeliveryState;
  /** Its time has come (or it is leased, or waits only for a record that is itself due). */
  readonly isDue: boolean;
  readonly attention: Attention | null;
  readonly twentyRecordId: string | null;
  readonly firstDeliveredAt: Date | null;
}
