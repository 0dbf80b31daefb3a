import { Delivery, DeliveryOverview, DeliveryPage } from '@twenty-dialer/contract';
import { ADA, callIdNumber } from './invented.ts';

/** A call of Ada's that Twenty refused, changed its number of seconds before nine o'clock. */
export const inventedDelivery = (
  count: number,
  change: Partial<Record<keyof Delivery, unknown>> = {},
): Delivery =>
  Delivery.parse({
    slot: `phoneCall:${callIdNumber(count)}`,
    objectName: 'phoneCall',
    title: `Call ${count}`,
    stage: 'failed',
    isHeldBack: false,
    failure: 'cannot-accept',
    reason: 'Twenty says: Invalid value "12" for field "fromNumber".',
    attention: null,
    member: { id: ADA, name: 'Ada Okoro' },
    callId: callIdNumber(count),
    attempts: 1,
    waitingSince: null,
    dueAt: null,
    changedAt: new Date(Date.parse('2026-11-21T09:00:00.000Z') - count * 1_000).toISOString(),
    deliveredAt: null,
    twentyUrl: null,
    ...change,
  });

export const inventedOverview = (
  change: Partial<Record<keyof DeliveryOverview, unknown>> = {},
): DeliveryOverview =>
  DeliveryOverview.parse({
    status: { state: 'running', since: '2026-11-21T08:00:00.000Z', message: '' },
    pause: null,
    stages: [
      { stage: 'waiting', count: 3 },
      { stage: 'failed', count: 2 },
    ],
    failures: [{ failure: 'cannot-accept', count: 2 }],
    unmatched: 4,
    oldestWaitingMs: 1_200,
    lag: { p50Ms: 70, p95Ms: 400, p99Ms: 2_300 },
    budget: { left: 480, capacity: 500, windowMs: 60_000 },
    hours: [{ from: '2026-11-21T08:00:00.000Z', delivered: 210, failed: 1 }],
    ...change,
  });

export const inventedDeliveryPage = (
  delivery: Delivery,
  change: Partial<Record<keyof DeliveryPage, unknown>> = {},
): DeliveryPage =>
  DeliveryPage.parse({
    delivery,
    version: 2,
    inTwenty: { state: 'not-there' },
    fields: [
      inventedField('fromNumber', '12'),
      inventedField('talkSeconds', 60),
      inventedField('callId', delivery.callId, { isEditable: false }),
    ],
    waitsFor: [],
    holdsBack: [],
    attempts: [
      {
        id: 'attempt-1',
        startedAt: '2026-11-21T08:59:00.000Z',
        ms: 61,
        holder: 'worker-1',
        action: 'write',
        answer: 'refused',
        failure: 'cannot-accept',
        code: 'BAD_USER_INPUT',
        subCode: null,
        message: 'Invalid value "12" for field "fromNumber"',
        field: 'fromNumber',
        rows: 1,
        request: { phoneCall: [{ fromNumber: '12' }] },
        response: { errors: [{ message: 'Invalid value' }] },
      },
    ],
    deeds: [],
    unmatchedNumber: null,
    ...change,
  });

export const inventedField = (name: string, here: unknown, change: object = {}) => ({
  name,
  here,
  inTwenty: null,
  isDifferent: false,
  isEdited: false,
  isEditable: true,
  ...change,
});
