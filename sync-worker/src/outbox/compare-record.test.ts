import { expect, test } from 'vitest';
import { compareRecord } from './compare-record.ts';
import { printOf } from './differing-fields.ts';
import type { FoundRow, HeldRecord, KnownBefore } from './reconciled.ts';

const DELIVERED_AT = '2026-11-21T09:00:00.000Z';
const EARLIER = '2026-11-21T08:00:00.000Z';
const LATER = '2026-11-21T10:00:00.000Z';

const held = (changes: Partial<HeldRecord> = {}): HeldRecord => ({
  slot: 'phoneCall:1',
  objectName: 'phoneCall',
  recordId: '1',
  state: 'delivered',
  isHeldBack: false,
  wasDelivered: true,
  deliveredAt: DELIVERED_AT,
  reason: null,
  attention: null,
  payload: { name: 'Call to Ada', outcome: 'INTERESTED', createdBy: { name: 'Bob' } },
  lastDelivered: { name: 'Call to Ada', outcome: 'INTERESTED' },
  changedAt: 'x',
  ...changes,
});
const row = (fields: FoundRow['fields'] = {}, changes: Partial<FoundRow> = {}): FoundRow => ({
  id: '1',
  fields: { name: 'Call to Ada', outcome: 'INTERESTED', updatedBy: { source: 'API' }, ...fields },
  isDeleted: false,
  updatedAt: LATER,
  ...changes,
});
const known = (changes: Partial<KnownBefore> = {}): KnownBefore => ({
  isAccepted: () => false,
  wasInTrash: () => false,
  ...changes,
});
const byPerson = { updatedBy: { source: 'MANUAL' } };
const other = { outcome: 'BUSY' };
const deletion = { kind: 'deleted-in-twenty', message: '', objectName: 'phoneCall' } as const;

test.each<[string, Partial<HeldRecord>, FoundRow | undefined, string | null]>([
  ['the same on both sides', {}, row(), null],
  ['a better title in Twenty', {}, row({ name: 'Ada, about prices' }), null],
  ['gone without a trace', {}, undefined, 'missing'],
  ['in the trash', {}, row({}, { isDeleted: true }), 'deleted'],
  ['changed by a person', {}, row({ ...other, ...byPerson }), 'edited'],
  ['changed by another program since', {}, row(other), 'edited'],
  ['from before our delivery', {}, row(other, { updatedAt: EARLIER }), 'older'],
  [
    'from before it, but a person wrote it',
    {},
    row({ ...other, ...byPerson }, { updatedAt: EARLIER }),
    'edited',
  ],
  ['a moment apart, as clocks are', {}, row(other, { updatedAt: '2026-11-21T08:59:30.000Z' }), 'edited'],
  ['on its way', { state: 'pending' }, undefined, 'waiting'],
  ['in the hands of a worker', { state: 'leased' }, row(other), 'waiting'],
  ['pointing at what is not there', { state: 'pending', isHeldBack: true }, undefined, 'held-back'],
  ['refused', { state: 'dead', reason: 'No' }, undefined, 'failed'],
  [
    'refused because it was deleted',
    { state: 'dead', attention: deletion },
    row({}, { isDeleted: true }),
    'deleted',
  ],
  [
    'refused because it was deleted, and restored since',
    { state: 'dead', attention: deletion },
    row(),
    'failed',
  ],
  ['given up before it arrived', { state: 'dismissed', wasDelivered: false }, undefined, null],
  ['given up with an edit that never arrived', { state: 'dismissed', payload: other }, row(), null],
])('%s', (_name, record, found, cause) => {
  expect(compareRecord(held(record), found, known()).verdict?.cause ?? null).toBe(cause);
});

test('what lay in the trash before is gone for good, not missing', () => {
  const verdict = compareRecord(held(), undefined, known({ wasInTrash: () => true })).verdict;
  expect(verdict?.cause).toBe('destroyed');
});

test('accepted is what looks the same; another edit is news again', () => {
  const print = printOf([{ name: 'outcome', here: 'INTERESTED', inTwenty: 'BUSY' }]);
  const accepted = known({ isAccepted: (_key, fingerprint) => fingerprint === print });
  expect(compareRecord(held(), row(other), accepted)).toEqual({ verdict: null, isAccepted: true });
  expect(compareRecord(held(), row({ outcome: 'VOICEMAIL' }), accepted).verdict?.cause).toBe('edited');
});
