import { CallId } from '@twenty-dialer/contract';
import type { Compared } from '../outbox/reconciled.ts';
import type { StoreTransaction } from '../store/port.ts';
import { askForCalls } from './compare-calls.ts';
import { askForDays, askForTotals, compareForeignRows } from './compare-rest.ts';
import type { StepContext } from './step.ts';

/** Compares again what had differences; what is left of each is worked out in the transaction that keeps it. */
export const askForSubjects = async (
  context: StepContext,
  subjects: readonly string[],
): Promise<(tx: StoreTransaction) => Promise<Compared[]>> => {
  const { read, ask, twenty } = context;
  const named = (kind: string): string[] =>
    subjects
      .filter((subject) => subject.startsWith(`${kind}:`))
      .map((subject) => subject.slice(kind.length + 1));
  const [callIds, slots, memberIds, recordIds] = [
    named('call'),
    named('day'),
    named('totals'),
    named('record'),
  ];
  const held = await read(async (tx) => ({
    calls: await tx.reconciliation.callsById(callIds.map((id) => CallId.parse(id))),
    days: await tx.reconciliation.daysBySlot(slots),
    totals: memberIds.length === 0 ? [] : await tx.reconciliation.totals({ memberIds }),
  }));
  const outcomes = [
    await askForCalls(context, held.calls),
    await askForDays(context, held.days),
    await askForTotals(context, held.totals),
    recordIds.length === 0
      ? async () => []
      : compareForeignRows(await ask(() => twenty.calls({ ids: recordIds, callIds: [] }))),
  ];
  return async (tx) => {
    const compared: Compared[] = [];
    for (const outcome of outcomes) compared.push(...(await outcome(tx)));
    const met = new Set(compared.map(({ subject }) => subject));
    // Of what is neither here nor there any more nothing is left to tell.
    const gone = subjects.filter((subject) => !met.has(subject));
    return [
      ...compared,
      ...gone.map((subject) => ({ subject, differences: [], inTrash: [], here: [], twenty: [] })),
    ];
  };
};
