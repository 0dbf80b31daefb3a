import type { DeliveryAttempt, DeliveryPage } from '@twenty-dialer/contract';
import { ProblemError } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { KeptAttempt } from '../outbox/attempt.ts';
import type { JsonObject } from '../outbox/entry.ts';
import type { DeliveryDetail } from '../store/admin-port.ts';
import { TwentyError } from '../twenty/errors.ts';
import { comparedFields } from './compared-fields.ts';
import type { DeliveriesDeps } from './deps.ts';

const MOST_DEEDS = 50;

/** Everything about one record on its way. @throws ProblemError `not-found` */
export const readDeliveryPage = async (
  deps: DeliveriesDeps,
  who: SignedIn,
  slot: string,
): Promise<DeliveryPage> => {
  const { detail, attempts, deeds } = await deps.store.transaction(who.workspaceId, async (tx) => ({
    detail: await tx.deliveries.detail(slot),
    attempts: await tx.outbox.attemptsOf(slot),
    deeds: await tx.audit.of(slot, MOST_DEEDS),
  }));
  if (detail === null) throw noSuchDelivery();
  const look = await lookAt(deps, who, detail);
  return {
    delivery: deps.viewOf(detail.row),
    version: detail.version,
    inTwenty: look.inTwenty,
    fields: comparedFields(detail, look.fields),
    waitsFor: detail.waitsFor.map(deps.viewOf),
    holdsBack: detail.holdsBack.map(deps.viewOf),
    attempts: attempts.map(attemptView),
    deeds: [...deeds],
    unmatchedNumber: detail.unmatchedNumber,
  };
};

export const noSuchDelivery = (): ProblemError =>
  new ProblemError('not-found', {
    detail: 'No record with this key is, or was, on its way to Twenty.',
    remedy: 'Go back to the list of deliveries.',
  });

interface Look {
  readonly inTwenty: DeliveryPage['inTwenty'];
  readonly fields: JsonObject | null;
}

/** With the admin's own token: what Twenty does not show them, they do not see here either. */
const lookAt = async (deps: DeliveriesDeps, who: SignedIn, detail: DeliveryDetail): Promise<Look> => {
  try {
    const token = await deps.accessTokenOf(who);
    const row = await deps.look.at(token, detail.row.objectName, detail.recordId);
    if (row === null) return { inTwenty: { state: 'not-there' }, fields: null };
    return { inTwenty: { state: row.isDeleted ? 'deleted' : 'there' }, fields: row.fields };
  } catch (error) {
    if (!(error instanceof TwentyError)) throw error;
    if (error.kind === 'unreachable' || error.kind === 'throttled') {
      return { inTwenty: { state: 'away', message: error.message }, fields: null };
    }
    return { inTwenty: { state: 'not-readable' }, fields: null };
  }
};

const attemptView = (attempt: KeptAttempt): DeliveryAttempt => ({
  id: attempt.id,
  startedAt: attempt.startedAt,
  ms: attempt.ms,
  holder: attempt.holder,
  action: attempt.action,
  answer: attempt.answer,
  failure: attempt.failure,
  code: attempt.code,
  subCode: attempt.subCode,
  message: attempt.message,
  field: attempt.field,
  rows: Object.values(attempt.rowCounts).reduce((sum, rows) => sum + rows, 0),
  request: body(attempt.request),
  response: body(attempt.response),
});

const body = (value: JsonObject | null): DeliveryAttempt['request'] =>
  value === null ? null : structuredClone(value as DeliveryAttempt['request']);
