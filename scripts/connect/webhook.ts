import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ROUTES, WEBHOOK_OPERATIONS } from '../../contract/src/index.ts';
import type { TwentyApi } from './twenty-api.ts';

const Webhook = z.object({
  id: z.string(),
  targetUrl: z.string(),
  operations: z.array(z.string()),
  secret: z.string().nullish(),
});
export type Webhook = z.infer<typeof Webhook>;

/** What our webhook should be. */
export interface WantedWebhook {
  /** Where Twenty's server reaches the worker. */
  readonly workerUrl: string;
  /** The secret that the worker checks with, where one is known. */
  readonly secret: string | null;
}

/** What has to be done to have exactly one webhook that the worker believes. `secret` is the one to keep in the settings. */
export type WebhookPlan =
  | { readonly kind: 'as it should be'; readonly secret: string }
  | { readonly kind: 'create'; readonly secret: string; readonly targetUrl: string }
  | { readonly kind: 'update'; readonly secret: string; readonly targetUrl: string; readonly id: string };

const DESCRIPTION = 'Tells Twenty Dialer of changes to people and the do-not-call list.';

export const targetOf = (workerUrl: string): string => `${workerUrl}${ROUTES.twentyWebhook.path}`;

/** Every webhook of the workspace. Only an administrator's key may ask. */
export const webhooksOf = async (admin: TwentyApi): Promise<readonly Webhook[]> => {
  const { webhooks } = await admin.ask({
    at: 'metadata',
    query: '{ webhooks { id targetUrl operations secret } }',
    answer: z.object({ webhooks: z.array(Webhook) }),
  });
  return webhooks;
};

/** Ours is the one that leads to this worker, or, when the worker has moved, the one with its secret. */
export const ourWebhook = (
  there: readonly Webhook[],
  { workerUrl, secret }: WantedWebhook,
): Webhook | undefined =>
  there.find((webhook) => webhook.targetUrl === targetOf(workerUrl)) ??
  there.find((webhook) => secret !== null && webhook.secret === secret);

export const planWebhook = (there: readonly Webhook[], wanted: WantedWebhook): WebhookPlan => {
  const targetUrl = targetOf(wanted.workerUrl);
  const ours = ourWebhook(there, wanted);
  const secret = wanted.secret ?? (ours?.secret || randomBytes(32).toString('hex'));
  if (ours === undefined) return { kind: 'create', secret, targetUrl };
  const isRight =
    ours.targetUrl === targetUrl &&
    ours.secret === secret &&
    [...ours.operations].sort().join() === [...WEBHOOK_OPERATIONS].sort().join();
  return isRight ? { kind: 'as it should be', secret } : { kind: 'update', secret, targetUrl, id: ours.id };
};

/** Brings Twenty to the plan. @returns whether anything was changed */
export const setWebhook = async (admin: TwentyApi, plan: WebhookPlan): Promise<boolean> => {
  if (plan.kind === 'as it should be') return false;
  const webhook = {
    targetUrl: plan.targetUrl,
    operations: [...WEBHOOK_OPERATIONS],
    description: DESCRIPTION,
    secret: plan.secret,
  };
  await (plan.kind === 'create'
    ? admin.ask({
        at: 'metadata',
        query: 'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { id } }',
        variables: { input: webhook },
        answer: z.object({ createWebhook: z.object({ id: z.string() }) }),
      })
    : admin.ask({
        at: 'metadata',
        query: 'mutation ($input: UpdateWebhookInput!) { updateWebhook(input: $input) { id } }',
        variables: { input: { id: plan.id, update: webhook } },
        answer: z.object({ updateWebhook: z.object({ id: z.string() }) }),
      }));
  return true;
};

export const deleteWebhook = async (admin: TwentyApi, id: string): Promise<void> => {
  await admin.ask({
    at: 'metadata',
    query: 'mutation ($id: UUID!) { deleteWebhook(id: $id) { id } }',
    variables: { id },
    answer: z.object({ deleteWebhook: z.object({ id: z.string() }) }),
  });
};
