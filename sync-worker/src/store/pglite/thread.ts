import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { messages, type PGlite } from '@electric-sql/pglite';
import { z } from 'zod';
import { CHANGE_CHANNEL } from '../database.ts';
import { DurableFs } from './durable-fs.ts';
import type { Reply, Request } from './messages.ts';
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
  port.on('message', (request: Request) => {
    void answer(pglite, request).then(say);
  });
  say({ kind: 'ready' });
};

const answer = async (pglite: PGlite, request: Request): Promise<Reply> => {
  const { id } = request;
  try {
    if (request.kind === 'close') await pglite.close();
    else if (request.kind === 'script') await pglite.exec(request.sql);
    else return { kind: 'rows', id, rows: (await pglite.query(request.sql, [...request.parameters])).rows };
    return { kind: 'rows', id, rows: [] };
  } catch (error) {
    const code = error instanceof messages.DatabaseError ? (error.code ?? null) : null;
    return { kind: 'refused', id, message: messageOf(error), code };
  }
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

if (parentPort) void serve(parentPort);
