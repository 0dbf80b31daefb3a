import type { DeliveryAttempt } from '../outbox/attempt.ts';
import type { Tally } from './held-leases.ts';
import type { RoundContext } from './round-context.ts';

/**
 * Tells of one document that was sent to Twenty, in one line of ids, counts and classes, never what a person wrote, and to
 * whoever counts. `before` is the tally of before it was settled.
 */
export const logAttempt = (
  { deps, held }: Pick<RoundContext, 'deps' | 'held'>,
  attempt: DeliveryAttempt,
  before: Tally,
): void => {
  const after = held.tally();
  const { id, action, answer, failure, field, code, subCode, rowCounts, slots, ms } = attempt;
  const line = {
    event: 'delivery-attempt',
    attemptId: id,
    workspaceId: deps.workspaceId,
    holder: deps.holder,
    action,
    answer,
    failure,
    field,
    code: subCode ?? code,
    rows: rowCounts,
    rootFields: Object.keys(rowCounts).length,
    slots: slots.slice(0, SLOTS_SHOWN),
    delivered: after.delivered - before.delivered,
    retried: after.retried - before.retried,
    dead: after.dead - before.dead,
    lost: after.lost - before.lost,
    ms,
  };
  deps.onAttempt?.(attempt);
  if (failure === null) deps.log.info(line, action === 'read' ? 'read in Twenty' : 'delivered to Twenty');
  else deps.log.warn(line, action === 'read' ? 'Twenty could not be read' : 'Twenty did not take everything');
};

/** Enough to find a call in the log; a full batch would make a line of several hundred ids. */
const SLOTS_SHOWN = 5;
