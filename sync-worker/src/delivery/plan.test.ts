import { MemberId } from '@twenty-dialer/contract';
import { describe, expect, test } from 'vitest';
import type { LeasedEntry } from '../outbox/entry.ts';
import type { TwentyRow } from '../twenty/port.ts';
import { needsReading, planAfterReading, wholeWrite } from './plan.ts';

const entry = (change: Partial<LeasedEntry> = {}): LeasedEntry => ({
  slot: 'phoneCall:1',
  objectName: 'phoneCall',
  recordId: 'ours',
  callId: null,
  memberId: MemberId.parse('24a030a9-9a50-40ee-92d2-8d04420958da'),
  payload: { outcome: 'b', createdBy: { source: 'MANUAL' } },
  resolvedLinks: {},
  version: 3,
  attempts: 0,
  isUnanswered: false,
  seen: null,
  yields: [],
  lastDelivered: null,
  twentyRecordId: null,
  ...change,
});
const row = (change: Partial<TwentyRow> = {}): TwentyRow => ({
  id: 'ours',
  isDeleted: false,
  fields: { outcome: 'a', updatedBy: { source: 'APPLICATION' } },
  ...change,
});
const settled = { slot: 'phoneCall:1', version: 3 };
const edit = { lastDelivered: { outcome: 'a' }, twentyRecordId: 'ours' };

describe('whether Twenty is looked at first', () => {
  test.each<[string, Partial<LeasedEntry>, boolean]>([
    ['a first delivery', {}, false],
    ['a retry that Twenty refused', { attempts: 3 }, false],
    ['a retry that nobody answered', { isUnanswered: true }, true],
    ['an edit', edit, true],
    ['an edited note link', { ...edit, objectName: 'noteTarget' }, true],
    ['a projection', { ...edit, objectName: 'repProgression', isUnanswered: true }, false],
  ])('%s', (_name, change, reads) => {
    expect(needsReading(entry(change))).toBe(reads);
  });
});

test('a first delivery writes everything, links included, under the id of its slot', () => {
  const write = wholeWrite(entry({ resolvedLinks: { noteId: 'n' } }));
  expect(write.record).toEqual({
    id: 'ours',
    fields: { outcome: 'b', createdBy: { source: 'MANUAL' }, noteId: 'n' },
  });
  expect(write.delivered).toEqual(write.record.fields);
});

test('a row that Twenty keeps under another id is written under that id', () => {
  expect(wholeWrite(entry({ twentyRecordId: 'theirs' })).record.id).toBe('theirs');
});

describe('after looking', () => {
  test.each<[string, Partial<LeasedEntry>, TwentyRow | undefined, object]>([
    ['unanswered, not there: write it all', { isUnanswered: true }, undefined, { kind: 'write' }],
    [
      'unanswered, there and the same: nothing to write',
      { isUnanswered: true, payload: { outcome: 'a' } },
      row(),
      {
        kind: 'settle',
        settlement: { ...settled, kind: 'delivered', twentyRecordId: 'ours', attention: null },
      },
    ],
    [
      'unanswered, there and different: write what differs',
      { isUnanswered: true },
      row(),
      { kind: 'write', write: { record: { id: 'ours', fields: { outcome: 'b' } } } },
    ],
    [
      'an edit of a deleted row: stop, and say so',
      edit,
      row({ isDeleted: true }),
      { kind: 'settle', settlement: { ...settled, kind: 'dead', failure: 'deleted-in-twenty' } },
    ],
    [
      'an edit of a destroyed row: stop, and say so',
      edit,
      undefined,
      { kind: 'settle', settlement: { kind: 'dead', failure: 'deleted-in-twenty' } },
    ],
    [
      'an edit',
      edit,
      row(),
      { kind: 'write', write: { record: { fields: { outcome: 'b' } }, attention: null } },
    ],
    [
      'both edited',
      edit,
      row({ fields: { outcome: 'c', updatedBy: { source: 'MANUAL' } } }),
      {
        kind: 'settle',
        settlement: { kind: 'delivered', attention: { kind: 'clash' }, delivered: { outcome: 'a' } },
      },
    ],
    [
      'both edited, and ours was chosen by somebody who saw theirs',
      { ...edit, seen: { outcome: ['c'] } },
      row({ fields: { outcome: 'c', updatedBy: { source: 'MANUAL' } } }),
      { kind: 'write', write: { record: { fields: { outcome: 'b' } }, attention: null } },
    ],
    [
      'an unanswered edit, edited again: what a program wrote there was us',
      { ...edit, isUnanswered: true },
      row({ fields: { outcome: 'our last try', updatedBy: { source: 'API' } } }),
      { kind: 'write', write: { record: { fields: { outcome: 'b' } }, attention: null } },
    ],
    [
      'an unanswered edit, and then a person edited it there: a clash all the same',
      { ...edit, isUnanswered: true },
      row({ fields: { outcome: 'their words', updatedBy: { source: 'MANUAL' } } }),
      { kind: 'settle', settlement: { kind: 'delivered', attention: { kind: 'clash' } } },
    ],
    [
      'unanswered, never settled, and then a person edited it there: theirs stays, and somebody is asked',
      { isUnanswered: true },
      row({ fields: { outcome: 'their words', updatedBy: { source: 'MANUAL' } } }),
      { kind: 'settle', settlement: { kind: 'delivered', attention: { kind: 'clash' } } },
    ],
    [
      'unanswered, never settled, and a person edited something else there: nothing to ask',
      { isUnanswered: true },
      row({ fields: { outcome: 'b', updatedBy: { source: 'MANUAL' } } }),
      { kind: 'settle', settlement: { kind: 'delivered', attention: null } },
    ],
  ])('%s', (_name, change, present, expected) => {
    expect(planAfterReading(entry(change), present)).toMatchObject(expected);
  });
});
