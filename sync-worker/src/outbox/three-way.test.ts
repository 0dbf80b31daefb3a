import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from './entry.ts';
import { isSameValue, mergeFields, nothingInCommon } from './three-way.ts';

describe('one field, three sides', () => {
  test.each<[string, Json, Json, Json, { sends: boolean; clashes: boolean }]>([
    ['nobody changed it', 'a', 'a', 'a', { sends: false, clashes: false }],
    ['we changed it', 'b', 'a', 'a', { sends: true, clashes: false }],
    ['they changed it', 'a', 'a', 'b', { sends: false, clashes: false }],
    ['both changed it alike', 'b', 'a', 'b', { sends: false, clashes: false }],
    ['both changed it differently', 'b', 'a', 'c', { sends: false, clashes: true }],
    ['we emptied it', null, 'a', 'a', { sends: true, clashes: false }],
    ['they emptied it', 'a', 'a', '', { sends: false, clashes: false }],
  ])('%s', (_name, ours, base, theirs, expected) => {
    const merged = mergeFields({ ours: { f: ours }, lastDelivered: { f: base }, theirs: { f: theirs } });
    expect({ sends: 'f' in merged.toSend, clashes: merged.clashes.includes('f') }).toEqual(expected);
  });

  test('a clash stays a clash at the next edit, until both sides agree', () => {
    const first = mergeFields({ ours: { f: 'b' }, lastDelivered: { f: 'a' }, theirs: { f: 'c' } });
    const again = mergeFields({ ours: { f: 'b' }, lastDelivered: first.delivered, theirs: { f: 'c' } });
    expect(again.clashes).toEqual(['f']);
    const agreed = mergeFields({ ours: { f: 'c' }, lastDelivered: again.delivered, theirs: { f: 'c' } });
    expect(agreed).toMatchObject({ clashes: [], delivered: { f: 'c' } });
  });

  test('what they changed is not overwritten by our next edit of another field', () => {
    const first = mergeFields({
      ours: { outcome: 'A', name: 'x' },
      lastDelivered: { outcome: 'A', name: 'w' },
      theirs: { outcome: 'B', name: 'w' },
    });
    expect(first.toSend).toEqual({ name: 'x' });
    const next = mergeFields({
      ours: { outcome: 'A', name: 'y' },
      lastDelivered: first.delivered,
      theirs: { outcome: 'B', name: 'x' },
    });
    expect(next).toMatchObject({ toSend: { name: 'y' }, clashes: [] });
  });

  test('nothing known to be delivered: every field that differs is sent', () => {
    const merged = mergeFields({ ours: { f: 'b', g: 1 }, lastDelivered: null, theirs: { f: 'a', g: 1 } });
    expect(merged).toMatchObject({ toSend: { f: 'b' }, clashes: [] });
  });

  test.each<[string, Json, Json]>([
    ['two texts', 'ours', 'theirs'],
    ['a text that they emptied', 'ours', ''],
    ['a text that only they filled', null, 'theirs'],
    ['a composite that they emptied', { markdown: 'ours' }, { markdown: '', blocknote: null }],
  ])('nothing known in common, %s: theirs is kept, also by our next edit', (_name, ours, theirs) => {
    const first = mergeFields({
      ours: { f: ours, g: 1 },
      lastDelivered: nothingInCommon({ f: ours, g: 1 }),
      theirs: { f: theirs, g: 1 },
    });
    expect(first).toMatchObject({ toSend: {}, clashes: ['f'] });
    const next = mergeFields({
      ours: { f: ours, g: 2 },
      lastDelivered: first.delivered,
      theirs: { f: theirs, g: 1 },
    });
    expect(next).toMatchObject({ toSend: { g: 2 }, clashes: ['f'] });
    const agreed = mergeFields({
      ours: { f: theirs, g: 2 },
      lastDelivered: next.delivered,
      theirs: { f: theirs, g: 2 },
    });
    expect(agreed).toMatchObject({ toSend: {}, clashes: [] });
  });

  test.each<[string, Json, Json[], { sends: boolean; clashes: boolean }]>([
    ['is still there: the person has decided', 'c', ['c'], { sends: true, clashes: false }],
    ['was changed since: nobody has seen it', 'd', ['c'], { sends: false, clashes: true }],
    ['was ours before we delivered again', 'a', ['z'], { sends: true, clashes: false }],
    ['looked empty, and is', '', ['NEEDS_WRAP_UP', null], { sends: true, clashes: false }],
    ['looked empty, and says so', 'NEEDS_WRAP_UP', ['NEEDS_WRAP_UP', null], { sends: true, clashes: false }],
  ])('what was seen in Twenty %s', (_name, theirs, seen, expected) => {
    const merged = mergeFields({
      ours: { f: 'b' },
      lastDelivered: { f: 'a' },
      theirs: { f: theirs },
      seen: { f: seen },
    });
    expect({ sends: 'f' in merged.toSend, clashes: merged.clashes.includes('f') }).toEqual(expected);
  });

  test('whoever saw theirs and kept ours gets ours, though nothing was changed here', () => {
    const sides = { ours: { f: 'a' }, lastDelivered: { f: 'a' }, theirs: { f: 'c' } };
    expect(mergeFields({ ...sides, seen: { f: ['c'] } }).toSend).toEqual({ f: 'a' });
    expect(mergeFields(sides).toSend).toEqual({});
  });

  test.each(['name', 'title'])(
    'a better %s that somebody gave in Twenty stays, and nobody is asked',
    (field) => {
      const ours = { [field]: 'Call with Ada: Busy' };
      const first = mergeFields({
        ours,
        lastDelivered: { [field]: 'Call with Ada: Interested' },
        theirs: { [field]: 'The big one' },
      });
      expect(first).toEqual({ toSend: {}, clashes: [], delivered: ours });
    },
  );

  test('an outcome that is corrected here leaves a note alone that was edited there', () => {
    const body = (outcome: string, words: string) => ({
      bodyV2: { markdown: `- **Outcome:** ${outcome}\n\n**Notes**\n\n${words}` },
    });
    const theirs = body('Interested', 'ours, and more');
    const lastDelivered = body('Interested', 'ours');
    const corrected = mergeFields({ ours: body('Busy', 'ours'), lastDelivered, theirs });
    expect(corrected).toMatchObject({ toSend: {}, clashes: [] });
    expect(mergeFields({ ours: body('Busy', 'mine'), lastDelivered, theirs }).clashes).toEqual(['bodyV2']);
  });

  test('who made the record is never edited', () => {
    const createdBy = { source: 'MANUAL', name: 'New Name' };
    const merged = mergeFields({
      ours: { createdBy },
      lastDelivered: null,
      theirs: { createdBy: { source: 'API' } },
    });
    expect(merged.toSend).toEqual({});
  });
});

test.each<[string, Json | undefined, Json | undefined, boolean]>([
  ['null and empty text', null, '', true],
  ['missing and null', undefined, null, true],
  ['zero and nothing', 0, null, false],
  ['one moment, spelled twice', '2026-11-20T15:04:00Z', '2026-11-20T15:04:00.000Z', true],
  ['one moment in two zones', '2026-11-20T15:04:00Z', '2026-11-20T16:04:00.000+01:00', true],
  ['two moments', '2026-11-20T15:04:00Z', '2026-11-20T15:04:01Z', false],
  ['texts that look like numbers', '1.0', '1.00', false],
  ['our part of a composite', { markdown: 'a' }, { markdown: 'a', blocknote: '[]' }, true],
  ['our part changed', { markdown: 'a' }, { markdown: 'b', blocknote: '[]' }, false],
  ['a composite and nothing', { markdown: 'a' }, null, false],
  ['lists', [1, 2], [1, 2], true],
  ['number and text', 1, '1', false],
])('%s: same = %#', (_name, ours, theirs, same) => {
  expect(isSameValue(ours, theirs)).toBe(same);
});

const value = fc.constantFrom<Json>('a', 'b', 'c', null, 1, 2);
const fields = fc.record({ f: value, g: value, h: value });

test('no side loses a change that only it made, and Twenty is never overwritten where it changed', () => {
  fc.assert(
    fc.property(fields, fields, fields, (ours, lastDelivered, theirs) => {
      const { toSend, clashes } = mergeFields({ ours, lastDelivered, theirs });
      const after: JsonObject = { ...theirs, ...toSend };
      for (const field of ['f', 'g', 'h'] as const) {
        const theyChanged = !isSameValue(theirs[field], lastDelivered[field]);
        const weChanged = !isSameValue(ours[field], lastDelivered[field]);
        if (theyChanged) expect(after[field]).toEqual(theirs[field]);
        if (weChanged && !theyChanged) expect(isSameValue(ours[field], after[field])).toBe(true);
        expect(clashes.includes(field)).toBe(
          weChanged && theyChanged && !isSameValue(ours[field], theirs[field]),
        );
      }
    }),
  );
});

test('doing it twice sends nothing the second time', () => {
  fc.assert(
    fc.property(fields, fc.option(fields), fields, (ours, lastDelivered, theirs) => {
      const first = mergeFields({ ours, lastDelivered, theirs });
      const second = mergeFields({
        ours,
        lastDelivered: first.delivered,
        theirs: { ...theirs, ...first.toSend },
      });
      expect(second.toSend).toEqual({});
      expect(second.clashes).toEqual(first.clashes);
    }),
  );
});
