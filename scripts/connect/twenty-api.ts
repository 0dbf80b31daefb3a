import { z } from 'zod';
import { ConnectError } from './connect-error.ts';

/** Asks one Twenty with one token. */
export interface TwentyApi {
  /**
   * @throws TwentyRefused when Twenty answers with errors
   * @throws ConnectError when nothing answers, or something that is not a Twenty
   */
  ask<Data>(question: Question<Data>): Promise<Data>;
}

export interface Question<Data> {
  readonly at: 'graphql' | 'metadata';
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly answer: z.ZodType<Data>;
}

/** Twenty's own words, with its codes. Records are refused with HTTP 200, so the codes are all there is to judge by. */
export class TwentyRefused extends Error {
  override readonly name = 'TwentyRefused';
  readonly code: string | null;
  readonly subCode: string | null;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.code = refusal.extensions?.code ?? null;
    this.subCode = refusal.extensions?.subCode ?? null;
  }
}

export interface TwentyAccess {
  readonly apiUrl: string;
  readonly token: string;
  readonly fetch: typeof fetch;
}

export const createTwentyApi = ({ apiUrl, token, fetch }: TwentyAccess): TwentyApi => ({
  async ask({ at, query, variables, answer }) {
    const body = await requestJson(fetch, `${apiUrl}/${at}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: variables ?? {} }),
    });
    const envelope = Envelope.safeParse(body.json);
    if (!envelope.success || Object.keys(envelope.data).length === 0) throw notTwenty(apiUrl, body.status);
    const refusal = envelope.data.errors?.[0];
    if (refusal !== undefined) throw new TwentyRefused(refusal);
    const data = answer.safeParse(envelope.data.data);
    if (data.success) return data.data;
    throw new ConnectError(
      `${apiUrl}/${at} answers in a way that this version of the dialer does not know: ${z.prettifyError(data.error)}`,
      'Compare the versions: the dialer was tried with Twenty 2.31. Update whichever is older.',
      { cause: data.error },
    );
  },
});

const Refusal = z.object({
  message: z.string(),
  extensions: z.object({ code: z.string().optional(), subCode: z.string().optional() }).optional(),
});
type Refusal = z.infer<typeof Refusal>;

const Envelope = z.object({ data: z.unknown().optional(), errors: z.array(Refusal).optional() });

/** `json` is undefined when the answer was something else. @throws ConnectError when nothing answers in 30 s */
export const requestJson = async (
  fetch: TwentyAccess['fetch'],
  url: string,
  init: RequestInit = {},
): Promise<{ status: number; json: unknown }> => {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
    const text = await response.text();
    return { status: response.status, json: parseJson(text) };
  } catch (cause) {
    throw unreachable(url, cause);
  }
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const unreachable = (url: string, cause: unknown): ConnectError => {
  const code = codeOf(cause);
  const isCertificate = /CERT|SIGNED|SSL|TLS/.test(code);
  return new ConnectError(
    `Nothing can be asked at ${new URL(url).origin}${code ? ` (${code})` : ''}.`,
    isCertificate
      ? 'Its certificate is not trusted here. Give Node the certificate of your authority: NODE_EXTRA_CA_CERTS=/path/to/ca.pem.'
      : 'Check TWENTY_API_URL, and that Twenty is running and can be reached from this machine.',
    { cause },
  );
};

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.name === 'TimeoutError' ? 'no answer in 30 s' : codeOf(error.cause);
};

const notTwenty = (apiUrl: string, status: number): ConnectError =>
  status >= 500
    ? new ConnectError(
        `Twenty at ${apiUrl} is not well: it answers HTTP ${status}.`,
        'Look at the log of the Twenty server, then run npm run connect again.',
      )
    : new ConnectError(
        `${apiUrl} does not answer like a Twenty server (HTTP ${status}).`,
        'Set TWENTY_API_URL to the address of the server alone, without /graphql or /rest.',
      );
