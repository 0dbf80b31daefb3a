import { describe, expect, test } from 'vitest';
import { inventedDelivery } from '../testing/invented-deliveries.ts';
import { dayHours } from './day-hours.ts';
import { deliveryRequest } from './delivery-request.ts';
import { canDismiss, canRedrive, lengthWords, whyWords } from './delivery-words.ts';
import { fieldWords, kindOf, readTyped, typedOf } from './field-values.ts';
import { meantBy, NOTHING_SELECTED, selectionAfter } from './selection.ts';
import { steadyRows } from './steady-rows.ts';

const NOW = Date.parse('2026-11-21T09:20:00.000Z');
const CALENDAR = { timeZone: 'UTC', weekStartsOn: 1 } as const;

describe('what the worker is asked for', () => {
  test('is what has not arrived, unless something else is chosen', () => {
    expect(deliveryRequest({}, CALENDAR, NOW).stages).toEqual([
      'waiting',
      'on-its-way',
      'failed',
      'needs-attention',
    ]);
    expect(deliveryRequest({ stages: 'all' }, CALENDAR, NOW).stages).toBeUndefined();
    expect(deliveryRequest({ stages: ['dismissed'] }, CALENDAR, NOW).stages).toEqual(['dismissed']);
  });

  test('is every call without a person, those that are in Twenty too', () => {
    expect(deliveryRequest({ person: 'none' }, CALENDAR, NOW)).toMatchObject({
      person: 'none',
      stages: undefined,
    });
  });
});

describe('an action', () => {
  test.each([
    ['failed', 'cannot-accept', true, true],
    ['dismissed', null, true, false],
    ['needs-attention', 'missing-link', true, true],
    ['waiting', 'cannot-reach', true, true],
    ['waiting', null, false, true],
    ['on-its-way', null, false, false],
    ['in-twenty', null, false, false],
  ])('is offered for what is %s (%s) only where it does something', (stage, failure, tries, dismisses) => {
    const delivery = inventedDelivery(1, { stage, failure });
    expect(canRedrive(delivery)).toBe(tries);
    expect(canDismiss(delivery)).toBe(dismisses);
  });

  test('is meant for the filter itself when all that match are chosen, so that none is missed', () => {
    const all = selectionAfter(NOTHING_SELECTED, { type: 'all-that-match' });
    expect(meantBy(all, { stages: ['failed'], search: undefined })).toEqual({
      filter: { stages: ['failed'] },
    });
  });
});

test('a range is selected from the last row that was touched, upwards too', () => {
  const rows = steadyRows(
    [],
    [1, 2, 3, 4].map((count) => inventedDelivery(count)),
    false,
  );
  const slot = (at: number) => rows[at]?.key ?? '';
  const first = selectionAfter(NOTHING_SELECTED, { type: 'toggle', slot: slot(2) });
  const reached = selectionAfter(first, { type: 'reach', slot: slot(0), rows });
  expect([...reached.slots].sort()).toEqual([slot(0), slot(1), slot(2)].sort());
});

describe('the reason of a row', () => {
  test('is Twenty’s own words where there are any', () => {
    expect(whyWords(inventedDelivery(1))).toContain('Invalid value');
  });
  test('is not told any more once it has arrived', () => {
    expect(whyWords(inventedDelivery(1, { stage: 'in-twenty' }))).toBe('');
  });
  test('of what is held back says what it waits for', () => {
    const held = inventedDelivery(1, { stage: 'waiting', isHeldBack: true, failure: null, reason: null });
    expect(whyWords(held)).toBe('Waits for a record that it points at.');
  });
});

describe('a value', () => {
  test.each([
    ['a number stays a number', '61', 'number', 60, { value: 61 }],
    ['an emptied number is nothing', '', 'number', 60, { value: null }],
    ['words where a number belongs are refused', 'many', 'number', 60, { trouble: 'Write a number.' }],
    ['an empty text that was nothing stays nothing', '', 'text', null, { value: null }],
    ['an emptied text is empty', '', 'text', 'old', { value: '' }],
    ['yes and no are no words', 'false', 'yes-no', true, { value: false }],
    ['a list is read as one', '["a"]', 'json', [], { value: ['a'] }],
  ] as const)('%s', (_name, typed, kind, before, read) => {
    expect(readTyped(typed, kind, before)).toEqual(read);
  });

  test('that is broken in a list of several is said, not sent', () => {
    expect(readTyped('{"a":', 'json', {})).toHaveProperty('trouble');
  });

  test('is written by its type, and by Twenty’s where there is none here', () => {
    expect(kindOf(null, 5)).toBe('number');
    expect(kindOf({ a: 1 }, null)).toBe('json');
    expect(kindOf('one\ntwo', null)).toBe('long-text');
    expect(typedOf(null, 'text')).toBe('');
    expect(fieldWords('fromNumber')).toBe('From number');
  });
});

test('times are short enough to be read at a glance', () => {
  expect([40, 1_200, 12_000, 200_000, 7_500_000, 300_000_000].map(lengthWords)).toEqual([
    '40 ms',
    '1.2 s',
    '12 s',
    '3 min',
    '2 h 5 min',
    '3 days',
  ]);
});

test('an hour of which nothing is told had nothing, and keeps its place in the day', () => {
  const hours = dayHours([{ from: '2026-11-21T07:00:00.000Z', delivered: 5, failed: 1 }], NOW);
  expect(hours).toHaveLength(24);
  expect(hours.at(-1)).toEqual({ from: '2026-11-21T09:00:00.000Z', delivered: 0, failed: 0 });
  expect(hours.at(-3)).toMatchObject({ delivered: 5, failed: 1 });
});
