import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { AppEnv } from './route.ts';
import { PortError, serve } from './serve.ts';

const HOST = '127.0.0.1';
const listenSomewhere = async () => {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
};
const freePort = async (): Promise<number> => {
  const { port, close } = await listenSomewhere();
  await close();
  return port;
};

test('a port that is taken is told with what to do', async () => {
  const other = await listenSomewhere();
  await expect(serve(new Hono<AppEnv>(), { host: HOST, port: other.port })).rejects.toThrow(PortError);
  await expect(serve(new Hono<AppEnv>(), { host: HOST, port: other.port })).rejects.toThrow(
    /port \d+ is taken by another program.*DIALER_PORT/,
  );
  await other.close();
});

test('a report under way when the worker stops is still answered', async () => {
  const port = await freePort();
  let finish = () => {};
  const isUnderWay = new Promise<void>((arrived) => {
    const app = new Hono<AppEnv>().get('/', async (c) => {
      arrived();
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return c.text('kept');
    });
    void serve(app, { host: HOST, port }).then((server) => {
      running = server;
      answer = fetch(`http://localhost:${port}/`);
    });
  });
  let running: Awaited<ReturnType<typeof serve>> | undefined;
  let answer: Promise<Response> | undefined;
  await isUnderWay;
  const closed = running?.close(60_000);
  finish();
  expect(await (await answer)?.text()).toBe('kept');
  await closed;
  await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow();
});

test('a request that never ends does not keep the worker from stopping', async () => {
  const port = await freePort();
  const app = new Hono<AppEnv>().get('/', () => new Promise<Response>(() => {}));
  const server = await serve(app, { host: HOST, port });
  const answer = fetch(`http://localhost:${port}/`).then(
    () => 'answered',
    () => 'cut off',
  );
  await server.close(100);
  expect(await answer).toBe('cut off');
});
