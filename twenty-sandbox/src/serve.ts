import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { refuseOtherSites } from './refuse-other-sites.ts';
import type { Sandbox } from './sandbox.ts';

export interface ServedSandbox {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves a sandbox; port 0 takes a free one. @throws when the port is taken */
export const serveSandbox = (
  sandbox: Sandbox,
  { port, host }: { port: number; host: string },
): Promise<ServedSandbox> =>
  new Promise((resolve, reject) => {
    const guarded = new Hono().use(refuseOtherSites).mount('/', sandbox.app.fetch);
    const server: ServerType = serve({ fetch: guarded.fetch, port, hostname: host }, (info) =>
      resolve({
        url: `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${info.port}`,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => {
              sandbox.close();
              stopped();
            });
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
    server.on('error', reject);
  });
