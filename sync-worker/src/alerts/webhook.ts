import { createHmac } from 'node:crypto';
import type { SendRequest } from '../outbound/guarded-request.ts';
import { NotAllowedError } from '../outbound/target.ts';
import type { SendAlert } from './message.ts';
import type { WebhookSettings } from './settings.ts';

interface WebhookDeps {
  readonly settings: WebhookSettings;
  readonly fetch: SendRequest;
  readonly nowMs: () => number;
  readonly timeoutMs?: number;
}

/** Connecting, sending and the head of the answer together. */
const TIMEOUT_MS = 10_000;

/**
 * POSTs messages as JSON, signed. Only an answer of 2xx counts; a redirect is not followed, because what is signed is for
 * the address in the settings alone. The body of the answer is not read.
 */
export const createWebhook = ({ settings, fetch, nowMs, timeoutMs = TIMEOUT_MS }: WebhookDeps): SendAlert => {
  return async (message) => {
    const body = JSON.stringify(message);
    const timestamp = String(Math.floor(nowMs() / 1_000));
    const answer = await fetch(settings.url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'twenty-dialer',
        'X-Dialer-Timestamp': timestamp,
        'X-Dialer-Signature': signatureOf(body, { timestamp, secret: settings.secret }),
      },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      throw new Error(wordsFor(error, timeoutMs));
    });
    await answer.body?.cancel().catch(() => undefined);
    if (!answer.ok) throw new Error(`It answered with HTTP ${answer.status}.`);
  };
};

/** Hex HMAC-SHA256 over the timestamp, a dot and the body as it is sent. */
export const signatureOf = (
  body: string,
  { timestamp, secret }: { readonly timestamp: string; readonly secret: string },
): string => createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');

/** What `fetch` says may repeat the address, which may hold a secret: only the code of the fault is told. */
const wordsFor = (error: unknown, timeoutMs: number): string => {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return `It did not answer within ${timeoutMs} ms.`;
  }
  if (error instanceof NotAllowedError) return `Nothing was sent. ${error.message}`;
  const code = codeOf(error);
  return code === null ? 'It cannot be reached.' : `It cannot be reached (${code}).`;
};

const codeOf = (error: unknown): string | null => {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error instanceof AggregateError ? error.errors[0] : error.cause);
};
