import { createHmac, randomBytes } from 'node:crypto';
import { wholeRow } from '../graphql/select.ts';
import type { JsonObject } from '../json.ts';
import type { Model, ObjectModel } from '../model/model.ts';
import type { RecordChange } from '../records/records.ts';
import type { Row } from '../records/row.ts';
import type { WebhookStore } from './webhook-store.ts';

interface SendDeps {
  readonly model: Model;
  readonly webhooks: WebhookStore;
  readonly workspaceId: string;
  readonly nowMs: () => number;
  readonly fetch: typeof fetch;
}

/** As long as Twenty waits. It never tries again. */
const PATIENCE_MS = 5_000;

/** Tells whoever asked for it of every change to a record, one request each, signed as Twenty signs. */
export const createWebhookSender = (deps: SendDeps) => {
  const send = async (targetUrl: string, secret: string, body: JsonObject): Promise<void> => {
    const rawBody = JSON.stringify(body);
    const timestamp = String(deps.nowMs());
    await deps
      .fetch(targetUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-twenty-webhook-timestamp': timestamp,
          'x-twenty-webhook-nonce': randomBytes(16).toString('hex'),
          'x-twenty-webhook-signature': createHmac('sha256', secret)
            .update(`${timestamp}:${rawBody}`)
            .digest('hex'),
        },
        body: rawBody,
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      .catch(() => undefined);
  };

  return (changes: readonly RecordChange[]): void => {
    if (deps.webhooks.all.length === 0) return;
    for (const change of changes) {
      const object = deps.model.objects.get(change.object);
      const event = object === undefined ? null : eventOf(object, change);
      if (object === undefined || event === null) continue;
      for (const { id, targetUrl, operations, secret } of deps.webhooks.all) {
        if (!operations.some((operation) => isMeant(operation, object.nameSingular, event.action))) continue;
        void send(targetUrl, secret, {
          targetUrl,
          eventName: `${object.nameSingular}.${event.action}`,
          objectMetadata: { id: object.nameSingular, nameSingular: object.nameSingular },
          workspaceId: deps.workspaceId,
          webhookId: id,
          eventDate: new Date(deps.nowMs()).toISOString(),
          record: wholeRow(object, event.row),
          ...(event.action === 'updated' ? { updatedFields: event.fields } : {}),
        });
      }
    }
  };
};

/** `person.*`, `*.created`, `*.*` */
const isMeant = (operation: string, object: string, action: string): boolean => {
  const [wantedObject, wantedAction] = operation.split('.');
  return [object, '*'].includes(wantedObject ?? '') && [action, '*'].includes(wantedAction ?? '');
};

const eventOf = (
  object: ObjectModel,
  { before, after }: RecordChange,
): { action: string; row: Row; fields: string[] } | null => {
  const row = after ?? before;
  if (row === null) return null;
  const fields = before === null || after === null ? [] : changedFields(object, before, after);
  if (after === null) return { action: 'destroyed', row, fields };
  if (before === null) return { action: 'created', row, fields };
  if (before.deletedAt === after.deletedAt)
    return fields.length === 0 ? null : { action: 'updated', row, fields };
  return { action: after.deletedAt === null ? 'restored' : 'deleted', row, fields };
};

const changedFields = (object: ObjectModel, before: Row, after: Row): string[] =>
  [...object.fields.keys(), ...object.byJoinColumn.keys()].filter(
    (name) =>
      !['updatedAt', 'updatedBy', 'deletedAt'].includes(name) &&
      JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  );
