import { test } from 'vitest';
import type { NewWorld } from '../conformance.ts';
import { holdAgainstModel } from './outbox-property.ts';

/** Each step commits, as in life. Thousands of runs, a transaction each, are in faults/outbox-model.faults.ts. */
const RUNS = 15;

export const outboxModelConformance = (newWorld: NewWorld): void => {
  test('whatever the order of changes, leases, answers and crashes, Twenty ends up with the newest content', () =>
    holdAgainstModel((run) => run(newWorld()), RUNS));
};
