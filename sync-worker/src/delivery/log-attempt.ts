import type { Classified } from '../twenty/failures.ts';
import type { WriteAnswer } from '../twenty/port.ts';
import { groupByObject } from './group-by-object.ts';
import type { Tally } from './held-leases.ts';
import type { Write } from './plan.ts';
import type { Halt, RoundContext } from './round-context.ts';

/** One line per document sent to Twenty: ids, counts and classes, never what a person wrote. */
export const logAttempt = (
  { deps, held }: RoundContext,
  writes: readonly Write[],
  attempt: {
    answer: WriteAnswer;
    refused: Classified | null;
    halt: Halt | null;
    before: Tally;
    ms: number;
  },
): void => {
  const { answer, refused, halt, before, ms } = attempt;
  const after = held.tally();
  const groups = groupByObject(writes);
  const line = {
    event: 'delivery-attempt',
    workspaceId: deps.workspaceId,
    holder: deps.holder,
    answer: answer.kind,
    failure: halt?.kind ?? refused?.failure ?? null,
    field: refused?.field ?? null,
    refusals: answer.kind === 'answered' ? answer.refusals.map(({ code, subCode }) => subCode ?? code) : [],
    rows: Object.fromEntries([...groups].map(([objectName, { length }]) => [objectName, length])),
    rootFields: groups.size,
    slots: writes.slice(0, SLOTS_SHOWN).map(({ entry }) => entry.slot),
    delivered: after.delivered - before.delivered,
    retried: after.retried - before.retried,
    dead: after.dead - before.dead,
    lost: after.lost - before.lost,
    ms,
  };
  if (line.failure === null) deps.log.info(line, 'delivered to Twenty');
  else deps.log.warn(line, 'Twenty did not take everything');
};

/** Enough to find a call in the log; a full batch would make a line of several hundred ids. */
const SLOTS_SHOWN = 5;
