import { createHash } from 'node:crypto';

/**
 * A value as JSON text that Postgres takes as `jsonb`. It refuses two things that a string may hold, and a call whose
 * note holds them would never be stored: the character NUL, which is dropped, and half of a surrogate pair (an emoji cut
 * in two by a length limit), which becomes the replacement character.
 */
export const toJsonText = (value: unknown): string => JSON.stringify(value, (_, member) => storable(member));

/** SHA-256 of a value's content: the order of keys does not matter. */
export const contentHash = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value, (_, member) => sortedKeys(storable(member))))
    .digest('hex');

const storable = (member: unknown): unknown => (typeof member === 'string' ? toStorableText(member) : member);

/** Text without what Postgres refuses. */
export const toStorableText = (text: string): string =>
  text.replaceAll('\0', '').replace(LONE_SURROGATE, '\uFFFD');

/** With the `u` flag a whole pair is one character, so only halves match. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

const sortedKeys = (member: unknown): unknown =>
  typeof member === 'object' && member !== null && !Array.isArray(member)
    ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
    : member;
