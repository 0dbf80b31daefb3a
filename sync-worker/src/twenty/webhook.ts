import { createHmac, timingSafeEqual } from 'node:crypto';
import { WorkspaceId } from '@twenty-dialer/contract';
import { z } from 'zod';

/** So far may Twenty's clock and ours be apart, and so long may a webhook be on its way. */
export const WEBHOOK_WINDOW_MS = 5 * 60_000;

/** What Twenty tells about one record. Relations are named by their ids alone. */
export interface TwentyEvent {
  readonly workspaceId: WorkspaceId;
  /** `person` */
  readonly objectName: string;
  /** `created`, `updated`, `deleted`, `restored`, `destroyed` */
  readonly action: string;
  readonly at: string;
  readonly record: unknown;
}

export type WebhookReading =
  | { readonly kind: 'event'; readonly event: TwentyEvent; readonly signature: string }
  | { readonly kind: 'refused'; readonly reason: string };

interface Delivered {
  readonly header: (name: string) => string | undefined;
  /** As it came, byte for byte: another spelling of the same JSON has another signature. */
  readonly rawBody: string;
  readonly secret: string;
  readonly nowMs: number;
}

/** Believes a webhook that bears Twenty's signature and is not old (seen on 2.31: hex HMAC-SHA256 of `timestamp:body`). */
export const readWebhook = ({ header, rawBody, secret, nowMs }: Delivered): WebhookReading => {
  const timestamp = header('x-twenty-webhook-timestamp') ?? '';
  const signature = header('x-twenty-webhook-signature')?.toLowerCase() ?? '';
  if (!isSigned(`${timestamp}:${rawBody}`, signature, secret))
    return refused('It bears no signature that fits.');
  if (!/^\d+$/.test(timestamp) || Math.abs(nowMs - Number(timestamp)) > WEBHOOK_WINDOW_MS) {
    return refused('It was signed more than five minutes before or after our time.');
  }
  const body = Body.safeParse(jsonOrNull(rawBody));
  return body.success
    ? { kind: 'event', event: body.data, signature }
    : refused('It is signed, and yet not what Twenty sends.');
};

const refused = (reason: string): WebhookReading => ({ kind: 'refused', reason });

const isSigned = (text: string, signature: string, secret: string): boolean => {
  const wanted = createHmac('sha256', secret).update(text).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};

const jsonOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const Body = z
  .object({
    eventName: z.string().regex(/^\w+\.\w+$/),
    workspaceId: WorkspaceId,
    eventDate: z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'a time'),
    record: z.unknown(),
  })
  .transform(({ eventName, workspaceId, eventDate, record }): TwentyEvent => {
    const [objectName = '', action = ''] = eventName.split('.');
    return { workspaceId, objectName, action, at: new Date(eventDate).toISOString(), record };
  });
