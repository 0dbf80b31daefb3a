import type { Attention } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import type { EntrySummary } from './entry.ts';
import { syncStateOf } from './sync-state.ts';

const entry = (change: Partial<EntrySummary>): EntrySummary => ({
  slot: 'phoneCall:1',
  objectName: 'phoneCall',
  state: 'pending',
  isDue: false,
  attention: null,
  twentyRecordId: null,
  firstDeliveredAt: null,
  ...change,
});
const clash: Attention = {
  kind: 'clash',
  message: 'Both sides changed the outcome.',
  objectName: 'phoneCall',
};

const givenUp: Attention = { kind: 'dismissed', message: 'Given up by Ann.', objectName: 'note' };

test.each<[string, EntrySummary[], string]>([
  ['nothing to write', [], 'saved'],
  ['waiting for its time', [entry({})], 'saved'],
  ['due', [entry({ isDue: true })], 'on-its-way'],
  ['being delivered', [entry({ state: 'leased', isDue: true })], 'on-its-way'],
  [
    'call there, note due',
    [entry({ state: 'delivered' }), entry({ objectName: 'note', isDue: true })],
    'on-its-way',
  ],
  ['all there', [entry({ state: 'delivered' }), entry({ state: 'delivered' })], 'in-twenty'],
  [
    'all there but a note given up',
    [entry({ state: 'delivered' }), entry({ objectName: 'note', state: 'dismissed', attention: givenUp })],
    'in-twenty',
  ],
  [
    'the call given up, its note there',
    [entry({ state: 'dismissed' }), entry({ objectName: 'note', state: 'delivered' })],
    'saved',
  ],
  ['given up altogether', [entry({ state: 'dismissed' })], 'saved'],
  ['one dead', [entry({ state: 'delivered' }), entry({ state: 'dead' })], 'needs-attention'],
  ['there, with a clash', [entry({ state: 'delivered', attention: clash })], 'needs-attention'],
])('%s', (_name, entries, state) => {
  expect(syncStateOf(entries).state).toBe(state);
});

test('the call record itself says when it arrived and where it is, not its note', () => {
  const sync = syncStateOf([
    entry({
      objectName: 'note',
      state: 'delivered',
      twentyRecordId: 'note-1',
      firstDeliveredAt: new Date('2026-11-20T15:00:00Z'),
    }),
    entry({
      state: 'delivered',
      twentyRecordId: 'call-1',
      firstDeliveredAt: new Date('2026-11-20T15:08:00Z'),
      attention: clash,
    }),
  ]);
  expect(sync).toEqual({
    state: 'needs-attention',
    deliveredAt: '2026-11-20T15:08:00.000Z',
    attention: [clash],
    twentyRecordId: 'call-1',
  });
});
