import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { messages, type PGlite } from '@electric-sql/pglite';
import { z } from 'zod';
import { CHANGE_CHANNEL } from '../database.ts';
import { DurableFs } from './durable-fs.ts';
import type { Reply, Request } from './messages.ts';
import { createPrepared } from './prepared.ts';
import { startPglite } from './start-pglite.ts';

/**
 * The thread that PGlite lives in: WebAssembly computes without ever letting go, so in the main thread a long query would
 * hold up every request and every call that is being reported.
 */
const serve = async (port: MessagePort): Promise<void> => {
  const say = (reply: Reply) => port.postMessage(reply);
  const { folder } = z.object({ folder: z.string() }).parse(workerData);
  const pglite = await startPglite(new DurableFs(folder)).catch((error: unknown) => {
    say({ kind: 'cannot-start', message: messageOf(error) });
    return null;
  });
  if (pglite === null) return;
  await pglite.listen(CHANGE_CHANNEL, (payload) => say({ kind: 'notification', payload }));
  const prepared = createPrepared(pglite);
  port.on('message', (request: Request) => {
    void answer({ pglite, prepared }, request).then(say);
  });
  say({ kind: 'ready' });
};

interface Opened {
  readonly pglite: PGlite;
  readonly prepared: ReturnType<typeof createPrepared>;
}

const answer = async ({ pglite, prepared }: Opened, request: Request): Promise<Reply> => {
  const { id } = request;
  try {
    if (request.kind === 'close') await pglite.close();
    else if (request.kind === 'script') await pglite.exec(request.sql);
    else return { kind: 'rows', id, rows: await rowsOf({ pglite, prepared }, request) };
    return { kind: 'rows', id, rows: [] };
  } catch (error) {
    if (isEnd(error)) endSoon(error);
    const code = error instanceof messages.DatabaseError ? (error.code ?? null) : null;
    return { kind: 'refused', id, message: messageOf(error), code };
  }
};

/**
 * A server process that panics is ended by the operating system and started anew. This one has nobody who would do that: it
 * stays, and never answers again. A disk that is full to the last byte is the usual reason.
 */
const isEnd = (error: unknown): error is Error =>
  error instanceof messages.DatabaseError
    ? error.severity === 'PANIC' || error.severity === 'FATAL'
    : error instanceof Error && (error.name === 'RuntimeError' || error.name === 'ExitStatus');

/** Ends the thread once its last answer is on its way; the main thread hears the reason. */
const endSoon = (cause: Error): void => {
  setImmediate(() => {
    throw new Error(`The embedded database ended: ${cause.message}`);
  });
};

const rowsOf = (
  { prepared }: Opened,
  { sql, parameters }: Extract<Request, { kind: 'query' }>,
): Promise<readonly unknown[]> => prepared.query(sql, parameters);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

if (parentPort) void serve(parentPort);
