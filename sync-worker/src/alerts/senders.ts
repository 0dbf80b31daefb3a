import type { AlertChannel } from '@twenty-dialer/contract';
import type { SendRequest } from '../outbound/guarded-request.ts';
import { createMail } from './mail.ts';
import type { SendAlert } from './message.ts';
import type { AlertSettings } from './settings.ts';
import { createWebhook } from './webhook.ts';

/** By what the settings let admins be told, besides the screen. */
export const createSenders = (
  { webhook, mail }: Pick<AlertSettings, 'webhook' | 'mail'>,
  deps: { readonly fetch: SendRequest; readonly nowMs: () => number },
): ReadonlyMap<AlertChannel, SendAlert> => {
  const senders = new Map<AlertChannel, SendAlert>();
  if (webhook !== null) senders.set('webhook', createWebhook({ settings: webhook, ...deps }));
  if (mail !== null) senders.set('mail', createMail(mail));
  return senders;
};
