import type { Target } from './targets.ts';

/** As whom a request is sent. `writer` may do everything: a person, who is not throttled, else the API key. */
export type Caller = 'writer' | 'api-key' | 'person' | 'app' | 'nobody' | { readonly token: string };

export interface Refused {
  readonly message: string;
  readonly code: string | null;
  readonly subCode: string | null;
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly status: number;
  /** The whole of `data`; read with the helpers below. */
  readonly data: unknown;
  readonly errors: readonly Refused[];
}

export interface TwentyClient {
  readonly url: string;
  /** Who may destroy records: the app's role may not. */
  readonly destroyer: Caller;
  /** Sends a document and answers what came, refusals included. Waits out the budget. */
  send(
    query: string,
    variables?: Record<string, unknown>,
    as?: Caller,
    at?: 'graphql' | 'metadata',
  ): Promise<Answer>;
  /** Sends a document once, throttled or not. */
  sendOnce(query: string, as: Caller): Promise<Answer>;
  /** Posts a form to an OAuth endpoint. */
  postForm(path: string, form: Record<string, string>): Promise<{ status: number; body: unknown }>;
}

const REFILL_MS = 6_000;
const TRIES = 15;

export const createClient = async (
  target: Target,
  url: string,
  wait: (ms: number) => Promise<unknown>,
): Promise<TwentyClient> => {
  const post = async (path: string, body: unknown, token: string | null) => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: readJson(await response.text()) };
  };
  const postForm = async (path: string, form: Record<string, string>) => {
    const response = await fetch(`${url}${path}`, { method: 'POST', body: new URLSearchParams(form) });
    return { status: response.status, body: readJson(await response.text()) };
  };

  const person = target.person === null ? null : await signIn(post, url, target.person);
  const app = target.app === null ? null : await appToken(postForm, target.app);
  const tokenOf = (caller: Caller): string | null => {
    if (typeof caller === 'object') return caller.token;
    if (caller === 'nobody') return null;
    if (caller === 'writer') return person ?? target.apiKey;
    const token = { 'api-key': target.apiKey, person, app }[caller];
    if (token === null) throw new Error(`There is no way in as ${caller} here.`);
    return token;
  };
  const once = async (
    query: string,
    variables: Record<string, unknown>,
    as: Caller,
    at: 'graphql' | 'metadata',
  ): Promise<Answer> => {
    const { status, body } = await post(`/${at}`, { query, variables }, tokenOf(as));
    return { status, data: field(body, 'data'), errors: list(field(body, 'errors')).map(toRefused) };
  };

  return {
    url,
    destroyer: person === null ? 'api-key' : 'person',
    postForm,
    sendOnce: (query, as) => once(query, {}, as, 'graphql'),
    send: async (query, variables = {}, as = 'writer', at = 'graphql') => {
      for (let attempt = 1; ; attempt += 1) {
        const answer = await once(query, variables, as, at);
        const isThrottled = answer.errors.some((error) => error.subCode === 'LIMIT_REACHED');
        if (!isThrottled || attempt === TRIES) return answer;
        await wait(REFILL_MS);
      }
    },
  };
};

export const signIn = async (
  post: (path: string, body: unknown, token: null) => Promise<{ body: unknown }>,
  origin: string,
  person: { email: string; password: string },
): Promise<string> => {
  const login = await post(
    '/metadata',
    {
      query:
        'mutation ($email: String!, $password: String!, $origin: String!) { getLoginTokenFromCredentials(email: $email, password: $password, origin: $origin) { loginToken { token } } }',
      variables: { ...person, origin },
    },
    null,
  );
  const loginToken = at(login.body, 'data', 'getLoginTokenFromCredentials', 'loginToken', 'token');
  const tokens = await post(
    '/metadata',
    {
      query:
        'mutation ($loginToken: String!, $origin: String!) { getAuthTokensFromLoginToken(loginToken: $loginToken, origin: $origin) { tokens { accessOrWorkspaceAgnosticToken { token } } } }',
      variables: { loginToken, origin },
    },
    null,
  );
  const path = ['data', 'getAuthTokensFromLoginToken', 'tokens', 'accessOrWorkspaceAgnosticToken', 'token'];
  return text(at(tokens.body, ...path), `a token for ${person.email}`);
};

const appToken = async (
  postForm: TwentyClient['postForm'],
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): Promise<string> => {
  const { body } = await postForm('/oauth/token', {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  return text(field(body, 'access_token'), "a token for the app's credentials");
};

const toRefused = (error: unknown): Refused => {
  const extensions = field(error, 'extensions');
  const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    message: String(field(error, 'message')),
    code: textOrNull(field(extensions, 'code')),
    subCode: textOrNull(field(extensions, 'subCode')),
    extensions: typeof extensions === 'object' && extensions !== null ? { ...extensions } : {},
  };
};

const readJson = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

const text = (value: unknown, what: string): string => {
  if (typeof value === 'string') return value;
  throw new Error(`Twenty did not give ${what}.`);
};

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A value deep inside an answer: `at(data, 'note', 'bodyV2', 'markdown')`; undefined where the way ends. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, step) => field(inner, String(step)), value);

/** The nodes of a connection. */
export const nodes = (data: unknown, root: string): unknown[] =>
  list(at(data, root, 'edges')).map((edge) => field(edge, 'node'));
