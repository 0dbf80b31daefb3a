import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Kind, parse } from 'graphql';
import type { Bench } from '../bench.ts';

/** A document that a worker sent to Twenty, and what came of it. */
export interface SentDocument {
  readonly body: string;
  readonly sentAtMs: number;
  readonly answeredAtMs: number;
  /** One token of the budget each. Questions about the schema cost none. */
  readonly rootFields: readonly string[];
  readonly isThrottled: boolean;
  /** Of the records that were written, by root field. */
  readonly written: Readonly<Record<string, readonly string[]>>;
}

/** Twenty, with somebody in between who writes down what is sent there. */
export interface WatchedTwenty {
  readonly url: string;
  readonly documents: readonly SentDocument[];
  /** Resolves when Twenty has answered that it holds each of these records. @throws when nothing moves any more */
  hasWritten(ids: readonly string[]): Promise<void>;
}

const GIVE_UP_MS = 120_000;

export const watchTwenty = async (bench: Bench, twentyUrl: string): Promise<WatchedTwenty> => {
  const documents: SentDocument[] = [];
  let onDocument = () => {};
  const server = createServer((request, response) => {
    forward(twentyUrl, request).then(
      ({ status, type, text, sent }) => {
        response.writeHead(status, { 'content-type': type }).end(text);
        if (sent === null) return;
        documents.push(sent);
        onDocument();
      },
      () => response.destroy(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  bench.onEnd(async () => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');

  return {
    url: `http://127.0.0.1:${address.port}`,
    documents,
    hasWritten: (ids) =>
      new Promise((resolve, reject) => {
        const missing = new Set(ids);
        let seen = 0;
        let giveUp: NodeJS.Timeout | undefined;
        const look = () => {
          for (; seen < documents.length; seen += 1) {
            for (const id of Object.values(documents[seen]?.written ?? {}).flat()) missing.delete(id);
          }
          clearTimeout(giveUp);
          if (missing.size === 0) return resolve();
          giveUp = setTimeout(
            () => reject(new Error(`${missing.size} of ${ids.length} records never came to Twenty.`)),
            GIVE_UP_MS,
          );
        };
        onDocument = look;
        look();
      }),
  };
};

/** Headers that are about the connection, or say a length that the other side works out anew. */
const OF_THE_CONNECTION = ['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding'];

const forward = async (twentyUrl: string, request: IncomingMessage) => {
  const sentAtMs = performance.now();
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !OF_THE_CONNECTION.includes(name) ? [[name, value]] : [],
  );
  const body = await buffer(request);
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const answer = await fetch(`${twentyUrl}${request.url}`, {
    method: request.method ?? 'GET',
    headers,
    body: hasBody ? body : null,
    redirect: 'manual',
  });
  const text = await answer.text();
  // What is no answer of Twenty's (it breaks down, a proxy speaks) has written nothing that anybody knows of.
  const isDocument = request.url === '/graphql' && hasBody && answer.ok;
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? 'application/json',
    text,
    sent: isDocument
      ? { sentAtMs, answeredAtMs: performance.now(), ...readDocument(body.toString(), text) }
      : null,
  };
};

/** What a document asked for, and what its answer says. */
export const readDocument = (
  body: string,
  answer: string,
): Pick<SentDocument, 'body' | 'rootFields' | 'isThrottled' | 'written'> => {
  const { query } = JSON.parse(body) as { query: string };
  const rootFields = parse(query)
    .definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [],
    )
    .flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : []))
    .filter((name) => !name.startsWith('__'));
  return {
    body,
    rootFields,
    isThrottled: answer.includes('"LIMIT_REACHED"'),
    written: writtenIds(rootFields, answer),
  };
};

const writtenIds = (rootFields: readonly string[], answer: string): SentDocument['written'] => {
  const { data } = JSON.parse(answer) as { data?: Record<string, unknown> | null };
  return Object.fromEntries(
    rootFields
      .filter((name) => name.startsWith('create'))
      .map((name) => {
        const rows = data?.[name];
        return [name, Array.isArray(rows) ? rows.map(({ id }: { id: string }) => id) : []];
      }),
  );
};
