import { type HistoryQuery, Instant, NEEDS_WRAP_UP_KEY } from '@twenty-dialer/contract';
import type { CountryCode } from 'libphonenumber-js';
import { z } from 'zod';
import { ProblemError } from '../http/problem.ts';
import type { CallFilter, CallPosition } from '../store/call-port.ts';
import { typedSearch } from './typed-search.ts';

/** What the address of history asks for, as a filter for both sides. A list without values asks for nothing. */
export const filterOf = (query: HistoryQuery, defaultCountry: CountryCode): CallFilter => ({
  from: query.from ?? null,
  to: query.to ?? null,
  memberIds: anyOf(query.members),
  outcomes: anyOf(query.outcomes)?.map((key) => (key === NEEDS_WRAP_UP_KEY ? null : key)) ?? null,
  lines: anyOf(query.lines),
  direction: query.direction ?? null,
  callSessionId: query.callSessionId ?? null,
  isUnmatched: query.person === 'none',
  search: query.search === undefined ? null : typedSearch(query.search, defaultCountry),
});

const anyOf = <TItem>(items: readonly TItem[] | undefined): readonly TItem[] | null =>
  items === undefined || items.length === 0 ? null : items;

/** Where a page ended, as text that means nothing to whoever carries it. */
export const cursorOf = (position: CallPosition): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/**
 * Where the next page begins; null is the first page.
 * @throws ProblemError `invalid-request` for what no page ever gave out
 */
export const positionOf = (cursor: string | undefined): CallPosition | null => {
  if (cursor === undefined) return null;
  const position = Position.safeParse(readJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (position.success) return position.data;
  throw new ProblemError('invalid-request', {
    detail: 'One field of the request is not right: cursor.',
    fields: [{ path: 'cursor', message: 'Use `nextCursor` of the page before, as it came.' }],
  });
};

const Position = z.union([
  z.strictObject({ startedAt: Instant, callId: z.string().min(1).max(300), recordId: z.null() }),
  z.strictObject({ startedAt: Instant, callId: z.null(), recordId: z.guid() }),
]);

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
