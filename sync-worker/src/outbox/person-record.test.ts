import { describe, expect, test } from 'vitest';
import type { JsonObject } from './entry.ts';
import { mergePerson } from './person-record.ts';

const EARLY = '2026-11-20T09:00:00.000Z';
const LATE = '2026-11-21T09:00:00.000Z';

describe('what is written to a person', () => {
  test.each<[string, JsonObject, JsonObject, number, JsonObject]>([
    [
      'all of it where nothing is',
      { callCount: 2, lastCalledAt: EARLY },
      { callCount: null, lastCalledAt: null },
      0,
      { callCount: 2, lastCalledAt: EARLY },
    ],
    [
      'nothing that is there already',
      { callCount: 2, lastCalledAt: EARLY },
      { callCount: 2, lastCalledAt: '2026-11-20T09:00:00Z' },
      0,
      {},
    ],
    [
      'a later call',
      { callCount: 3, lastCalledAt: LATE },
      { callCount: 2, lastCalledAt: EARLY },
      0,
      { callCount: 3, lastCalledAt: LATE },
    ],
    [
      'never an earlier last call than Twenty has',
      { callCount: 3, lastCalledAt: EARLY },
      { callCount: 2, lastCalledAt: LATE },
      0,
      { callCount: 3 },
    ],
    [
      'not that nobody ever called, when calls moved to somebody else',
      { callCount: 0, lastCalledAt: null },
      { callCount: 1, lastCalledAt: LATE },
      0,
      { callCount: 0 },
    ],
    [
      'calls that Twenty had counted before, and ours',
      { callCount: 1, lastCalledAt: LATE },
      { callCount: 7, lastCalledAt: EARLY },
      7,
      { callCount: 8, lastCalledAt: LATE },
    ],
    [
      'the whole count again where somebody emptied it',
      { callCount: 1, lastCalledAt: LATE },
      { callCount: null, lastCalledAt: LATE },
      7,
      { callCount: 8 },
    ],
  ])('%s', (_name, ours, theirs, callsBefore, toSend) => {
    expect(mergePerson({ ours, theirs, callsBefore, lastDelivered: null }).toSend).toEqual(toSend);
  });
});

describe('the do-not-call flag', () => {
  const merge = (ours: boolean, theirs: boolean | null, lastDelivered: boolean | null) =>
    mergePerson({
      ours: { callCount: 0, lastCalledAt: null, doNotCall: ours },
      theirs: { callCount: 0, lastCalledAt: null, doNotCall: theirs },
      callsBefore: 0,
      lastDelivered: lastDelivered === null ? null : { doNotCall: lastDelivered },
    });

  test.each<[string, boolean, boolean | null, boolean | null, object, boolean]>([
    ['is set when the list names somebody', true, null, null, { doNotCall: true }, true],
    ['is taken back when we had set it', false, true, true, { doNotCall: false }, false],
    ['stays where somebody set it by hand', false, true, false, {}, false],
    ['stays theirs, although the list came to name them later', true, true, false, {}, false],
    [
      'is set again where somebody took it off while the list holds',
      true,
      false,
      true,
      { doNotCall: true },
      true,
    ],
  ])('%s', (_name, ours, theirs, lastDelivered, toSend, delivered) => {
    const merged = merge(ours, theirs, lastDelivered);
    expect(merged.toSend).toEqual(toSend);
    expect(merged.delivered.doNotCall).toBe(delivered);
  });
});
