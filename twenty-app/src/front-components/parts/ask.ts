import * as z from 'zod/mini';
import { AskError } from './ask-error.ts';
import { withToken } from './token.ts';

const PATIENCE_MS = 8_000;

/** Asks Twenty as the viewer. @throws AskError with Twenty's own words */
export const askTwenty = async <T>(
  question: { query: string; variables: object },
  schema: z.ZodMiniType<T>,
): Promise<T> => {
  const url = `${process.env.TWENTY_API_URL ?? ''}/graphql`;
  const answer = await withToken(async (token) => {
    const response = await send(url, { token, body: question });
    const { data, errors } = parsed(GraphqlAnswer, response.content);
    const [error] = errors ?? [];
    if (error?.extensions?.code === 'UNAUTHENTICATED') return 'refused';
    if (error !== undefined) throw new AskError('failed', error.message);
    return { data };
  });
  return parsed(schema, answer.data);
};

/** Asks the dialer's worker as the viewer; a question with a body is a POST. @throws AskError */
export const askWorker = async <T>(
  address: string,
  { path, body }: { path: string; body?: object },
  schema: z.ZodMiniType<T>,
): Promise<T> => {
  const answer = await withToken(async (token) => {
    const response = await send(`${address}${path}`, { token, body });
    if (response.status === 401) return 'refused';
    if (response.status >= 500) throw new AskError('away', `Status ${response.status}`);
    if (response.status >= 400) throw new AskError('failed', `Status ${response.status}`);
    return { content: response.content };
  });
  return parsed(schema, answer.content);
};

const GraphqlAnswer = z.object({
  data: z.optional(z.unknown()),
  errors: z.optional(
    z.array(
      z.object({ message: z.string(), extensions: z.optional(z.object({ code: z.optional(z.string()) })) }),
    ),
  ),
});

const send = async (url: string, { token, body }: { token: string; body?: object | undefined }) => {
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      credentials: 'omit',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const content: unknown = await response.json();
    return { status: response.status, content };
  } catch (cause) {
    throw new AskError('away', 'There is no answer.', { cause });
  }
};

const parsed = <T>(schema: z.ZodMiniType<T>, value: unknown): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AskError('failed', 'The answer is not one that this version of the app understands.', {
    cause: result.error,
  });
};
