import type { CallPosition } from '../store/call-port.ts';

/** Something that has a place in the list of calls. */
export interface Placed {
  readonly position: CallPosition;
}

/** Calls of one side behind the same place, in order. */
export interface Side<Item extends Placed> {
  readonly calls: readonly Item[];
  /** Where to go on reading, when there is more than was read: nothing behind it may be shown yet. */
  readonly readUntil: CallPosition | null;
}

export interface MergedPage<Item> {
  readonly calls: readonly Item[];
  /** Where the next page begins; null when this is the last. */
  readonly next: CallPosition | null;
}

/**
 * One page out of two ordered sides that share no call. A side that was not read to its end says how far it was read, and
 * the page ends there at the latest: what the other side has further down may come after calls that nobody has read yet.
 */
export const mergePage = <Item extends Placed>(
  sides: readonly Side<Item>[],
  limit: number,
): MergedPage<Item> => {
  const readUntil = sides
    .flatMap((side) => side.readUntil ?? [])
    .reduce<CallPosition | null>((first, place) => (first && isBefore(first, place) ? first : place), null);
  const calls = sides
    .flatMap((side) => side.calls)
    .filter(({ position }) => readUntil === null || !isBefore(readUntil, position))
    // The sort is stable: calls of one side that this order takes for equal stay as their side has them.
    .sort((a, b) => comparePositions(a.position, b.position));
  const page = calls.slice(0, limit);
  if (calls.length > page.length) return { calls: page, next: page.at(-1)?.position ?? readUntil };
  return { calls: page, next: readUntil };
};

const isBefore = (a: CallPosition, b: CallPosition): boolean => comparePositions(a, b) < 0;

/**
 * The newest first, then the higher call id, then those without one by record id, as both sides list them. A call id that
 * somebody typed by hand in Twenty may sort differently there; it matters only within one millisecond.
 */
export const comparePositions = (a: CallPosition, b: CallPosition): number =>
  Date.parse(b.startedAt) - Date.parse(a.startedAt) ||
  compareCallIds(a.callId, b.callId) ||
  compareTexts(a.recordId ?? '', b.recordId ?? '');

const compareCallIds = (a: string | null, b: string | null): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareTexts(b, a);
};

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
