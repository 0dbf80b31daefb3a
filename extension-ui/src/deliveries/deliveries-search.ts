import { DeliveredObject, DeliveryStage, FailureKind, MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';
import { listOf } from '../history/history-search.ts';

/** Stands for records of every stage; without it and without stages the list shows what is not in Twenty as it should be. */
export const ALL_STAGES = 'all';

/** What the address of the list says. A value that nobody understands is as good as none. */
export const DeliveriesSearch = z.object({
  stages: z
    .union([z.literal(ALL_STAGES), listOf(DeliveryStage)])
    .optional()
    .catch(undefined),
  failures: listOf(FailureKind).optional().catch(undefined),
  objects: listOf(DeliveredObject).optional().catch(undefined),
  rep: listOf(MemberId).optional().catch(undefined),
  when: z.enum(['today', 'week', 'custom']).optional().catch(undefined),
  /** First and last day of a custom timeframe, in the viewer's time zone. */
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  /** `none`: calls whose person nobody knows. */
  person: z.enum(['none']).optional().catch(undefined),
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
});
export type DeliveriesSearch = z.infer<typeof DeliveriesSearch>;

export const NO_DELIVERY_FILTERS = {
  stages: undefined,
  failures: undefined,
  objects: undefined,
  rep: undefined,
  when: undefined,
  from: undefined,
  to: undefined,
  person: undefined,
  q: undefined,
} satisfies DeliveriesSearch;

/** Whether anything but the usual is asked for, so that an empty list may be the filters' doing. */
export const hasDeliveryFilters = (search: DeliveriesSearch): boolean =>
  Object.values(search).some((value) => value !== undefined);
