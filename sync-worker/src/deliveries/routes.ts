import { randomUUID } from 'node:crypto';
import {
  ChoosePerson,
  DeliveryEdit,
  type DeliveryJob,
  type DeliveryJobList,
  DeliveryJobParams,
  type DeliveryList,
  type DeliveryOverview,
  type DeliveryPage,
  DeliveryParams,
  DeliveryQuery,
  NewDeliveryJob,
  PauseDelivery,
} from '@twenty-dialer/contract';
import { parse, parseBody } from '../http/parse.ts';
import { ProblemError } from '../http/problem.ts';
import { forPermission, type RouteContext, type RouteHandlers, type SignedIn } from '../http/route.ts';
import { choosePerson } from './choose-person.ts';
import { noSuchDelivery, readDeliveryPage } from './delivery-page.ts';
import type { DeliveriesDeps } from './deps.ts';
import { editDelivery } from './edit-delivery.ts';
import { JOB_STEP } from './job-runner.ts';
import { listDeliveries } from './list-deliveries.ts';
import { readOverview } from './overview.ts';

type DeliveryRoutes = Pick<
  RouteHandlers,
  | 'deliveryOverview'
  | 'listDeliveries'
  | 'deliveryPage'
  | 'editDelivery'
  | 'choosePerson'
  | 'deliveryJobs'
  | 'startDeliveryJob'
  | 'cancelDeliveryJob'
  | 'pauseDelivery'
  | 'resumeDelivery'
>;

const MOST_JOBS = 20;

/** What admins look at, and what they do about it. Whatever is done is noted with who did it, in the same transaction. */
export const deliveriesRoutes = (deps: DeliveriesDeps): DeliveryRoutes => {
  const actorOf = (c: RouteContext, who: SignedIn) => deps.actorOf(who, c.get('requestId'));
  return {
    deliveryOverview: forPermission('see-deliveries', async (c, { workspaceId }) => {
      const overview = await deps.background.transaction(workspaceId, (tx) => readOverview(tx, deps));
      return c.json(overview satisfies DeliveryOverview);
    }),
    listDeliveries: forPermission('see-deliveries', async (c, { workspaceId }) => {
      const query = parse(DeliveryQuery, c.req.query());
      const list = await deps.background.transaction(workspaceId, (tx) => listDeliveries(tx, query, deps));
      return c.json(list satisfies DeliveryList);
    }),
    deliveryPage: forPermission('see-deliveries', async (c, who) => c.json(await pageOf(deps, c, who))),
    editDelivery: forPermission('act-on-deliveries', async (c, who) => {
      const { slot } = parse(DeliveryParams, c.req.param());
      const edit = await parseBody(c, DeliveryEdit);
      const actor = await actorOf(c, who);
      await deps.store.transaction(who.workspaceId, (tx) => editDelivery(tx, { slot, edit, actor }));
      return c.json(await pageOf(deps, c, who));
    }),
    choosePerson: forPermission('act-on-deliveries', async (c, who) => {
      const { slot } = parse(DeliveryParams, c.req.param());
      const { personId } = await parseBody(c, ChoosePerson);
      // With the admin's own rights: whom they cannot see, they cannot choose.
      const person = await deps.people.get(await deps.accessTokenOf(who), personId);
      if (person === null) throw noSuchPerson();
      const actor = await actorOf(c, who);
      await deps.store.transaction(who.workspaceId, (tx) => choosePerson(tx, { slot, person, actor }));
      return c.json(await pageOf(deps, c, who));
    }),
    deliveryJobs: forPermission('see-deliveries', async (c, { workspaceId }) => {
      const jobs = await deps.background.transaction(workspaceId, (tx) => tx.deliveryJobs.list(MOST_JOBS));
      return c.json({ jobs: [...jobs] } satisfies DeliveryJobList);
    }),
    startDeliveryJob: forPermission('act-on-deliveries', async (c, who) => {
      const asked = await parseBody(c, NewDeliveryJob);
      const { action, selection } = asked;
      const reason = asked.action === 'dismiss' ? asked.reason : null;
      const actor = await actorOf(c, who);
      const id = randomUUID();
      await deps.store.transaction(who.workspaceId, (tx) =>
        tx.deliveryJobs.begin({ id, action, reason, selection, actor }),
      );
      // The first step at once: who acts on a few records sees them done with the answer.
      const job = await deps.store.transaction(who.workspaceId, (tx) =>
        tx.deliveryJobs.advance(JOB_STEP, id),
      );
      return c.json(job ?? (await jobOf(deps, who, id)), 202);
    }),
    cancelDeliveryJob: forPermission('act-on-deliveries', async (c, who) => {
      const { jobId } = parse(DeliveryJobParams, c.req.param());
      const actor = await actorOf(c, who);
      const job = await deps.store.transaction(who.workspaceId, (tx) => tx.deliveryJobs.cancel(jobId, actor));
      if (job === null) throw noSuchDelivery();
      return c.json(job satisfies DeliveryJob);
    }),
    pauseDelivery: forPermission('act-on-deliveries', async (c, who) => {
      const { reason } = await parseBody(c, PauseDelivery);
      const actor = await actorOf(c, who);
      const overview = await deps.store.transaction(who.workspaceId, async (tx) => {
        await tx.audit.note(actor, { action: 'pause', subject: null, detail: reason });
        await tx.delivery.setPause({ memberId: who.member.id, by: nameOf(who), reason });
        return readOverview(tx, deps);
      });
      return c.json(overview satisfies DeliveryOverview);
    }),
    resumeDelivery: forPermission('act-on-deliveries', async (c, who) => {
      const actor = await actorOf(c, who);
      const overview = await deps.store.transaction(who.workspaceId, async (tx) => {
        const wasPaused = await tx.delivery.resume();
        if (wasPaused) await tx.audit.note(actor, { action: 'resume', subject: null, detail: '' });
        return readOverview(tx, deps);
      });
      return c.json(overview satisfies DeliveryOverview);
    }),
  };
};

const pageOf = (deps: DeliveriesDeps, c: RouteContext, who: SignedIn): Promise<DeliveryPage> =>
  readDeliveryPage(deps, who, parse(DeliveryParams, c.req.param()).slot);

/** Another worker was faster with the first step. */
const jobOf = async (deps: DeliveriesDeps, who: SignedIn, id: string): Promise<DeliveryJob> => {
  const jobs = await deps.store.transaction(who.workspaceId, (tx) => tx.deliveryJobs.list(MOST_JOBS));
  const job = jobs.find((one) => one.id === id);
  if (job === undefined) throw new Error('The job is not among the newest.');
  return job;
};

const nameOf = ({ member }: SignedIn): string =>
  `${member.firstName} ${member.lastName}`.trim() || member.email;

const noSuchPerson = (): ProblemError =>
  new ProblemError('invalid-request', {
    detail: 'Twenty shows you no such person.',
    fields: [{ path: 'personId', message: 'Choose somebody whom Twenty shows you.' }],
  });
