import type { MirrorView, WebhookReceipt, WorkspaceId } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import { ProblemError } from '../http/problem.ts';
import { forMember, open, type RouteHandlers } from '../http/route.ts';
import type { MirrorStatus } from '../store/mirror-port.ts';
import type { Store } from '../store/port.ts';
import { readWebhook, WEBHOOK_WINDOW_MS } from '../twenty/webhook.ts';
import type { Mirror } from './create-mirror.ts';
import { createHeardBefore } from './heard-before.ts';

export type MirrorOfWorkspace = Pick<Mirror, 'hear' | 'faults'> & { readonly workspaceId: WorkspaceId };

interface MirrorRouteDeps {
  readonly store: Pick<Store, 'transaction'>;
  /** Null while nobody knows which workspace this is. */
  readonly mirror: () => MirrorOfWorkspace | null;
  /** Null: no webhook is believed, and changes arrive with the next poll. */
  readonly webhookSecret: string | null;
  readonly nowMs: () => number;
  readonly log: Pick<Logger, 'warn'>;
}

/** What Twenty tells us, and how far the mirror has come. */
export const mirrorRoutes = (deps: MirrorRouteDeps): Pick<RouteHandlers, 'twentyWebhook' | 'mirror'> => {
  const heard = createHeardBefore(2 * WEBHOOK_WINDOW_MS);
  return {
    twentyWebhook: open(async (c) => {
      const { webhookSecret: secret, nowMs, log } = deps;
      if (secret === null) throw webhookOff();
      const rawBody = await c.req.text();
      const reading = readWebhook({ header: (name) => c.req.header(name), rawBody, secret, nowMs: nowMs() });
      if (reading.kind === 'refused') {
        log.warn({ event: 'webhook-refused', reason: reading.reason }, 'a webhook was not believed');
        throw new ProblemError('webhook-refused', { detail: reading.reason });
      }
      const { event, signature } = reading;
      const mirror = deps.mirror();
      // Of another workspace with the same secret, or before we know our own: the poll brings what is ours.
      if (mirror?.workspaceId !== event.workspaceId) return c.json({ taken: false } satisfies WebhookReceipt);
      if (!heard.isNew(signature, nowMs())) return c.json({ taken: false } satisfies WebhookReceipt);
      try {
        const taken = await mirror.hear(event.objectName, {
          isDestroyed: event.action === 'destroyed',
          at: event.at,
          record: event.record,
        });
        return c.json({ taken } satisfies WebhookReceipt);
      } catch (error) {
        heard.forget(signature);
        throw error;
      }
    }),
    mirror: forMember(async (c, { workspaceId }) => {
      const status = await deps.store.transaction(workspaceId, (tx) => tx.mirror.status());
      const faults = deps.mirror()?.faults() ?? new Map<string, string>();
      const objects = KEPT.map((name) => viewOf(name, status, faults));
      return c.json({
        objects,
        webhook: deps.webhookSecret === null ? 'off' : 'on',
      } satisfies MirrorView);
    }),
  };
};

const KEPT = ['person', 'doNotCallEntry'] as const;

const viewOf = (
  name: (typeof KEPT)[number],
  statuses: readonly MirrorStatus[],
  faults: ReadonlyMap<string, string>,
): MirrorView['objects'][number] => {
  const status = statuses.find(({ objectName }) => objectName === name);
  const { fill, poll, sweep } = status?.progress ?? {};
  const isFilled = fill != null && fill.finishedAt !== null;
  return {
    name,
    state: isFilled ? 'filled' : fill?.startedAt == null ? 'waiting' : 'filling',
    done: fill?.done ?? 0,
    total: fill?.total ?? null,
    polledAt: poll?.finishedAt ?? null,
    sweptAt: sweep?.finishedAt ?? null,
    heardAt: status?.heardAt ?? null,
    fault: faults.get(name) ?? null,
  };
};

const webhookOff = () =>
  new ProblemError('not-found', {
    detail: 'This worker takes no webhooks: TWENTY_WEBHOOK_SECRET is not set.',
    remedy: 'Run "npm run connect", which registers the webhook in Twenty and writes its secret.',
  });
