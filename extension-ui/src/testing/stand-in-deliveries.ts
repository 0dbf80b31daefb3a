import {
  ChoosePerson,
  type Delivery,
  DeliveryEdit,
  DeliveryJob,
  type DeliveryOverview,
  type DeliveryPage,
  NewDeliveryJob,
  PauseDelivery,
  ROUTES,
} from '@twenty-dialer/contract';
import { HttpResponse, http } from 'msw';
import { inventedDeliveryPage, inventedOverview } from './invented-deliveries.ts';
import { problemAnswer, WORKER } from './stand-in-worker.ts';

/** The worker's routes for admins, for tests: they hold what a test puts there, and note what was asked of them. */
export const standInDeliveries = () => {
  const held = {
    deliveries: [] as Delivery[],
    overview: inventedOverview() as DeliveryOverview,
    pages: new Map<string, DeliveryPage>(),
    jobs: [] as DeliveryJob[],
    /** Answers in place of every route; null: as usual. */
    instead: null as (() => Response) | null,
    /** Answers in place of an edit; null: as usual. */
    onEdit: null as (() => Response) | null,
    pageSize: 100,
  };
  const asked = {
    lists: [] as URLSearchParams[],
    jobs: [] as NewDeliveryJob[],
    edits: [] as DeliveryEdit[],
    people: [] as string[],
  };
  const answer = (usual: () => Response) => held.instead?.() ?? usual();
  const json = (value: unknown, status = 200) =>
    answer(() => HttpResponse.json(value as Record<string, unknown>, { status }));
  const pageOf = (slot: string): DeliveryPage | null => {
    const delivery = held.deliveries.find((one) => one.slot === slot);
    return held.pages.get(slot) ?? (delivery === undefined ? null : inventedDeliveryPage(delivery));
  };
  const pageAnswer = (slot: unknown) => {
    const page = pageOf(String(slot));
    return answer(() => (page === null ? problemAnswer('not-found') : HttpResponse.json(page)));
  };

  const handlers = [
    http.get(WORKER + ROUTES.deliveryOverview.path, () => json(held.overview)),
    http.get(WORKER + ROUTES.listDeliveries.path, ({ request }) => {
      const query = new URL(request.url).searchParams;
      asked.lists.push(query);
      const stages = query.get('stages')?.split(',');
      const found = held.deliveries.filter(({ stage }) => stages === undefined || stages.includes(stage));
      const from = Number(query.get('cursor') ?? 0);
      const to = from + held.pageSize;
      return json({
        deliveries: found.slice(from, to),
        nextCursor: to < found.length ? String(to) : null,
        total: from === 0 ? found.length : null,
      });
    }),
    http.get(WORKER + ROUTES.deliveryPage.path, ({ params }) => pageAnswer(params.slot)),
    http.post(WORKER + ROUTES.editDelivery.path, async ({ request, params }) => {
      asked.edits.push(DeliveryEdit.parse(await request.json()));
      return held.onEdit?.() ?? pageAnswer(params.slot);
    }),
    http.post(WORKER + ROUTES.choosePerson.path, async ({ request, params }) => {
      asked.people.push(ChoosePerson.parse(await request.json()).personId);
      return pageAnswer(params.slot);
    }),
    http.get(WORKER + ROUTES.deliveryJobs.path, () => json({ jobs: held.jobs })),
    http.post(WORKER + ROUTES.startDeliveryJob.path, async ({ request }) => {
      const job = NewDeliveryJob.parse(await request.json());
      asked.jobs.push(job);
      return answer(() => {
        const begun = inventedJob({
          action: job.action,
          id: `5b0c9f3e-6a3d-4a4e-9c55-0c3f1f0f7a${10 + held.jobs.length}`,
        });
        held.jobs = [begun, ...held.jobs];
        return HttpResponse.json(begun, { status: 202 });
      });
    }),
    http.post(WORKER + ROUTES.cancelDeliveryJob.path, ({ params }) => {
      held.jobs = held.jobs.map((job) =>
        job.id === params.jobId ? { ...job, state: 'cancelled', endedAt: job.startedAt } : job,
      );
      return json(held.jobs.find(({ id }) => id === params.jobId));
    }),
    http.post(WORKER + ROUTES.pauseDelivery.path, async ({ request }) => {
      const { reason } = PauseDelivery.parse(await request.json());
      const pause = { by: 'Ada Okoro', reason, since: '2026-11-21T09:00:00.000Z' };
      held.overview = inventedOverview({ pause, status: { ...held.overview.status, state: 'paused' } });
      return json(held.overview);
    }),
    http.post(WORKER + ROUTES.resumeDelivery.path, () => {
      held.overview = inventedOverview();
      return json(held.overview);
    }),
  ];
  return { handlers, held, asked };
};

export const inventedJob = (change: Partial<DeliveryJob> = {}): DeliveryJob =>
  DeliveryJob.parse({
    id: '5b0c9f3e-6a3d-4a4e-9c55-0c3f1f0f7a10',
    action: 'redrive',
    by: 'Ada Okoro',
    reason: null,
    state: 'running',
    total: 30,
    done: 12,
    skipped: 0,
    startedAt: '2026-11-21T09:00:00.000Z',
    endedAt: null,
    ...change,
  });
