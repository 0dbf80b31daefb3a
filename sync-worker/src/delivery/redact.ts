import type { Json, JsonObject, ObjectName } from '../outbox/entry.ts';
import type { Classified } from '../twenty/failures.ts';
import type { TwentyRefusal } from '../twenty/port.ts';
import type { Write } from './plan.ts';
import { holdsNamed } from './refused.ts';

/** What is kept of one request, in bytes. */
const MOST_BYTES = 14_000;
const MOST_ERRORS = 10;
const MOST_LETTERS = 1_000;

/**
 * Rows as an attempt shows them: what a person wrote is replaced by its length, and only so many are shown, those that
 * Twenty named first. The rest is counted.
 */
export const shownRows = (writes: readonly Write[], named: Classified | null): JsonObject => {
  const isNamed = (write: Write) => named !== null && holdsNamed(write, named);
  const ordered = [...writes.filter(isNamed), ...writes.filter((write) => !isNamed(write))];
  const rows = new Map<ObjectName, JsonObject[]>();
  let bytesLeft = MOST_BYTES;
  let rowsLeftOut = 0;
  for (const { entry, record } of ordered) {
    const row: JsonObject = { id: record.id, ...shownFields(entry.objectName, record.fields) };
    const bytes = Buffer.byteLength(JSON.stringify(row));
    if (bytes > bytesLeft) {
      rowsLeftOut += 1;
      continue;
    }
    bytesLeft -= bytes;
    rows.set(entry.objectName, [...(rows.get(entry.objectName) ?? []), row]);
  }
  return { rows: Object.fromEntries(rows), rowsLeftOut };
};

/** Refusals as an attempt shows them. Twenty may repeat in them what a person wrote into these rows. */
export const shownRefusals = (refusals: readonly TwentyRefusal[], writes: readonly Write[]): JsonObject[] =>
  refusals.slice(0, MOST_ERRORS).map(({ message, code, subCode, userFriendlyMessage }) => ({
    message: shownText(message, writes),
    code,
    subCode,
    userFriendlyMessage: userFriendlyMessage === null ? null : shownText(userFriendlyMessage, writes),
  }));

/** Words of Twenty's, without what a person wrote into these rows, and of bounded length. */
export const shownText = (text: string, writes: readonly Write[]): string => {
  const words = writes
    .flatMap(({ entry, record }) => ownWords(entry.objectName, record.fields))
    .filter((each) => each !== '' && text.includes(each));
  const without = words.reduce((rest, each) => rest.replaceAll(each, lengthOf(each)), text);
  return without.length > MOST_LETTERS ? `${without.slice(0, MOST_LETTERS)}…` : without;
};

/** Fields that hold what a person wrote, in their own words. */
const OWN_WORDS: Readonly<Partial<Record<ObjectName, readonly string[]>>> = { note: ['bodyV2'] };
/** Whatever the field: a value of ours is never that long, so somebody wrote it, and nobody needs all of it here. */
const LONGEST_VALUE = 200;

const isOwn = (objectName: ObjectName, field: string): boolean =>
  OWN_WORDS[objectName]?.includes(field) === true;

const shownFields = (objectName: ObjectName, fields: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, shownValue(value, isOwn(objectName, field))]),
  );

const shownValue = (value: Json, isOwnWords: boolean): Json => {
  if (typeof value === 'string') return isOwnWords || value.length > LONGEST_VALUE ? lengthOf(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value)
    ? value.map((part: Json) => shownValue(part, isOwnWords))
    : Object.fromEntries(
        Object.entries(value).map(([key, part]: [string, Json]) => [key, shownValue(part, isOwnWords)]),
      );
};

const ownWords = (objectName: ObjectName, fields: JsonObject): string[] =>
  Object.entries(fields).flatMap(([field, value]) =>
    textsIn(value).filter((text) => isOwn(objectName, field) || text.length > LONGEST_VALUE),
  );

const textsIn = (value: Json): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const lengthOf = (text: string): string => `(${text.length} ${text.length === 1 ? 'letter' : 'letters'})`;
