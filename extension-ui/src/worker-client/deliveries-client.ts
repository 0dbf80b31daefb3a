import {
  type ChoosePerson,
  type DeliveryEdit,
  DeliveryJob,
  DeliveryJobList,
  DeliveryList,
  DeliveryOverview,
  DeliveryPage,
  type DeliveryQuery,
  type NewDeliveryJob,
  ROUTES,
} from '@twenty-dialer/contract';
import { at, queryOf, type WorkerClient, withQuery } from './worker-client.ts';

/** The routes for admins as functions, apart from the rest: no rep needs them, so none waits for them at the first load. */
export const deliveriesClient = ({ ask }: Pick<WorkerClient, 'ask'>) => ({
  overview: () => ask(ROUTES.deliveryOverview, { schema: DeliveryOverview }),
  list: (asked: { [Part in keyof DeliveryQuery]?: DeliveryQuery[Part] | undefined }) =>
    ask(withQuery(ROUTES.listDeliveries, queryOf(asked)), { schema: DeliveryList }),
  page: (slot: string) => ask(at(ROUTES.deliveryPage, 'slot', slot), { schema: DeliveryPage }),
  edit: (slot: string, body: DeliveryEdit) =>
    ask(at(ROUTES.editDelivery, 'slot', slot), { schema: DeliveryPage, body }),
  choosePerson: (slot: string, body: ChoosePerson) =>
    ask(at(ROUTES.choosePerson, 'slot', slot), { schema: DeliveryPage, body }),
  jobs: () => ask(ROUTES.deliveryJobs, { schema: DeliveryJobList }),
  startJob: (body: NewDeliveryJob) => ask(ROUTES.startDeliveryJob, { schema: DeliveryJob, body }),
  cancelJob: (jobId: string) => ask(at(ROUTES.cancelDeliveryJob, 'jobId', jobId), { schema: DeliveryJob }),
  pause: (reason: string) => ask(ROUTES.pauseDelivery, { schema: DeliveryOverview, body: { reason } }),
  resume: () => ask(ROUTES.resumeDelivery, { schema: DeliveryOverview }),
});
export type DeliveriesClient = ReturnType<typeof deliveriesClient>;
