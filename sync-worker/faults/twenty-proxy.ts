import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { TwentyFault } from './faulty-twenty.ts';

/**
 * Of a session for which nobody signed in. Twenty never gave it and would end the session at the first question about
 * its person; so the proxy leaves such questions without an answer, as a Twenty that is away.
 */
export const NOBODYS_TOKEN = 'a token that no Twenty gave';

/** Stands in front of a Twenty that cannot be told to fail, and fails in its place. */
export const startTwentyProxy = async (target: string) => {
  let faults: (TwentyFault & { struck: number })[] = [];
  const counts = { documents: 0, throttled: 0 };

  /** The first fault that strikes a request. Sign-in and `/metadata` feel nothing but Twenty being away as a whole. */
  const strike = (path: string, body: string) =>
    faults.find((fault) => {
      const { kind, times, probability, match } = fault;
      if (path !== '/graphql' && kind !== 'server-error') return false;
      if (times !== undefined && fault.struck >= times) return false;
      if (match !== undefined && !hasRow(body, match)) return false;
      if (probability !== undefined && Math.random() >= probability) return false;
      fault.struck += 1;
      return true;
    }) ?? null;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const path = request.url ?? '/';
    if (request.headers.authorization === `Bearer ${NOBODYS_TOKEN}`) return unavailable(response);
    if (path === '/graphql') counts.documents += 1;
    const fault = strike(path, body);
    if (fault?.kind === 'cut') return void request.socket.destroy();
    if (fault?.kind === 'server-error') return unavailable(response);
    if (fault?.kind === 'throttled') counts.throttled += 1;
    if (fault?.kind === 'throttled' || fault?.kind === 'poisoned') return refuse(response, fault);
    if (fault?.kind === 'slow') await pause(fault.ms ?? 5_000);
    const answered = await pass(target, request, body);
    const text = await answered.text();
    // Written, and nobody will ever hear of it.
    if (fault?.kind === 'lost-answer') return void request.socket.destroy();
    const type = answered.headers.get('content-type') ?? 'application/json';
    response.writeHead(answered.status, { 'content-type': type }).end(text);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return {
    url: `http://localhost:${address.port}`,
    counts,
    fault: (fault: TwentyFault): void => void faults.push({ ...fault, struck: 0 }),
    heal: (): void => {
      faults = [];
    },
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

const Written = z.object({ variables: z.record(z.string(), z.unknown()) });
const Rows = z.array(z.record(z.string(), z.unknown()));

/** Whether a row of the document has the value in that field. What is read has no rows. */
const hasRow = (body: string, { field, value }: NonNullable<TwentyFault['match']>): boolean => {
  if (!body.includes(value)) return false;
  const { variables } = Written.parse(JSON.parse(body));
  return Object.values(variables).some((rows) => {
    const parsed = Rows.safeParse(rows);
    return parsed.success && parsed.data.some((row) => (JSON.stringify(row[field]) ?? '').includes(value));
  });
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
};

const PASSED_ON = ['authorization', 'content-type', 'accept'] as const;

const pass = (target: string, request: IncomingMessage, body: string): Promise<Response> => {
  const headers = new Headers();
  for (const name of PASSED_ON) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  const { method = 'GET', url = '/' } = request;
  return fetch(new URL(url, target), {
    method,
    headers,
    redirect: 'manual',
    ...(body === '' ? {} : { body }),
  });
};

const unavailable = (response: ServerResponse): void =>
  void response.writeHead(503).end('Service Unavailable');

/** In the words of a Twenty of version 2.31, and with HTTP 200, as it does. */
const refuse = (response: ServerResponse, { kind, match, isNamed = true }: TwentyFault): void => {
  const [message, subCode] =
    kind === 'throttled'
      ? ['Limit reached (500 tokens per 60000 ms)', 'LIMIT_REACHED']
      : isNamed
        ? [`Invalid value "${match?.value}" for field "${match?.field}"`, 'INVALID_ARGS_DATA']
        : ['value violates a check of the database', undefined];
  const error = { message, extensions: { code: 'BAD_USER_INPUT', subCode } };
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ data: null, errors: [error] }));
};
