import { expect, test } from 'vitest';
import { type DeliveryEvent, NEXT_STATE, nextState } from './delivery-state.ts';
import type { DeliveryState } from './entry.ts';

const STATES = Object.keys(NEXT_STATE) as DeliveryState[];

test.each<[DeliveryState, DeliveryEvent, DeliveryState]>([
  ['pending', 'lease', 'leased'],
  ['leased', 'lease', 'leased'],
  ['leased', 'succeed', 'delivered'],
  ['leased', 'succeed-older', 'pending'],
  ['leased', 'retry', 'pending'],
  ['leased', 'release', 'pending'],
  ['leased', 'bury', 'dead'],
  ['leased', 'touch', 'leased'],
  ['delivered', 'touch', 'pending'],
  ['dead', 'touch', 'pending'],
  ['dead', 'redrive', 'pending'],
  ['dead', 'dismiss', 'dismissed'],
  ['dismissed', 'touch', 'pending'],
  ['dismissed', 'redrive', 'pending'],
  ['pending', 'dismiss', 'dismissed'],
])('%s, %s → %s', (state, event, next) => {
  expect(nextState(state, event)).toBe(next);
});

test('only a leased entry is settled: nobody settles what they do not hold', () => {
  const settling: DeliveryEvent[] = ['succeed', 'succeed-older', 'retry', 'release', 'bury'];
  for (const state of STATES.filter((each) => each !== 'leased')) {
    for (const event of settling) expect(nextState(state, event)).toBeNull();
  }
});

test('new content is never lost: every state takes it, and none calls it delivered', () => {
  for (const state of STATES) expect(['pending', 'leased']).toContain(nextState(state, 'touch'));
});

test('an admin never takes an entry out of the hands of a worker', () => {
  expect(nextState('leased', 'dismiss')).toBeNull();
  expect(nextState('leased', 'redrive')).toBeNull();
});
