import type { Instant } from '@twenty-dialer/contract';
import type { ChangePlace, MirrorMark, MirrorProgress } from '../store/mirror-port.ts';
import type { MirrorPage } from '../twenty/mirror-port.ts';

type PollProgress = MirrorProgress['poll'];

/**
 * Where a poll begins. `updatedAt` is the time when a change was made, and it may be seen only later: so a poll looks back
 * behind the newest change that was ever met. Not for good, though: an import of many people at one moment would be read
 * again each time until somebody changes something.
 */
export const firstPlace = (poll: PollProgress, overlapMs: number): ChangePlace => {
  if (poll.newest === null) return { kind: 'since', at: null };
  const newestMs = Date.parse(poll.newest);
  return { kind: 'since', at: instant(poll.isNewestSettled ? newestMs + 1 : newestMs - overlapMs) };
};

/**
 * Where it goes on after a page; null: that was all. Pages begin at a time, which Twenty answers in milliseconds while it
 * holds microseconds: where a whole page bears one millisecond, its rows are taken by id until it is through.
 */
export const nextPlace = (place: ChangePlace, page: MirrorPage<MirrorMark>): ChangePlace | null => {
  const { last } = page;
  if (place.kind === 'within') {
    return page.isLast || last === null
      ? { kind: 'since', at: instant(Date.parse(place.at) + 1) }
      : { ...place, afterId: last.id };
  }
  if (page.isLast || last === null) return null;
  if (last.updatedAt !== place.at) return { kind: 'since', at: last.updatedAt };
  // From the lowest id on: the page was in the order of microseconds, then ids.
  return { kind: 'within', at: last.updatedAt, afterId: null };
};

/** After a page was taken in: the newest change, and when it was met. */
export const afterPage = (poll: PollProgress, last: MirrorMark | null, nowMs: number): PollProgress =>
  last === null || (poll.newest !== null && last.updatedAt <= poll.newest)
    ? poll
    : { ...poll, newest: last.updatedAt, newestMetAt: instant(nowMs), isNewestSettled: false };

/** After all pages: a whole poll that began long enough after the newest change was met has seen all that is older. */
export const afterPoll = (
  poll: PollProgress,
  { beganMs, nowMs, overlapMs }: { beganMs: number; nowMs: number; overlapMs: number },
): PollProgress => ({
  ...poll,
  isNewestSettled:
    poll.isNewestSettled ||
    (poll.newestMetAt !== null && beganMs - Date.parse(poll.newestMetAt) >= overlapMs),
  place: null,
  beganAt: null,
  finishedAt: instant(nowMs),
});

const instant = (ms: number): Instant => new Date(ms).toISOString();
