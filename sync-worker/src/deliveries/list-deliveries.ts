import { type DeliveryList, type DeliveryQuery, Instant } from '@twenty-dialer/contract';
import { z } from 'zod';
import { ProblemError } from '../http/problem.ts';
import type { DeliveryFilterOf } from '../store/admin-port.ts';
import type { StoreTransaction } from '../store/port.ts';
import type { DeliveriesDeps } from './deps.ts';

/** More than anybody reads; beyond it a count tells nothing that "more than" does not. */
const MOST_COUNTED = 10_000;

/** One page of records on their way. @throws ProblemError `invalid-request` when the cursor is none of ours. */
export const listDeliveries = async (
  tx: StoreTransaction,
  { cursor, limit, ...asked }: z.output<typeof DeliveryQuery>,
  { viewOf }: Pick<DeliveriesDeps, 'viewOf'>,
): Promise<DeliveryList> => {
  const filter: DeliveryFilterOf = asked;
  const after = cursor === undefined ? null : placeOf(cursor);
  const rows = await tx.deliveries.list({ filter, after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return {
    deliveries: shown.map(viewOf),
    nextCursor: hasMore ? `${last.changedAt}_${last.slot}` : null,
    total: after === null ? await tx.deliveries.count({ filter }, MOST_COUNTED) : null,
  };
};

const Place = z.tuple([Instant, z.string().min(1)]);

const placeOf = (cursor: string): { changedAt: Instant; slot: string } => {
  const cut = cursor.indexOf('_');
  const place = Place.safeParse([cursor.slice(0, cut), cursor.slice(cut + 1)]);
  if (place.success) return { changedAt: place.data[0], slot: place.data[1] };
  throw new ProblemError('invalid-request', {
    detail: 'The list cannot go on from there.',
    remedy: 'Begin at the first page again.',
    fields: [{ path: 'cursor', message: 'Use the nextCursor of the page before.' }],
  });
};
