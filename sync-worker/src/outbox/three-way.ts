import type { Json, JsonObject } from './entry.ts';
import { wordsOf } from './note-of-call.ts';

export interface FieldMerge {
  /** Fields that Twenty must still get from us. */
  readonly toSend: JsonObject;
  /** Fields that were changed here and, differently, in Twenty. Twenty keeps its own until a person settles it. */
  readonly clashes: readonly string[];
  /** What to compare with next time: ours, and for a clash what was common before, so that it stays a clash. */
  readonly delivered: JsonObject;
}

/** Set once, when a record is made; Twenty shows who made it, and an edit does not change that. */
const ONLY_AT_FIRST: readonly string[] = ['createdBy'];

/**
 * Titles that the worker words itself, after outcome and person. Whoever gave the record a better one in Twenty keeps it,
 * and nobody is asked: no rep ever typed the other one.
 */
const isOurWording = (field: string): boolean => field === 'name' || field === 'title';

/** Of a note only the words count that people wrote: the facts above them are ours, and change with the outcome. */
export const isSameToPeople = (one: Json | undefined, other: Json | undefined): boolean => {
  if (isSameValue(one, other)) return true;
  const [words, otherWords] = [wordsIn(one), wordsIn(other)];
  return words !== null && words === otherWords;
};

const wordsIn = (value: Json | undefined): string | null =>
  isObject(value) && typeof value.markdown === 'string' ? wordsOf(value.markdown).trim() : null;

/**
 * Compares per field what we have now, what we last delivered and what Twenty holds. A field that only one side changed
 * takes that side; a field that both changed differently is a clash, unless whoever changed it here had seen what Twenty
 * holds: then ours goes, also where we changed nothing, because theirs was what the person decided against.
 * @param lastDelivered null when nothing is known to be delivered: then every field that differs is sent.
 */
export const mergeFields = (sides: {
  ours: JsonObject;
  lastDelivered: JsonObject | null;
  theirs: JsonObject;
  /** What Twenty showed to whoever made our change: per field a list of values that look alike. */
  seen?: JsonObject | null;
  /** Fields that we filled by ourselves: nobody is asked about them. */
  yields?: readonly string[];
}): FieldMerge => {
  const toSend: Record<string, Json> = {};
  const delivered: Record<string, Json> = { ...sides.ours };
  const clashes: string[] = [];
  for (const [field, ours] of Object.entries(sides.ours)) {
    const theirs = sides.theirs[field];
    const base = sides.lastDelivered?.[field];
    if (ONLY_AT_FIRST.includes(field) || isSameValue(ours, theirs)) continue;
    // An earlier release did not write the field: whatever people put there is not to be emptied by us.
    if (sides.lastDelivered !== null && base === undefined && isEmpty(ours)) continue;
    const mayGo = [base, ours, ...listOf(sides.seen?.[field])];
    if (base === undefined || mayGo.some((value) => isSameToPeople(value, theirs))) toSend[field] = ours;
    else if (!isOurWording(field) && !sides.yields?.includes(field) && !isSameToPeople(ours, base)) {
      clashes.push(field);
      delivered[field] = base;
    }
  }
  return { toSend, clashes, delivered };
};

/**
 * What to compare with where nobody knows what both sides had in common: every field that differs is a clash, and stays
 * one until the two agree.
 */
export const nothingInCommon = (ours: JsonObject): JsonObject =>
  Object.fromEntries(Object.keys(ours).map((field) => [field, EQUALS_NOTHING]));

/** No field that the worker writes holds a list. */
const EQUALS_NOTHING: Json = ['unknown'];

/**
 * Whether Twenty holds the value that we have. It answers an empty text for null, its own spelling of a time, and more
 * parts of a composite field than we sent: only ours count.
 */
export const isSameValue = (ours: Json | undefined, theirs: Json | undefined): boolean => {
  if (isEmpty(ours) && isEmpty(theirs)) return true;
  if (isObject(ours) && isObject(theirs)) {
    return Object.keys(ours).every((key) => isSameValue(ours[key], theirs[key]));
  }
  if (typeof ours === 'string' && typeof theirs === 'string') {
    return (
      ours === theirs || (isInstant(ours) && isInstant(theirs) && Date.parse(ours) === Date.parse(theirs))
    );
  }
  return JSON.stringify(ours) === JSON.stringify(theirs);
};

const isEmpty = (value: Json | undefined): boolean => value === undefined || value === null || value === '';
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const isInstant = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text);

const PROGRAMS: readonly Json[] = ['API', 'APPLICATION'];
/** Whether a row was last written by a program, ours or another, and by no person. */
export const isProgram = (actor: Json | undefined): boolean =>
  typeof actor === 'object' &&
  actor !== null &&
  'source' in actor &&
  actor.source !== undefined &&
  PROGRAMS.includes(actor.source);
