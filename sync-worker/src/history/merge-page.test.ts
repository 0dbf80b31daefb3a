import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallPosition } from '../store/call-port.ts';
import { comparePositions, type MergedPage, mergePage, type Placed, type Side } from './merge-page.ts';

interface Call extends Placed {
  readonly name: string;
}

const place = (second: number, callId: string | null, recordId: string): CallPosition => ({
  startedAt: new Date(1_800_000_000_000 + second * 1000).toISOString(),
  callId,
  recordId: callId === null ? recordId : null,
});

/** Calls that are crowded into few moments, some of them without a call id, each on one side. */
const anyCalls = fc
  .uniqueArray(
    fc.record({
      number: fc.integer({ min: 0, max: 40 }),
      second: fc.integer({ min: 0, max: 3 }),
      isOurs: fc.boolean(),
      hasCallId: fc.boolean(),
    }),
    { selector: ({ number }) => number, maxLength: 25 },
  )
  .map((drawn) =>
    drawn.map(({ number, second, isOurs, hasCallId }) => {
      const id = `id-${String(number).padStart(2, '0')}`;
      return { name: id, isOurs, position: place(second, isOurs || hasCallId ? id : null, id) };
    }),
  );

/** Reads a side as both are read: behind a place, one more than the page holds. */
const read = (calls: readonly Call[], after: CallPosition | null, limit: number): Side<Call> => {
  const found = calls
    .filter(({ position }) => after === null || comparePositions(after, position) < 0)
    .toSorted((a, b) => comparePositions(a.position, b.position))
    .slice(0, limit + 1);
  return { calls: found, readUntil: found[limit]?.position ?? null };
};

const readAll = (limit: number, sidesBehind: (after: CallPosition | null) => Side<Call>[]): string[][] => {
  const pages: string[][] = [];
  for (let after: CallPosition | null = null; pages.length < 100; ) {
    const { calls, next }: MergedPage<Call> = mergePage(sidesBehind(after), limit);
    pages.push(calls.map(({ name }) => name));
    if (next === null) return pages;
    after = next;
  }
  throw new Error('The pages never end.');
};

const namesInOrder = (calls: readonly Call[]): string[] =>
  calls.toSorted((a, b) => comparePositions(a.position, b.position)).map(({ name }) => name);

describe('paging through both sides', () => {
  test('shows every call exactly once, in order, however they are split and however long a page is', () => {
    fc.assert(
      fc.property(anyCalls, fc.integer({ min: 1, max: 7 }), (calls, limit) => {
        const pages = readAll(limit, (after) =>
          [true, false].map((isOurs) =>
            read(
              calls.filter((call) => call.isOurs === isOurs),
              after,
              limit,
            ),
          ),
        );
        expect(pages.flat()).toEqual(namesInOrder(calls));
        expect(pages.every((page) => page.length <= limit)).toBe(true);
      }),
    );
  });

  test('does so also when calls reach Twenty between two pages', () => {
    fc.assert(
      fc.property(
        anyCalls,
        fc.integer({ min: 1, max: 7 }),
        fc.infiniteStream(fc.nat()),
        (calls, limit, picks) => {
          const ours = new Set(calls.filter(({ isOurs }) => isOurs).map(({ name }) => name));
          const pages = readAll(limit, (after) => {
            const [arrives] = [...ours].slice((picks.next().value ?? 0) % (ours.size || 1));
            if (arrives !== undefined) ours.delete(arrives);
            return [true, false].map((isOurs) =>
              read(
                calls.filter(({ name }) => ours.has(name) === isOurs),
                after,
                limit,
              ),
            );
          });
          expect(pages.flat()).toEqual(namesInOrder(calls));
        },
      ),
    );
  });

  test('goes on after calls that a side read and left out', () => {
    fc.assert(
      fc.property(anyCalls, fc.integer({ min: 1, max: 5 }), (calls, limit) => {
        const pages = readAll(limit, (after) =>
          [true, false].map((isOurs) => {
            const side = read(
              calls.filter((call) => call.isOurs === isOurs),
              after,
              limit,
            );
            return isOurs ? side : { ...side, calls: side.calls.filter(({ name }) => !name.endsWith('1')) };
          }),
        );
        const shown = calls.filter(({ name, isOurs }) => isOurs || !name.endsWith('1'));
        expect(pages.flat()).toEqual(namesInOrder(shown));
      }),
    );
  });
});

test('a page ends where a side was read to: what comes there from it is not known yet', () => {
  const call = (second: number): Call => ({
    name: `at ${second}`,
    position: place(second, `id-${second}`, ''),
  });
  const full: Side<Call> = { calls: [call(9), call(8)], readUntil: call(8).position };
  const other: Side<Call> = { calls: [call(1)], readUntil: null };
  expect(mergePage([full, other], 5)).toMatchObject({
    calls: [{ name: 'at 9' }, { name: 'at 8' }],
    next: call(8).position,
  });
});
