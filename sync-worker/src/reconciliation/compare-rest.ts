import { CallId } from '@twenty-dialer/contract';
import { compareForeign } from '../outbox/compare-call.ts';
import { compareDay, compareTotals } from '../outbox/compare-figures.ts';
import { type Compared, type FoundRow, foreignKey, recordSubject } from '../outbox/reconciled.ts';
import type { StoreTransaction } from '../store/port.ts';
import type { DayToCompare, TotalsToCompare } from '../store/reconciliation-port.ts';
import { asTheyAreNow } from './compare-calls.ts';
import { chunksOf, type StepContext } from './step.ts';

type Outcome = (tx: StoreTransaction) => Promise<Compared[]>;

/** Records of Twenty's: those that bear a call id which nobody knows here are told of. */
export const compareForeignRows =
  (rows: readonly FoundRow[]): Outcome =>
  async (tx) => {
    const bearing = rows.flatMap((row) => {
      const callId = CallId.safeParse(row.fields.callId);
      return callId.success ? [{ row, callId: callId.data }] : [];
    });
    const here = await tx.reconciliation.knownCalls(bearing.map(({ callId }) => callId));
    const foreign = bearing.filter(({ callId }) => !here.has(callId)).map(({ row }) => row);
    if (foreign.length === 0) return [];
    const known = await tx.reconciliation.known(foreign.map(({ id }) => foreignKey(id)));
    const zones = await tx.reconciliation.timeZones(foreign.flatMap((row) => memberOf(row) ?? []));
    return foreign.map((row) =>
      compareForeign(row, known, {
        subject: recordSubject(row.id),
        timeZone: zones.get(memberOf(row) ?? '') ?? null,
      }),
    );
  };

const memberOf = ({ fields }: FoundRow): string | null =>
  typeof fields.memberId === 'string' && fields.memberId !== '' ? fields.memberId : null;

/** Records that nobody made with the dialer. */
export const countMadeByHand = (rows: readonly FoundRow[]): number =>
  rows.filter(({ fields }) => !CallId.safeParse(fields.callId).success).length;

export const askForDays = async (
  { ask, twenty, settings }: StepContext,
  days: readonly DayToCompare[],
): Promise<Outcome> => {
  const rows = new Map<string, FoundRow>();
  for (const part of chunksOf(days, settings.pageRows)) {
    const found = await ask(() => twenty.days(part.map(({ record }) => record.recordId)));
    for (const row of found) rows.set(row.id, row);
  }
  return (tx) =>
    asTheyAreNow(
      tx,
      days.map((day) => compareDay(day, rows.get(day.record.recordId))),
      new Map(days.map(({ record }) => [record.slot, record])),
    );
};

export const askForTotals = async (
  { ask, twenty, run, settings }: StepContext,
  totals: readonly TotalsToCompare[],
): Promise<Outcome> => {
  const theirs = new Map<string, TotalsToCompare['here']>();
  for (const part of chunksOf(totals, settings.pageRows)) {
    for (const [id, found] of await ask(() => twenty.totals(part.map(({ member }) => member.id))))
      theirs.set(id, found);
  }
  return async (tx) => {
    const sides = totals.map((one) => ({ ...one, twenty: theirs.get(one.member.id) ?? null }));
    await tx.reconciliation.keepTotals(
      run.id,
      sides.map(({ member, here, twenty: there }) => ({ memberId: member.id, here, twenty: there })),
    );
    return asTheyAreNow(
      tx,
      sides.map(({ member, ...side }) => compareTotals(member, side)),
      new Map(totals.flatMap(({ record }) => (record === null ? [] : [[record.slot, record] as const]))),
    );
  };
};
