import type { Caller } from '../auth/caller.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { Webhook, WebhookInput, WebhookStore } from './webhook-store.ts';

interface WebhookDeps {
  readonly webhooks: WebhookStore;
  readonly now: () => string;
  readonly newId: () => string;
  /** @throws Refusal */
  readonly requireAdmin: (caller: Caller | null) => void;
}

type Resolve = (args: JsonObject, caller: Caller | null) => Json;

/** `/metadata` about webhooks. The app's own token may not ask, as on a real Twenty. */
export const webhookResolvers = (
  deps: WebhookDeps,
): { query: Record<string, Resolve>; mutation: Record<string, Resolve> } => {
  const { webhooks, now, newId } = deps;
  const forAdmin =
    (resolve: (args: JsonObject) => Webhook | readonly Webhook[] | undefined): Resolve =>
    (args, caller) => {
      deps.requireAdmin(caller);
      const found = resolve(args);
      if (found === undefined) throw new Refusal('Webhook not found', { code: 'NOT_FOUND' });
      return 'id' in found ? { ...found } : found.map((one) => ({ ...one }));
    };
  return {
    query: {
      webhooks: forAdmin(() => webhooks.all),
      webhook: forAdmin(({ id }) => webhooks.all.find((one) => one.id === id)),
    },
    mutation: {
      createWebhook: forAdmin(({ input }) => webhooks.create({ ...inputOf(input), id: newId(), now: now() })),
      updateWebhook: forAdmin(({ input }) =>
        isJsonObject(input) ? webhooks.update(String(input.id), inputOf(input.update), now()) : undefined,
      ),
      deleteWebhook: forAdmin(({ id }) => webhooks.remove(String(id))),
    },
  };
};

const inputOf = (given: Json | undefined): WebhookInput => {
  const input = isJsonObject(given) ? given : {};
  const { targetUrl, operations, description, secret } = input;
  if (targetUrl !== undefined && !/^https?:\/\//.test(String(targetUrl))) {
    throw new Refusal('Multiple validation errors occurred while creating webhook', {
      code: 'METADATA_VALIDATION_FAILED',
      userFriendlyMessage: 'Validation failed for 1 webhook',
    });
  }
  return {
    ...(typeof targetUrl === 'string' ? { targetUrl } : {}),
    ...(Array.isArray(operations) ? { operations: operations.map(String) } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof secret === 'string' ? { secret } : {}),
  };
};
