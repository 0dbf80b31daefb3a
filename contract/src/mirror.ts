import { z } from 'zod';
import { Instant } from './primitives.ts';

/** What the worker wants to hear of from Twenty by webhook, in Twenty's words, for whoever registers it there. */
export const WEBHOOK_OPERATIONS = ['person.*', 'company.updated', 'doNotCallEntry.*'] as const;

/** `GET /api/mirror`: how far the worker's mirror of Twenty has come. */
export const MirrorView = z.object({
  objects: z.array(
    z.object({
      name: z.enum(['person', 'doNotCallEntry']),
      /** `waiting`: nothing was read yet; `filling`: search still asks Twenty itself; `filled`: kept up from here on. */
      state: z.enum(['waiting', 'filling', 'filled']),
      done: z.int(),
      /** As Twenty counted them when the fill began; null while it has not. */
      total: z.int().nullable(),
      /** When changes were last asked for. */
      polledAt: Instant.nullable(),
      /** When all ids were last compared. */
      sweptAt: Instant.nullable(),
      /** When a webhook last told of a change. */
      heardAt: Instant.nullable(),
      /** What stands in the way at the moment, in words; null: nothing. */
      fault: z.string().nullable(),
    }),
  ),
  /** `off`: no secret is set, so changes arrive with the next poll. */
  webhook: z.enum(['on', 'off']),
});
export type MirrorView = z.infer<typeof MirrorView>;

/** `POST /api/webhooks/twenty`: signed by Twenty, for its servers alone. `taken`: false for what the mirror does not hold. */
export const WebhookReceipt = z.object({ taken: z.boolean() });
export type WebhookReceipt = z.infer<typeof WebhookReceipt>;
