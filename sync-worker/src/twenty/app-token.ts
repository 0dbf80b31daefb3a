import { z } from 'zod';
import { TwentyError } from './errors.ts';
import { connectionFault } from './transport.ts';

/** The worker's own key to Twenty. */
export interface WorkerCredentials {
  /** Decides the budget: an API key shares 100 root fields a minute, the app's own token has 500 to itself. */
  readonly kind: 'app' | 'api-key';
  /** @throws TwentyError when no token can be had. */
  token(): Promise<string>;
  /** Says that Twenty refused this token, so that the next one is a fresh one. */
  forget(token: string): void;
}

export const apiKeyCredentials = (apiKey: string): WorkerCredentials => ({
  kind: 'api-key',
  token: async () => apiKey,
  forget: () => {},
});

export interface AppCredentialsSettings {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly nowMs: () => number;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

/** The app's own token (OAuth client credentials), kept and renewed before it expires. */
export const appCredentials = (settings: AppCredentialsSettings): WorkerCredentials => {
  let held: { token: string; renewAtMs: number } | null = null;
  let underWay: Promise<string> | null = null;

  const renew = async (): Promise<string> => {
    const askedAtMs = settings.nowMs();
    const { access_token: token, expires_in: lifetimeSeconds } = await requestToken(settings);
    held = { token, renewAtMs: askedAtMs + lifetimeSeconds * 1000 * RENEW_AT_SHARE };
    return token;
  };

  return {
    kind: 'app',
    token: async () => {
      if (held !== null && settings.nowMs() < held.renewAtMs) return held.token;
      // Whoever comes meanwhile waits for the same answer.
      underWay ??= renew().finally(() => {
        underWay = null;
      });
      return underWay;
    },
    forget: (token) => {
      if (held?.token === token) held = null;
    },
  };
};

/** A token is renewed after four fifths of its life (24 of 30 minutes), so none expires on the way. */
const RENEW_AT_SHARE = 0.8;
const TIMEOUT_MS = 15_000;

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().default(1_800),
});

const requestToken = async (settings: AppCredentialsSettings): Promise<z.infer<typeof TokenAnswer>> => {
  const { clientId, clientSecret, timeoutMs = TIMEOUT_MS } = settings;
  const answer = await request(settings, timeoutMs, {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  if (answer.status === 429) throw new TwentyError('throttled', 'Twenty gives out no more tokens for now.');
  if (answer.status >= 500) {
    throw new TwentyError(
      'unreachable',
      `Twenty answered the request for a token with HTTP ${answer.status}.`,
    );
  }
  const parsed = TokenAnswer.safeParse(answer.body);
  if (answer.status < 300 && parsed.success) return parsed.data;
  throw new TwentyError(
    'not-allowed',
    "Twenty refused the app's credentials (TWENTY_APP_CLIENT_ID, TWENTY_APP_CLIENT_SECRET). Run npm run connect again.",
  );
};

const request = async (
  { url, fetch: fetchHere = fetch }: AppCredentialsSettings,
  timeoutMs: number,
  form: Record<string, string>,
): Promise<{ status: number; body: unknown }> => {
  try {
    const response = await fetchHere(new URL('/oauth/token', url), {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, body: await response.json().catch(() => null) };
  } catch (error) {
    throw new TwentyError('unreachable', connectionFault(error, timeoutMs).reason, { cause: error });
  }
};
