import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createTransport } from './transport.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const answering =
  (status: number, body: unknown, type = 'application/json'): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

const ask = (url: string, timeoutMs = 5_000) =>
  createTransport({ url, timeoutMs })({
    path: '/graphql',
    query: '{ notes { id } }',
    variables: {},
    token: 't',
  });

const throttled = {
  data: { notes: null },
  errors: [
    {
      message: 'Limit reached (100 tokens per 60000 ms)',
      extensions: {
        subCode: 'LIMIT_REACHED',
        userFriendlyMessage: 'Rate limit reached. Please try again later.',
        code: 'BAD_USER_INPUT',
      },
    },
  ],
};
const badKey = {
  errors: [
    {
      message: 'Token invalid.',
      extensions: {
        userFriendlyMessage: { id: 'z+7x/s', message: 'You must be authenticated to perform this action.' },
        subCode: 'UNAUTHENTICATED',
        code: 'UNAUTHENTICATED',
      },
    },
  ],
};

describe('what Twenty answers', () => {
  test('data and refusals come together, for Twenty answers both with HTTP 200', async () => {
    const url = await serve(
      answering(200, { data: { a: [{ id: 1 }], notes: null }, errors: throttled.errors }),
    );
    expect(await ask(url)).toEqual({
      kind: 'answered',
      data: { a: [{ id: 1 }], notes: null },
      refusals: [
        {
          message: 'Limit reached (100 tokens per 60000 ms)',
          code: 'BAD_USER_INPUT',
          subCode: 'LIMIT_REACHED',
          userFriendlyMessage: 'Rate limit reached. Please try again later.',
        },
      ],
    });
  });

  test('a bad key is an answer, with its code, though its friendly message is an object', async () => {
    expect(await ask(await serve(answering(200, badKey)))).toMatchObject({
      kind: 'answered',
      data: null,
      refusals: [
        { code: 'UNAUTHENTICATED', userFriendlyMessage: 'You must be authenticated to perform this action.' },
      ],
    });
  });

  test('an error without extensions still says its message', async () => {
    const errors = [
      { message: 'Cannot query field "notes" on type "Query".', locations: [{ line: 1, column: 2 }] },
    ];
    expect(await ask(await serve(answering(200, { errors })))).toMatchObject({
      kind: 'answered',
      refusals: [{ message: 'Cannot query field "notes" on type "Query".', code: null }],
    });
  });

  test('the token goes in the header, and plain JSON is asked for', async () => {
    const seen: Record<string, unknown> = {};
    const url = await serve((request, response) => {
      Object.assign(seen, request.headers, { path: request.url });
      answering(200, { data: {} })(request, response);
    });
    await ask(url);
    expect(seen).toMatchObject({ path: '/graphql', authorization: 'Bearer t', accept: 'application/json' });
  });
});

describe('what is no answer', () => {
  test.each([500, 502, 503, 504])('HTTP %i: nobody knows whether it was written', async (status) => {
    const answer = await ask(await serve(answering(status, '<h1>Bad gateway</h1>', 'text/html')));
    expect(answer).toEqual({ kind: 'unanswered', reason: `Twenty answered with HTTP ${status}.` });
  });

  test.each<[number, string]>([
    [401, 'UNAUTHENTICATED'],
    [403, 'FORBIDDEN'],
    [413, 'PAYLOAD_TOO_LARGE'],
    [429, 'LIMIT_REACHED'],
  ])('HTTP %i from a proxy before Twenty is taken as %s', async (status, code) => {
    expect(await ask(await serve(answering(status, 'no')))).toMatchObject({
      kind: 'answered',
      refusals: [{ code }],
    });
  });

  test.each([
    ['no JSON', 'it works', 'text/html'],
    ['half an answer', '{"data": {"notes": [', 'application/json'],
    ['JSON of another kind', '[1, 2]', 'application/json'],
  ])('%s: nobody knows whether it was written', async (_name, body, type) => {
    expect(await ask(await serve(answering(200, body, type)))).toMatchObject({ kind: 'unanswered' });
  });

  test('a connection that is cut: nobody knows whether it was written', async () => {
    const url = await serve((request) => request.socket.destroy());
    expect(await ask(url)).toMatchObject({ kind: 'unanswered' });
  });

  test('an answer that is cut in the middle: nobody knows whether it was written', async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"data":', () => request.socket.destroy());
    });
    expect(await ask(url)).toMatchObject({ kind: 'unanswered' });
  });

  test('no answer in time: nobody knows whether it was written', async () => {
    const url = await serve(() => {});
    expect(await ask(url, 50)).toEqual({ kind: 'unanswered', reason: 'Twenty did not answer within 50 ms.' });
  });

  test('nobody listens: it surely was not written', async () => {
    const url = await serve(() => {});
    const [server] = servers.splice(0);
    await new Promise((resolve) => server?.close(resolve));
    expect(await ask(url)).toEqual({ kind: 'not-sent', reason: 'Twenty cannot be reached (ECONNREFUSED).' });
  });

  test.each(['ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    '%s: it surely was not written',
    async (code) => {
      const fetchThatFails = async () => {
        throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
      };
      const transport = createTransport({ url: 'http://twenty.invalid', fetch: fetchThatFails });
      expect(await transport({ path: '/graphql', query: '{ a }', variables: {}, token: 't' })).toMatchObject({
        kind: 'not-sent',
      });
    },
  );
});
