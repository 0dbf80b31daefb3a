import type { Attention } from '@twenty-dialer/contract';
import { backoffMs } from '../outbox/backoff.ts';
import type { FailureClass, Json, JsonObject, LeasedEntry, ObjectName, Settlement } from '../outbox/entry.ts';
import type { Classified } from '../twenty/failures.ts';
import type { TwentyRecord, TwentyRefusal } from '../twenty/port.ts';
import type { DeliveryDeps } from './deps.ts';

/** How a record is called in words that a rep reads. */
export const WORDS: Readonly<Record<ObjectName, string>> = {
  phoneCall: 'call',
  note: 'note',
  noteTarget: "note's link",
  repProgression: 'progression',
  callSession: 'sitting',
  dailyCallStats: 'figures of a day',
  person: 'figures of a person',
  syncLogEntry: 'line of the sync log',
  doNotCallEntry: 'do-not-call entry',
};

/** The part of a write that settling needs. */
interface Written {
  readonly entry: LeasedEntry;
  readonly delivered: JsonObject;
  readonly attention: Attention | null;
}
interface Backoff {
  readonly deps: Pick<DeliveryDeps, 'random' | 'settings'>;
}

export const deliveredAs = (write: Written, twentyRecordId: string): Settlement => ({
  kind: 'delivered',
  ...heldOf(write.entry),
  twentyRecordId,
  delivered: write.delivered,
  attention: write.attention,
});

/** The row of a batch that Twenty took, under the id that it answered. */
export const taken = (
  context: Backoff,
  write: Written & { readonly record: TwentyRecord },
  written: ReadonlyMap<ObjectName, ReadonlyMap<string, string>>,
): Settlement => {
  const twentyRecordId = written.get(write.entry.objectName)?.get(write.record.id);
  if (twentyRecordId !== undefined) return deliveredAs(write, twentyRecordId);
  const reason = 'Twenty took the batch but did not answer with this row.';
  return retryLater(context, write.entry, { failure: 'cannot-reach', reason, isUnanswered: true });
};

export const retryLater = (
  { deps }: Backoff,
  entry: LeasedEntry,
  why: { failure: FailureClass; reason: string; isUnanswered: boolean },
): Settlement => ({
  kind: 'retry',
  ...heldOf(entry),
  retryInMs: backoffMs(entry.attempts + 1, deps.random, deps.settings.backoff),
  ...why,
});

/** Once nobody knows whether a row was written, it stays so until Twenty is asked. */
export const unreached = (
  context: Backoff,
  { entry }: { readonly entry: LeasedEntry },
  answer: { readonly kind: 'unanswered' | 'not-sent'; readonly reason: string },
): Settlement =>
  retryLater(context, entry, {
    failure: 'cannot-reach',
    reason: answer.reason,
    isUnanswered: answer.kind === 'unanswered' || entry.isUnanswered,
  });

/** Twenty cannot accept this row: its own words, with the field, and the value that it names or that the row has there. */
export const buried = (
  { entry, record }: { readonly entry: LeasedEntry; readonly record: TwentyRecord },
  { failure, field, value }: Classified,
  { message }: TwentyRefusal,
): Settlement => {
  const isLink = failure === 'missing-link';
  const held = value ?? (field === null ? null : shortValue(record.fields[field]));
  const named = `${field === null ? '' : ` Field: ${field}.`}${held === null ? '' : ` Value: ${held}.`}`;
  const said = /[.!?]$/.test(message) ? message : `${message}.`;
  const reason = `Twenty cannot accept the ${WORDS[entry.objectName]}. It says: ${said}${named}`;
  return dead(entry, isLink ? 'missing-link' : 'cannot-accept', reason, isLink ? 'missing-link' : 'refused');
};

/** What is longer is somebody's own words, which belong in no log. */
const LONGEST_VALUE = 100;

const shortValue = (value: Json | undefined): string | null => {
  if (value === undefined || value === null || typeof value === 'object') return null;
  const text = String(value);
  return text.length > LONGEST_VALUE ? null : text;
};

export const deletedInTwenty = (entry: LeasedEntry): Settlement =>
  dead(
    entry,
    'deleted-in-twenty',
    `The ${WORDS[entry.objectName]} was deleted in Twenty, so what was changed here was not written.`,
    'deleted-in-twenty',
  );

/** A row that is nothing without the link that is dead. */
export const missingTarget = (entry: LeasedEntry): Settlement =>
  dead(
    entry,
    'missing-link',
    'The note could not be linked to the person, who is not in Twenty any more.',
    'missing-link',
  );

/** The person is not in Twenty any more, so there is nothing to write to: that is no failure, and asks nobody. */
export const nobodyThere = (entry: LeasedEntry): Settlement =>
  deliveredAs({ entry, delivered: entry.lastDelivered ?? {}, attention: null }, entry.recordId);

export const clashOf = ({ objectName }: LeasedEntry, fields: readonly string[]): Attention => ({
  kind: 'clash',
  message: `Changed here and, differently, in Twenty: ${fields.join(', ')}. Twenty keeps its own until somebody makes them agree.`,
  objectName,
});

const dead = (
  entry: LeasedEntry,
  failure: FailureClass,
  reason: string,
  kind: Attention['kind'],
): Settlement => ({
  kind: 'dead',
  ...heldOf(entry),
  failure,
  reason,
  attention: { kind, message: reason, objectName: entry.objectName },
});

const heldOf = ({ slot, version }: LeasedEntry): { slot: string; version: number } => ({ slot, version });
