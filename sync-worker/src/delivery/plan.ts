import type { Attention } from '@twenty-dialer/contract';
import { isReadName, type JsonObject, type LeasedEntry, type Settlement } from '../outbox/entry.ts';
import { isProgram, mergeFields, nothingInCommon } from '../outbox/three-way.ts';
import type { TwentyRecord, TwentyRow } from '../twenty/port.ts';
import { clashOf, deletedInTwenty, deliveredAs } from './settlements.ts';

/** One row to write, and what is known when Twenty has taken it. */
export interface Write {
  readonly entry: LeasedEntry;
  readonly record: TwentyRecord;
  /** What to compare the next edit with. */
  readonly delivered: JsonObject;
  readonly attention: Attention | null;
}

export type Plan =
  | { readonly kind: 'write'; readonly write: Write }
  | { readonly kind: 'settle'; readonly settlement: Settlement };

/**
 * Whether Twenty's row must be looked at before it is written: an upsert would bring a deleted row back, and would
 * overwrite what people changed. A projection belongs to the worker alone; a person belongs to Twenty alone, and is never
 * made here.
 */
export const needsReading = ({ objectName, isUnanswered, lastDelivered }: LeasedEntry): boolean =>
  objectName === 'person' || (isReadName(objectName) && (isUnanswered || lastDelivered !== null));

/** The record's id in Twenty: its own, or the one that Twenty answered. */
export const idOf = (entry: LeasedEntry): string => entry.twentyRecordId ?? entry.recordId;

/** A record that Twenty does not have yet, or that is ours alone: all of it. */
export const wholeWrite = (entry: LeasedEntry): Write => {
  const fields = fieldsOf(entry);
  return { entry, record: { id: idOf(entry), fields }, delivered: fields, attention: null };
};

/** What to do about an entry whose row was read; `row` is undefined where Twenty has none of that id. */
export const planAfterReading = (entry: LeasedEntry, row: TwentyRow | undefined): Plan => {
  if (row === undefined && entry.lastDelivered === null) return { kind: 'write', write: wholeWrite(entry) };
  if (row === undefined || row.isDeleted) return { kind: 'settle', settlement: deletedInTwenty(entry) };
  const { toSend, clashes, delivered } = mergeFields({
    ours: fieldsOf(entry),
    lastDelivered: comparedWith(entry, row),
    theirs: row.fields,
    seen: entry.seen,
    yields: entry.yields,
  });
  const attention = clashes.length === 0 ? null : clashOf(entry, clashes);
  if (Object.keys(toSend).length === 0) {
    return { kind: 'settle', settlement: deliveredAs({ entry, delivered, attention }, row.id) };
  }
  return { kind: 'write', write: { entry, record: { id: row.id, fields: toSend }, delivered, attention } };
};

const fieldsOf = (entry: LeasedEntry): JsonObject => ({ ...entry.payload, ...entry.resolvedLinks });

/**
 * After an attempt that nobody heard of, a row last written by a program most likely holds what we sent then. Comparing
 * it with something older would take our own words for another's. Written by a person, it holds their words too, and
 * what we sent the first time is not known.
 */
const comparedWith = (entry: LeasedEntry, row: TwentyRow): JsonObject | null => {
  if (!entry.isUnanswered) return entry.lastDelivered;
  if (isProgram(row.fields.updatedBy)) return null;
  return entry.lastDelivered ?? nothingInCommon(fieldsOf(entry));
};
