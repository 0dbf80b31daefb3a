import type { ObjectName } from '../outbox/entry.ts';
import type { Write } from './plan.ts';

/** The rows of each object: one root field, one token of the budget. */
export const groupByObject = (writes: readonly Write[]): Map<ObjectName, Write[]> => {
  const groups = new Map<ObjectName, Write[]>();
  for (const write of writes) {
    const group = groups.get(write.entry.objectName) ?? [];
    groups.set(write.entry.objectName, group);
    group.push(write);
  }
  return groups;
};
