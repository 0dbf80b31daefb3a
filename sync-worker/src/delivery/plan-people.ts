import type { LeasedEntry } from '../outbox/entry.ts';
import { callCountIn, mergePerson } from '../outbox/person-record.ts';
import type { TwentyRow } from '../twenty/port.ts';
import type { DeliveryDeps } from './deps.ts';
import type { Plan } from './plan.ts';
import { deliveredAs, nobodyThere } from './settlements.ts';

/**
 * What to write to people whose rows were just read: only to those that are there, because an upsert would make a person
 * or bring a deleted one back, and only fields that differ. What Twenty had counted of somebody before us is kept before
 * anything is written, so that an answer that gets lost cannot make our own count look like Twenty's.
 */
export const planPeople = async (
  { store, workspaceId }: Pick<DeliveryDeps, 'store' | 'workspaceId'>,
  entries: readonly LeasedEntry[],
  rows: ReadonlyMap<string, TwentyRow>,
): Promise<Plan[]> => {
  const found = entries.flatMap(({ recordId }) => {
    const row = rows.get(recordId);
    return row === undefined || row.isDeleted
      ? []
      : [{ personId: recordId, callsBefore: callCountIn(row.fields) }];
  });
  const callsBefore = await store.transaction(workspaceId, (tx) => tx.projections.openPeople(found));
  return entries.map((entry) =>
    planPerson(entry, rows.get(entry.recordId), callsBefore.get(entry.recordId) ?? 0),
  );
};

const planPerson = (entry: LeasedEntry, row: TwentyRow | undefined, callsBefore: number): Plan => {
  if (row === undefined || row.isDeleted) return { kind: 'settle', settlement: nobodyThere(entry) };
  const { toSend, delivered } = mergePerson({
    ours: entry.payload,
    theirs: row.fields,
    callsBefore,
    lastDelivered: entry.lastDelivered,
  });
  if (Object.keys(toSend).length === 0) {
    return { kind: 'settle', settlement: deliveredAs({ entry, delivered, attention: null }, row.id) };
  }
  return {
    kind: 'write',
    write: { entry, record: { id: row.id, fields: toSend }, delivered, attention: null },
  };
};
