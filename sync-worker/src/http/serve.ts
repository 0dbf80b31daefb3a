import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { AppEnv } from './route.ts';

/** The port cannot be listened on. The message says what to do. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

export interface RunningServer {
  /**
   * Takes no more requests and resolves when those under way are answered; after `patienceMs` they are cut off.
   */
  close(patienceMs: number): Promise<void>;
}

/** Milliseconds. They hold until a request has arrived, never while it is answered: an event stream stays open. */
export interface RequestTimes {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  /** How often the two are looked after. */
  readonly connectionsCheckingInterval: number;
  /** Longer than proxies keep a connection that nothing goes over, or one sends a request just as it is closed here. */
  readonly keepAliveTimeout: number;
}

/**
 * Somebody who sends a letter every few seconds must not hold connections for minutes: Node's own times are 60 and 300 seconds.
 * The largest body needs 26 kB a second, and a usual report is there at once.
 */
export const REQUEST_TIMES: RequestTimes = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 75_000,
};

/** Listens on `port` of the address `host`. @throws PortError when another program does, or when the port is not allowed. */
export const serve = async (
  app: Hono<AppEnv>,
  { host, port }: { host: string; port: number },
  times: RequestTimes = REQUEST_TIMES,
): Promise<RunningServer> => {
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: times }) as Server;
  const listening = once(server, 'listening');
  server.listen(port, host);
  try {
    await listening;
  } catch (cause) {
    throw new PortError(portFault(port, cause), { cause });
  }
  return {
    close: async (patienceMs) => {
      const closed = once(server, 'close');
      // A connection whose last request is answered now must not wait for the next one.
      server.keepAliveTimeout = 1;
      server.close();
      server.closeIdleConnections();
      const cutOff = setTimeout(() => server.closeAllConnections(), patienceMs);
      await closed;
      clearTimeout(cutOff);
    },
  };
};

const portFault = (port: number, cause: unknown): string => {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  if (code === 'EADDRINUSE') {
    return `Twenty Dialer did not start: port ${port} is taken by another program. Stop that one, or set DIALER_PORT to another port.`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return 'Twenty Dialer did not start: DIALER_HOST is no address of this machine. Use 127.0.0.1 or 0.0.0.0.';
  }
  if (code === 'EACCES') {
    return `Twenty Dialer did not start: this user may not listen on port ${port}. Set DIALER_PORT to a port above 1023.`;
  }
  return `Twenty Dialer did not start: it cannot listen on port ${port} (${String(cause)}).`;
};
