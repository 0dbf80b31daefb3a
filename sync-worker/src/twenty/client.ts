import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type DocumentNode, print } from 'graphql';
import pRetry from 'p-retry';
import type { z } from 'zod';
import { TwentyError } from './errors.ts';
import { errorFromRefusals } from './failures.ts';
import { createTransport, type GraphqlAnswer, type TransportSettings } from './transport.ts';

export type Endpoint = 'graphql' | 'metadata';

export interface TwentyClient {
  /**
   * Asks one question and gives its answer, parsed. Only for documents that change nothing: an unreachable Twenty is
   * asked again, twice, within about a second.
   * @throws TwentyError when Twenty cannot be reached, refuses, or answers what the schema does not describe.
   */
  ask<TAnswer, TVariables extends object>(question: {
    endpoint: Endpoint;
    document: TypedDocumentNode<TAnswer, TVariables>;
    variables: TVariables;
    schema: z.ZodType<TAnswer>;
    token: string;
  }): Promise<TAnswer>;
  /** Sends a document once, whatever it does, and tells what came of it. Never throws. */
  send(request: {
    endpoint: Endpoint;
    document: DocumentNode;
    variables: object;
    token: string;
  }): Promise<GraphqlAnswer>;
}

export interface TwentyClientSettings extends TransportSettings {
  /** Milliseconds before the first of the short retries of a question. */
  readonly retryMs?: number;
}

/** Speaks with one Twenty over HTTP, for whoever's token it is given. */
export const createTwentyClient = (settings: TwentyClientSettings): TwentyClient => {
  const transport = createTransport(settings);
  const send: TwentyClient['send'] = ({ endpoint, document, variables, token }) =>
    transport({ path: `/${endpoint}`, query: print(document), variables, token });

  return {
    send,
    ask: ({ schema, ...request }) =>
      pRetry(async () => parseAnswer(await send(request), schema), {
        retries: 2,
        minTimeout: settings.retryMs ?? 200,
        randomize: true,
        shouldRetry: ({ error }) => error instanceof TwentyError && error.kind === 'unreachable',
      }),
  };
};

/** An answer as data, or the error that it amounts to. A question is refused as a whole if any part of it is. */
const parseAnswer = <TAnswer>(answer: GraphqlAnswer, schema: z.ZodType<TAnswer>): TAnswer => {
  if (answer.kind !== 'answered') throw new TwentyError('unreachable', answer.reason);
  const refused = errorFromRefusals(answer.refusals);
  if (refused !== null) throw refused;
  const parsed = schema.safeParse(answer.data);
  if (parsed.success) return parsed.data;
  throw new TwentyError('refused', 'Twenty answered something that this version does not understand.', {
    cause: parsed.error,
  });
};
