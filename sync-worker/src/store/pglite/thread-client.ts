import { Worker } from 'node:worker_threads';
import type { Parameter } from '../database.ts';
import { StoreStartError, StoreUnavailableError } from '../errors.ts';
import { SqlError, toStoreError } from '../sql-error.ts';
import type { Reply, Request } from './messages.ts';

export interface PgliteThread {
  query(sql: string, parameters: readonly Parameter[]): Promise<readonly unknown[]>;
  script(sql: string): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  readonly askedAtMs: number;
  resolve(rows: readonly unknown[]): void;
  reject(error: Error): void;
}
type Ask = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

interface ThreadOptions {
  readonly onNotification: (payload: string) => void;
  readonly onLost: (error: Error) => void;
  /** Whether the write-ahead log can grow. */
  readonly hasRoom: () => boolean;
}

/** Nothing that the store asks takes so long; and only on a full disk is that believed to be the end. */
const STUCK_MS = 10_000;
const LOOK_EVERY_MS = 1_000;

/**
 * Starts the thread that PGlite lives in, and speaks with it.
 * @throws StoreStartError when the database in `folder` cannot be opened.
 */
export const startThread = async (
  folder: string,
  { onNotification, onLost, hasRoom }: ThreadOptions,
): Promise<PgliteThread> => {
  const worker = new Worker(new URL('./thread-start.mjs', import.meta.url), {
    workerData: { folder },
  });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let isGone = false;
  let isOpen = false;
  const startedAtMs = performance.now();

  const ask = (request: Ask): Promise<readonly unknown[]> =>
    new Promise((resolve, reject) => {
      if (isGone) return reject(gone());
      lastId += 1;
      waiting.set(lastId, { resolve, reject, askedAtMs: performance.now() });
      worker.postMessage({ ...request, id: lastId } satisfies Request);
    });

  const settle = (reply: Extract<Reply, { id: number }>): void => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.kind === 'rows') asked?.resolve(reply.rows);
    else asked?.reject(toStoreError(new SqlError(reply.code, reply.message)));
  };

  await new Promise<void>((resolve, reject) => {
    worker.on('message', (reply: Reply) => {
      if (reply.kind === 'ready') {
        isOpen = true;
        resolve();
      } else if (reply.kind === 'cannot-start') reject(cannotStart(folder, reply.message));
      else if (reply.kind === 'notification') onNotification(reply.payload);
      else settle(reply);
    });
    const fail = (cause?: Error) => {
      if (isGone) return;
      isGone = true;
      clearInterval(watch);
      if (isOpen) onLost(gone(cause));
      reject(cannotStart(folder, cause?.message ?? 'its thread ended'));
      for (const asked of waiting.values()) asked.reject(gone(cause));
      waiting.clear();
    };
    // When its log cannot grow the database panics, and may then compute for ever without an answer.
    const watch = setInterval(() => {
      const [oldest] = waiting.values();
      const sinceMs = oldest?.askedAtMs ?? (isOpen ? Number.POSITIVE_INFINITY : startedAtMs);
      if (performance.now() - sinceMs < STUCK_MS || hasRoom()) return;
      fail(new Error('it does not answer, and its disk is full'));
      void worker.terminate();
    }, LOOK_EVERY_MS);
    watch.unref();
    worker.on('error', fail);
    worker.on('exit', () => fail());
  });

  return {
    query: (sql, parameters) => ask({ kind: 'query', sql, parameters }),
    script: async (sql) => {
      await ask({ kind: 'script', sql });
    },
    close: async () => {
      if (!isGone) await ask({ kind: 'close' });
      isOpen = false;
      await worker.terminate();
    },
  };
};

const gone = (cause?: Error) =>
  new StoreUnavailableError(
    'The embedded database has stopped. Restart the worker; what was committed is safe.',
    cause === undefined ? {} : { cause },
  );

const cannotStart = (folder: string, why: string) =>
  new StoreStartError(
    `The embedded database in ${folder} cannot be opened: ${why}. ` +
      'Check the rights and the free space of the folder, or bring back a copy of it.',
  );
