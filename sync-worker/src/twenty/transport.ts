import { ClientError, GraphQLClient } from 'graphql-request';
import { z } from 'zod';
import type { TwentyRefusal } from './port.ts';

export interface TransportSettings {
  /** Where Twenty is, for example `https://crm.example.com`. */
  readonly url: string;
  /** Milliseconds for one request, connecting and reading together. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
}

/** What came of one request: an answer, nobody knows, or surely nothing happened. */
export type GraphqlAnswer =
  | { readonly kind: 'answered'; readonly data: unknown; readonly refusals: readonly TwentyRefusal[] }
  | { readonly kind: 'unanswered'; readonly reason: string }
  | { readonly kind: 'not-sent'; readonly reason: string };

export type Transport = (request: {
  path: string;
  query: string;
  variables: object;
  token: string;
}) => Promise<GraphqlAnswer>;

const TIMEOUT_MS = 15_000;

/** One HTTP request for one document. Twenty answers errors with HTTP 200, so the body decides. Never throws. */
export const createTransport = ({ url, timeoutMs = TIMEOUT_MS, fetch }: TransportSettings): Transport => {
  const clientOf = (path: string) =>
    new GraphQLClient(new URL(path, url).href, { errorPolicy: 'all', ...(fetch ? { fetch } : {}) });

  return async ({ path, query, variables, token }) => {
    try {
      const answer = await clientOf(path).rawRequest({
        query,
        variables,
        // With graphql-request's own header Twenty might choose other status codes than those that were seen.
        requestHeaders: { authorization: `Bearer ${token}`, accept: 'application/json' },
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { kind: 'answered', data: answer.data ?? null, refusals: parseRefusals(answer.errors ?? []) };
    } catch (error) {
      return error instanceof ClientError ? fromStatus(error) : connectionFault(error, timeoutMs);
    }
  };
};

const RawError = z.object({
  message: z.string(),
  extensions: z
    .object({
      code: z.string().nullish().catch(null),
      subCode: z.string().nullish().catch(null),
      // Twenty answers a text, or a translatable text with its id.
      userFriendlyMessage: z
        .union([z.string(), z.object({ message: z.string() }).transform(({ message }) => message)])
        .nullish()
        .catch(null),
    })
    .optional()
    .catch(undefined),
});

const parseRefusals = (errors: readonly unknown[]): TwentyRefusal[] =>
  errors.map((error) => {
    const parsed = RawError.safeParse(error);
    const extensions = parsed.data?.extensions;
    return {
      message: parsed.data?.message ?? 'Twenty refused without saying why.',
      code: extensions?.code ?? null,
      subCode: extensions?.subCode ?? null,
      userFriendlyMessage: extensions?.userFriendlyMessage ?? null,
    };
  });

/** A status other than 2xx does not come from Twenty's records: a proxy, the framework, or a Twenty that is starting. */
const fromStatus = ({ response }: ClientError): GraphqlAnswer => {
  if (response.errors !== undefined && response.status < 500) {
    return { kind: 'answered', data: response.data ?? null, refusals: parseRefusals(response.errors) };
  }
  const refusal = REFUSED_BY_STATUS[response.status];
  if (refusal !== undefined) return { kind: 'answered', data: null, refusals: [refusal] };
  return { kind: 'unanswered', reason: `Twenty answered with HTTP ${response.status}.` };
};

const REFUSED_BY_STATUS: Readonly<Record<number, TwentyRefusal>> = {
  401: { message: 'HTTP 401', code: 'UNAUTHENTICATED', subCode: null, userFriendlyMessage: null },
  403: { message: 'HTTP 403', code: 'FORBIDDEN', subCode: null, userFriendlyMessage: null },
  // Refused before Twenty saw it, so surely not written: a smaller document may pass.
  413: {
    message: 'HTTP 413: larger than the server takes at once',
    code: 'PAYLOAD_TOO_LARGE',
    subCode: null,
    userFriendlyMessage: null,
  },
  429: { message: 'HTTP 429', code: 'LIMIT_REACHED', subCode: null, userFriendlyMessage: null },
};

/** Faults of a connection that never stood: not a byte of the document left. */
const NEVER_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Whether a fault of `fetch` left the request unsent, or leaves open what became of it. */
export const connectionFault = (
  error: unknown,
  timeoutMs = TIMEOUT_MS,
): { readonly kind: 'unanswered' | 'not-sent'; readonly reason: string } => {
  const code = faultCode(error);
  if (code !== null && NEVER_CONNECTED.includes(code)) {
    return { kind: 'not-sent', reason: `Twenty cannot be reached (${code}).` };
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return { kind: 'unanswered', reason: `Twenty did not answer within ${timeoutMs} ms.` };
  }
  if (code !== null) return { kind: 'unanswered', reason: `The connection to Twenty broke (${code}).` };
  return { kind: 'unanswered', reason: 'Twenty sent an answer that cannot be read.' };
};

/** `fetch` hides the fault in `cause`, and behind two addresses in an AggregateError of which the first tells enough. */
const faultCode = (error: unknown): string | null => {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return faultCode(error.errors[0]);
  return faultCode(error.cause);
};
