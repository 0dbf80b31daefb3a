import type { DeliveryOverview } from '@twenty-dialer/contract';
import { tokensLeft } from '../outbox/budget.ts';
import { lagQuantile } from '../outbox/lag.ts';
import type { DeliveryFigures } from '../store/admin-port.ts';
import type { StoreTransaction } from '../store/port.ts';
import type { DeliveriesDeps } from './deps.ts';

const HOUR_MS = 3_600_000;
const HOURS = 24;

/** How deliveries are doing, all on one page. */
export const readOverview = async (
  tx: StoreTransaction,
  { budget: settings }: Pick<DeliveriesDeps, 'budget'>,
): Promise<DeliveryOverview> => {
  const { stages, failures, unmatched, oldestWaitingMs, hours } = await tx.deliveries.figures();
  const { state, nowMs } = await tx.delivery.budget();
  const lags = await tx.delivery.lags(HOUR_MS);
  const [p50Ms, p95Ms, p99Ms] = [0.5, 0.95, 0.99].map((share) => lagQuantile(lags, share));
  return {
    status: await tx.delivery.status(),
    pause: await tx.delivery.pause(),
    stages: [...stages],
    failures: [...failures],
    unmatched,
    oldestWaitingMs,
    lag: p50Ms == null || p95Ms == null || p99Ms == null ? null : { p50Ms, p95Ms, p99Ms },
    budget: {
      left: Math.floor(tokensLeft(state, nowMs, settings)),
      capacity: settings.capacity,
      windowMs: settings.windowMs,
    },
    hours: everyHour(hours, nowMs),
  };
};

/** Hours in which nothing happened are hours as well. */
const everyHour = (known: DeliveryFigures['hours'], nowMs: number): DeliveryOverview['hours'] => {
  const present = Math.floor(nowMs / HOUR_MS) * HOUR_MS;
  return Array.from({ length: HOURS }, (_none, nth) => {
    const from = new Date(present - (HOURS - 1 - nth) * HOUR_MS).toISOString();
    const found = known.find((hour) => hour.from === from);
    return { from, delivered: found?.delivered ?? 0, failed: found?.failed ?? 0 };
  });
};
