import { describe, expect, test } from 'vitest';
import { inventedDelivery } from '../testing/invented-deliveries.ts';
import { steadyRows } from './steady-rows.ts';

const named = (names: readonly number[], change: object = {}) =>
  names.map((count) => inventedDelivery(count, change));
const shownOf = (names: readonly number[]) => steadyRows([], named(names), false);
const titles = (rows: ReturnType<typeof steadyRows>) => rows.map(({ delivery }) => delivery.title);

describe('while somebody points at the list', () => {
  test('a record that changed stays under their hand, with what is new about it', () => {
    const shown = shownOf([1, 2, 3]);
    const moved = inventedDelivery(3, { stage: 'on-its-way', changedAt: '2026-11-21T09:10:00.000Z' });
    const rows = steadyRows(shown, [moved, ...named([1, 2])], true);
    expect(titles(rows)).toEqual(['Call 1', 'Call 2', 'Call 3']);
    expect(rows[2]?.delivery.stage).toBe('on-its-way');
  });

  test('a record that no longer fits the filters stays, and says so, until they leave', () => {
    const rows = steadyRows(shownOf([1, 2, 3]), named([1, 3]), true);
    expect(titles(rows)).toEqual(['Call 1', 'Call 2', 'Call 3']);
    expect(rows.map(({ hasLeft }) => hasLeft)).toEqual([false, true, false]);
    expect(titles(steadyRows(rows, named([1, 3]), false))).toEqual(['Call 1', 'Call 3']);
  });

  test('a new failure is seen at once, above what it came after', () => {
    expect(titles(steadyRows(shownOf([2, 3]), named([1, 2, 3]), true))).toEqual([
      'Call 1',
      'Call 2',
      'Call 3',
    ]);
  });

  test('a new failure does not sink with a record that has just moved up', () => {
    const moved = inventedDelivery(3, { changedAt: '2026-11-21T09:10:00.000Z' });
    const fresh = [inventedDelivery(9), moved, ...named([1, 2])];
    expect(titles(steadyRows(shownOf([1, 2, 3]), fresh, true))).toEqual([
      'Call 9',
      'Call 1',
      'Call 2',
      'Call 3',
    ]);
  });

  test('what was read further down comes below', () => {
    expect(titles(steadyRows(shownOf([1, 2]), named([1, 2, 3, 4]), true))).toEqual([
      'Call 1',
      'Call 2',
      'Call 3',
      'Call 4',
    ]);
  });
});

test('a row of which nothing is new is the same object, so that it is not drawn again', () => {
  const fresh = named([1, 2]);
  const shown = steadyRows([], fresh, false);
  expect(steadyRows(shown, fresh, false)[0]).toBe(shown[0]);
});
