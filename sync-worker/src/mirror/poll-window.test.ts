import { describe, expect, test } from 'vitest';
import type { ChangePlace, MirrorMark, MirrorProgress } from '../store/mirror-port.ts';
import type { MirrorPage } from '../twenty/mirror-port.ts';
import { afterPage, afterPoll, firstPlace, nextPlace } from './poll-window.ts';

const OVERLAP = 120_000;
const T0 = Date.UTC(2026, 10, 21, 9);
const at = (ms: number) => new Date(T0 + ms).toISOString();
const poll = (changes: Partial<MirrorProgress['poll']> = {}): MirrorProgress['poll'] => ({
  newest: at(0),
  newestMetAt: at(0),
  isNewestSettled: false,
  place: null,
  beganAt: null,
  finishedAt: null,
  ...changes,
});

describe('where a poll begins', () => {
  test('an empty Twenty is read from the start', () => {
    expect(firstPlace(poll({ newest: null }), OVERLAP)).toEqual({ kind: 'since', at: null });
  });

  test('it looks back, because a change may be seen later than the time it bears', () => {
    expect(firstPlace(poll(), OVERLAP)).toEqual({ kind: 'since', at: at(-OVERLAP) });
  });

  test('an import of thousands at one moment is not read again for ever', () => {
    const finish = (beganMs: number, before = poll()) =>
      afterPoll(before, { beganMs: T0 + beganMs, nowMs: T0 + beganMs + 10, overlapMs: OVERLAP });
    expect(finish(OVERLAP - 1).isNewestSettled).toBe(false);
    const settled = finish(OVERLAP);
    expect(settled).toMatchObject({ isNewestSettled: true, finishedAt: at(OVERLAP + 10) });
    expect(firstPlace(settled, OVERLAP)).toEqual({ kind: 'since', at: at(1) });
    const moved = afterPage(settled, { id: 'x', updatedAt: at(50), isDeleted: false }, T0 + OVERLAP * 2);
    expect(moved).toMatchObject({ newest: at(50), isNewestSettled: false });
    expect(finish(OVERLAP * 2 + 1, moved).isNewestSettled).toBe(false);
  });

  test('the newest change never goes back, whatever a page ends with', () => {
    const settled = poll({ isNewestSettled: true });
    expect(afterPage(settled, { id: 'x', updatedAt: at(-5), isDeleted: false }, T0)).toBe(settled);
    expect(afterPage(settled, null, T0)).toBe(settled);
  });
});

/** Rows as Twenty holds them: microseconds, of which only milliseconds are told. */
interface Row {
  readonly id: string;
  readonly us: number;
}
const tellOf = ({ id, us }: Row): MirrorMark => ({
  id,
  updatedAt: at(Math.floor(us / 1000)),
  isDeleted: false,
});
const answer = (rows: readonly Row[], place: ChangePlace, first: number): MirrorPage<MirrorMark> => {
  const fromUs = place.at === null ? Number.NEGATIVE_INFINITY : (Date.parse(place.at) - T0) * 1000;
  const chosen =
    place.kind === 'since'
      ? rows.filter(({ us }) => us >= fromUs).toSorted((a, b) => a.us - b.us || (a.id < b.id ? -1 : 1))
      : rows
          .filter(({ us, id }) => us >= fromUs && us < fromUs + 1000 && id > (place.afterId ?? ''))
          .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const page = chosen.slice(0, first);
  const last = page.at(-1);
  return { items: page.map(tellOf), last: last ? tellOf(last) : null, isLast: page.length < first };
};

test.each([
  ['spread over time', (index: number) => index * 7_000],
  ['all in one millisecond', (index: number) => 5_000 + ((index * 37) % 900)],
  ['all in one microsecond', () => 5_123],
  [
    'a burst between others',
    (index: number) => (index < 3 ? index * 1000 : index > 17 ? 90_000 + index : 50_500),
  ],
])('nobody is missed, and the poll ends, with changes %s', (_name, usOf) => {
  const rows = Array.from({ length: 21 }, (_none, index) => ({
    id: String((index * 13) % 21).padStart(2, '0'),
    us: usOf(index),
  }));
  const met = new Set<string>();
  let place: ChangePlace | null = { kind: 'since', at: at(-OVERLAP) };
  let pages = 0;
  while (place !== null) {
    const page = answer(rows, place, 4);
    for (const { id } of page.items) met.add(id);
    place = nextPlace(place, page);
    pages += 1;
    expect(pages).toBeLessThan(30);
  }
  expect(met.size).toBe(21);
});
