import type { DeliveryFilter, DeliveryStage } from '@twenty-dialer/contract';
import { type Calendar, instantsOf } from '../history/timeframe.ts';
import { ALL_STAGES, type DeliveriesSearch } from './deliveries-search.ts';

/** What is not in Twenty as it should be: the list that an admin comes for. */
export const OPEN_STAGES = ['waiting', 'on-its-way', 'failed', 'needs-attention'] as const;

export type DeliveryRequest = { [Part in keyof DeliveryFilter]?: DeliveryFilter[Part] | undefined };

/** What the worker is asked for a list with these filters; the same filter names what a background job is for. */
export const deliveryRequest = (
  search: DeliveriesSearch,
  calendar: Calendar,
  now: number,
): DeliveryRequest => ({
  ...instantsOf(search, calendar, now),
  stages: stagesOf(search),
  failures: search.failures,
  objects: search.objects,
  members: search.rep,
  person: search.person,
  search: search.q,
});

/** Calls whose person nobody knows may well be in Twenty: asked for those, the stage narrows nothing by itself. */
const stagesOf = ({ stages, person }: DeliveriesSearch): DeliveryStage[] | undefined => {
  if (stages === ALL_STAGES) return undefined;
  if (stages !== undefined) return stages;
  return person === undefined ? [...OPEN_STAGES] : undefined;
};
