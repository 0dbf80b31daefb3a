import type { Attention } from '@twenty-dialer/contract';
import type { Json, Settlement } from '../outbox/entry.ts';
import type { Write } from './plan.ts';
import { missingTarget, WORDS } from './settlements.ts';

/** Fields that name a record which is not ours, and what kind of record that is. */
const LINK_FIELDS = {
  personId: 'person',
  targetPersonId: 'person',
  memberId: 'workspaceMember',
  addedById: 'workspaceMember',
} as const;
type LinkedObject = (typeof LINK_FIELDS)[keyof typeof LINK_FIELDS];
const LINKS = Object.entries(LINK_FIELDS);

/** The people and members that these rows name: Twenty's refusal of a missing link says neither which nor where. */
export const linkedIds = (writes: readonly Write[]): ReadonlyMap<LinkedObject, readonly string[]> => {
  const ids = new Map<LinkedObject, string[]>();
  for (const { record } of writes) {
    for (const [field, objectName] of LINKS) {
      const id = record.fields[field];
      if (typeof id === 'string') ids.set(objectName, [...(ids.get(objectName) ?? []), id]);
    }
  }
  return ids;
};

export interface Repaired {
  readonly writes: readonly Write[];
  /** Rows that are nothing without the link that is dead. */
  readonly settlements: readonly Settlement[];
}

/** The same rows without the links that are dead, marked for attention. */
export const dropDeadLinks = (
  writes: readonly Write[],
  existing: ReadonlyMap<LinkedObject, ReadonlySet<string>>,
): Repaired => {
  const kept: Write[] = [];
  const settlements: Settlement[] = [];
  for (const write of writes) {
    const dead = LINKS.filter(([field, objectName]) => {
      const id = write.record.fields[field];
      return typeof id === 'string' && existing.get(objectName)?.has(id) === false;
    });
    const [first] = dead;
    if (first === undefined) kept.push(write);
    else if (first[0] === 'targetPersonId') settlements.push(missingTarget(write.entry));
    else kept.push(without(write, dead));
  }
  return { writes: kept, settlements };
};

const without = (write: Write, dead: readonly (readonly [string, LinkedObject])[]): Write => {
  const { entry, record } = write;
  const fields: Record<string, Json> = { ...record.fields };
  const delivered: Record<string, Json> = { ...write.delivered };
  for (const [field] of dead) {
    delete fields[field];
    delivered[field] = entry.lastDelivered?.[field] ?? null;
  }
  const names = [...new Set(dead.map(([, objectName]) => LINK_WORDS[objectName]))].join(' and ');
  const message = `The ${WORDS[entry.objectName]} is recorded without its link: the ${names} it names is not in Twenty any more.`;
  return {
    entry,
    record: { id: record.id, fields },
    delivered,
    attention: missingLink(write, message),
  };
};

const LINK_WORDS: Readonly<Record<LinkedObject, string>> = { person: 'person', workspaceMember: 'member' };

const missingLink = ({ entry }: Write, message: string): Attention => ({
  kind: 'missing-link',
  message,
  objectName: entry.objectName,
});
