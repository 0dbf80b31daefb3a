import { WorkspaceId } from '@twenty-dialer/contract';
import { z } from 'zod';
import {
  CurrentWorkspaceDocument,
  type CurrentWorkspaceQuery,
} from '../../../graphql/generated/metadata/graphql.ts';
import type { WorkerCredentials } from './app-token.ts';
import { createAsWorker } from './as-worker.ts';
import type { TwentyClient } from './client.ts';
import { TwentyError } from './errors.ts';
import type { TwentyRecords, WriteAnswer } from './port.ts';
import { readExisting, readRows } from './records-read.ts';
import { missingFromWorkspace } from './records-schema.ts';
import { type Batches, MAX_ROWS, readWriteAnswer, writeRequest } from './records-write.ts';

/** Writes and reads the worker's records in Twenty, with the worker's own credentials. */
export const createTwentyRecords = (deps: {
  client: TwentyClient;
  credentials: WorkerCredentials;
}): TwentyRecords => {
  const { client, credentials } = deps;

  const asWorker = createAsWorker(credentials);

  const writeOnce = async (batches: Batches, token: string): Promise<WriteAnswer> =>
    readWriteAnswer(batches, await client.send({ endpoint: 'graphql', token, ...writeRequest(batches) }));

  return {
    upsert: async (batches) => {
      try {
        const token = await credentials.token();
        const answer = await writeOnce(batches, token);
        if (!isTokenRefused(answer) || credentials.kind === 'api-key') return answer;
        credentials.forget(token);
        return await writeOnce(batches, await credentials.token());
      } catch (error) {
        return fromTokenFault(error);
      }
    },

    read: (objectName, ids) =>
      asWorker(async (token) =>
        (
          await Promise.all(chunks(ids).map((part) => readRows(objectName, { client, token, ids: part })))
        ).flat(),
      ),

    existing: (objectName, ids) =>
      asWorker(async (token) => {
        const found = await Promise.all(
          chunks([...new Set(ids)]).map((part) => readExisting(objectName, { client, token, ids: part })),
        );
        return new Set(found.flat());
      }),

    missingFromSchema: () => asWorker((token) => missingFromWorkspace(client, token)),

    workspace: () =>
      asWorker(async (token) => {
        const { currentWorkspace } = await client.ask({
          endpoint: 'metadata',
          document: CurrentWorkspaceDocument,
          variables: {},
          schema: CurrentWorkspaceAnswer,
          token,
        });
        return { id: WorkspaceId.parse(currentWorkspace.id), name: currentWorkspace.displayName ?? '' };
      }),
  };
};

const CurrentWorkspaceAnswer = z.object({
  currentWorkspace: z.object({ id: z.guid(), displayName: z.string().nullable() }),
}) satisfies z.ZodType<CurrentWorkspaceQuery>;

/** Refused at the door, before any root field ran: sending it again cannot write anything twice. */
const isTokenRefused = (answer: WriteAnswer): boolean =>
  answer.kind === 'answered' &&
  answer.written.size === 0 &&
  answer.refusals.some(({ code }) => code === 'UNAUTHENTICATED');

/** Without a token nothing was sent. What Twenty says of the credentials is an answer like any other. */
const fromTokenFault = (error: unknown): WriteAnswer => {
  if (!(error instanceof TwentyError)) throw error;
  if (error.kind === 'unreachable') return { kind: 'not-sent', reason: error.message };
  const code = error.kind === 'throttled' ? 'LIMIT_REACHED' : 'UNAUTHENTICATED';
  return {
    kind: 'answered',
    written: new Map(),
    refusals: [{ message: error.message, code, subCode: null, userFriendlyMessage: null }],
  };
};

const chunks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / MAX_ROWS) }, (_none, index) =>
    items.slice(index * MAX_ROWS, (index + 1) * MAX_ROWS),
  );
