import { z } from 'zod';
import { TwentyError } from './errors.ts';
import { connectionFault } from './transport.ts';

interface OAuthSettings {
  readonly apiUrl: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

/** Where Twenty's OAuth endpoints are, as paths: it announces them under its public name, which may not be ours. */
const Endpoints = z.object({
  authorization_endpoint: z.string().transform(pathOf),
  token_endpoint: z.string().transform(pathOf),
  revocation_endpoint: z.string().transform(pathOf),
});
type Endpoints = z.infer<typeof Endpoints>;

const OAuthFault = z.object({ error: z.string(), error_description: z.string().nullish() });

const TIMEOUT_MS = 10_000;

/** Speaks OAuth with the server at `apiUrl`; its endpoints are asked for once. @throws TwentyError */
export const createOAuthClient = (settings: OAuthSettings) => {
  const { apiUrl, fetch: fetchHere = fetch, timeoutMs = TIMEOUT_MS } = settings;
  let known: Endpoints | null = null;

  const request = async (path: string, init: RequestInit): Promise<unknown> => {
    let status: number;
    let body: unknown;
    try {
      const response = await fetchHere(new URL(path, apiUrl), {
        ...init,
        headers: { accept: 'application/json' },
        signal: AbortSignal.timeout(timeoutMs),
      });
      status = response.status;
      body = await response.json().catch(() => null);
    } catch (error) {
      throw new TwentyError('unreachable', connectionFault(error, timeoutMs).reason, { cause: error });
    }
    if (status >= 400) throw faultOf(status, body);
    return body;
  };

  const endpoints = async (): Promise<Endpoints> => {
    if (known) return known;
    const found = Endpoints.safeParse(await request('/.well-known/oauth-authorization-server', {}));
    if (!found.success) {
      // A maintenance page answers like this too: it is no word about anybody's sign-in.
      throw new TwentyError('unreachable', `The server at ${apiUrl} does not say how to sign in there.`, {
        cause: found.error,
      });
    }
    known = found.data;
    return known;
  };

  return {
    endpoints,
    /** Posts a form to an endpoint and gives its answer. */
    post: async (endpoint: keyof Endpoints, form: Record<string, string>): Promise<unknown> =>
      request((await endpoints())[endpoint], { method: 'POST', body: new URLSearchParams(form) }),
  };
};

/** `refused` is about this one code or token, `not-allowed` about the app itself. */
const faultOf = (status: number, body: unknown): TwentyError => {
  if (status === 429) return new TwentyError('throttled', 'Twenty takes no more sign-ins for now.');
  if (status >= 500) return new TwentyError('unreachable', `Twenty answered with HTTP ${status}.`);
  const fault = OAuthFault.safeParse(body);
  const words = fault.success ? (fault.data.error_description ?? fault.data.error) : `HTTP ${status}`;
  if (fault.success && /^(invalid|unauthorized)_client$/.test(fault.data.error)) {
    return new TwentyError(
      'not-allowed',
      `Twenty does not accept the dialer's own credentials (${words}). An admin runs "npm run connect" again.`,
    );
  }
  return new TwentyError('refused', words);
};

function pathOf(address: string): string {
  const { pathname } = new URL(address, 'http://any');
  return pathname;
}
