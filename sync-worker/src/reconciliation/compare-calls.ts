import type { CallId } from '@twenty-dialer/contract';
import { compareCall } from '../outbox/compare-call.ts';
import {
  type Compared,
  type FoundRow,
  foreignKey,
  type HeldCall,
  type HeldRecord,
} from '../outbox/reconciled.ts';
import { phoneCallSlot, recordIdOf } from '../outbox/slot.ts';
import type { StoreTransaction } from '../store/port.ts';
import { chunksOf, type StepContext } from './step.ts';

/** Asks Twenty for all that it has of these calls; what they come to is worked out in the transaction that keeps it. */
export const askForCalls = async (
  { ask, twenty, settings }: StepContext,
  calls: readonly HeldCall[],
): Promise<(tx: StoreTransaction) => Promise<Compared[]>> => {
  const rows: FoundRow[] = [];
  const bearing = new Map<string, FoundRow[]>();
  for (const part of chunksOf(calls, settings.pageCalls)) {
    const ids = part.map(ownIdOf);
    const callIds = part.map(({ callId }) => callId);
    for (const row of await ask(() => twenty.calls({ ids, callIds }))) {
      rows.push(row);
      const callId = String(row.fields.callId);
      bearing.set(callId, [...(bearing.get(callId) ?? []), row]);
    }
  }
  for (const objectName of ['note', 'noteTarget'] as const) {
    const ids = calls.flatMap(({ records }) =>
      records.filter((record) => record.objectName === objectName).map(({ recordId }) => recordId),
    );
    for (const part of chunksOf(ids, settings.pageRows)) {
      const found = await ask(() => (objectName === 'note' ? twenty.notes(part) : twenty.noteTargets(part)));
      rows.push(...found);
    }
  }
  const found = {
    byId: new Map(rows.map((row) => [row.id, row])),
    bearing: (callId: CallId) => bearing.get(callId) ?? [],
  };
  return async (tx) => {
    const slots = calls.flatMap(({ records }) => records.map(({ slot }) => slot));
    const foreign = [...bearing.values()].flat().map(({ id }) => foreignKey(id));
    const known = await tx.reconciliation.known([...slots, ...foreign]);
    const compared = calls.map((call) => compareCall(call, found, known));
    const records = new Map(
      calls.flatMap((call) => call.records.map((record) => [record.slot, record] as const)),
    );
    return asTheyAreNow(tx, compared, records);
  };
};

const ownIdOf = ({ callId, records }: HeldCall): string =>
  records.find(({ objectName }) => objectName === 'phoneCall')?.recordId ?? recordIdOf(phoneCallSlot(callId));

/** What changed here while Twenty was asked says nothing about Twenty: it is compared again when the rest is done. */
export const asTheyAreNow = async (
  tx: StoreTransaction,
  compared: readonly Compared[],
  records: ReadonlyMap<string, HeldRecord>,
): Promise<Compared[]> => {
  const suspects = compared.flatMap(({ differences }) =>
    differences.flatMap(({ slot }) => (slot === null ? [] : (records.get(slot) ?? []))),
  );
  const changed = await tx.reconciliation.changedSince(
    suspects.map(({ slot, changedAt }) => ({ slot, changedAt })),
  );
  if (changed.size === 0) return [...compared];
  return compared.map((one) => ({
    ...one,
    differences: one.differences.map((difference) =>
      difference.slot !== null && changed.has(difference.slot)
        ? { ...difference, ...CHANGED_MEANWHILE }
        : difference,
    ),
  }));
};

const CHANGED_MEANWHILE = {
  cause: 'waiting',
  message: 'It changed while it was compared.',
  fields: [],
  fingerprint: 'waiting',
} as const;
