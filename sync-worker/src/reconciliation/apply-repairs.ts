import type { DifferenceCause } from '@twenty-dialer/contract';
import { progressionRecord } from '../outbox/progression-record.ts';
import { recordsOfCall } from '../outbox/records-of-call.ts';
import type { StoreTransaction } from '../store/port.ts';
import type { DifferenceRow, WriteAgain } from '../store/reconciliation-port.ts';
import { chunksOf, type StepContext } from './step.ts';

const AT_ONCE = 100;

/** Does what was pressed about the next differences; false: about all of them something has been done. */
export const applyRepairs = async ({ run, read }: StepContext): Promise<boolean> => {
  const rows = await read((tx) => tx.reconciliation.toApply(run.id, AT_ONCE));
  if (rows.length === 0) return false;
  const accepted = rows.filter(({ remedy }) => remedy === 'accept');
  const again = rows.filter(({ remedy }) => remedy === 'write-again');
  const isOf = (causes: readonly DifferenceCause[]) => again.filter(({ cause }) => causes.includes(cause));
  // Each in a transaction of its own: a member's totals are locked before any entry, and calls before theirs.
  for (const row of isOf(['xp'])) await read((tx) => inOne(tx, [row], () => addUpAnew(tx, row)));
  for (const row of isOf(['not-queued'])) await read((tx) => inOne(tx, [row], () => putInQueue(tx, row)));
  for (const part of chunksOf(isOf(['failed']), AT_ONCE))
    await read((tx) => inOne(tx, part, () => tx.deliveries.redrive(slotsOf(part))));
  for (const part of chunksOf(isOf(['missing', 'older', 'edited', 'figures']), AT_ONCE))
    await read((tx) => inOne(tx, part, () => tx.reconciliation.writeAgain(part.flatMap(howOf))));
  for (const part of chunksOf(accepted, AT_ONCE)) await read((tx) => inOne(tx, part, () => accept(tx, part)));
  return true;
};

const inOne = async (
  tx: StoreTransaction,
  rows: readonly DifferenceRow[],
  work: () => Promise<unknown>,
): Promise<void> => {
  await work();
  await tx.reconciliation.markApplied(rows.map(({ id }) => id));
};

const slotsOf = (rows: readonly DifferenceRow[]): string[] => rows.flatMap(({ slot }) => slot ?? []);

const howOf = ({ slot, cause, fields }: DifferenceRow): WriteAgain[] => {
  if (slot === null) return [];
  if (cause === 'missing') return [{ slot, how: 'anew' }];
  if (cause === 'figures') return [{ slot, how: 'same' }];
  return [
    { slot, how: 'seen', seen: Object.fromEntries(fields.map(({ name, inTwenty }) => [name, [inTwenty]])) },
  ];
};

/** From the ledger alone; what Twenty has is overwritten as a whole. */
const addUpAnew = async (tx: StoreTransaction, { member, slot }: DifferenceRow): Promise<void> => {
  if (member === null || slot === null) return;
  const { after } = await tx.progression.rebuild(member.id);
  if (!after.isOpened) return;
  await tx.outbox.touch([progressionRecord(after.member, after)]);
  await tx.reconciliation.writeAgain([{ slot, how: 'same' }]);
};

const putInQueue = async (tx: StoreTransaction, { callId, member }: DifferenceRow): Promise<void> => {
  const call = callId === null ? null : await tx.calls.get(callId);
  if (call === null || member === null) return;
  const knownSlots = call.entries.map(({ slot }) => slot);
  await tx.outbox.touch(
    recordsOfCall({
      report: call.report,
      member: { id: call.memberId, name: member.name },
      knownSlots,
      match: call.match,
    }),
  );
};

/** Nobody need look at the delivery any more either. What Twenty has, it keeps. */
const accept = async (tx: StoreTransaction, rows: readonly DifferenceRow[]): Promise<void> => {
  const settled = rows.filter(({ cause }) => SETTLED_BY_ACCEPTING.includes(cause));
  // A correction that came meanwhile goes to Twenty all the same.
  const slots = settled.length === 0 ? [] : await tx.reconciliation.atRest(slotsOf(settled));
  if (slots.length > 0)
    await tx.deliveries.dismiss(slots, 'What Twenty has was accepted when both sides were compared.');
  await tx.reconciliation.accept(
    rows.map(({ key, fingerprint, settledBy }) => ({ key, fingerprint, by: settledBy })),
  );
};

const SETTLED_BY_ACCEPTING: readonly DifferenceCause[] = [
  'deleted',
  'destroyed',
  'missing',
  'older',
  'edited',
];
