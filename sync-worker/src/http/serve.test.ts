import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BODY_MAX_BYTES, parseBody } from './parse.ts';
import type { AppEnv } from './route.ts';
import { PortError, REQUEST_TIMES, serve } from './serve.ts';

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

describe('whoever sends a request letter by letter does not keep a connection', () => {
  const QUICK = {
    ...REQUEST_TIMES,
    headersTimeout: 50,
    requestTimeout: 100,
    connectionsCheckingInterval: 10,
  };
  /** Sends a beginning, and answers what the worker says when it has had enough. */
  const beginAndWait = async (beginning: string): Promise<string> => {
    const port = await freePort();
    const app = new Hono<AppEnv>().post('/', async (c) => c.json(await parseBody(c, z.unknown())));
    app.onError((error, c) => c.text(error.message, 422));
    const server = await serve(app, { host: HOST, port }, QUICK);
    const socket = connect(port, HOST);
    let said = '';
    socket.on('data', (chunk) => {
      said += String(chunk);
    });
    socket.write(beginning);
    await once(socket, 'close');
    await server.close(100);
    return said;
  };

  test('with headers that never end', async () => {
    expect(await beginAndWait('POST / HTTP/1.1\r\nHost: dialer\r\nX-Slow: ')).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('with a body that never ends', async () => {
    const said = await beginAndWait(
      'POST / HTTP/1.1\r\nHost: dialer\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"call',
    );
    expect(said).not.toMatch(/^HTTP\/1\.1 200 /);
  });

  test('and the times of the product are short, and longer than a slow line needs for the largest report', () => {
    expect(REQUEST_TIMES.headersTimeout).toBeLessThanOrEqual(REQUEST_TIMES.requestTimeout);
    expect(REQUEST_TIMES.requestTimeout).toBeLessThanOrEqual(60_000);
    expect(BODY_MAX_BYTES / (REQUEST_TIMES.requestTimeout / 1000)).toBeLessThan(32 * 1024);
  });
});

test('an answer may take longer than a request: an event stream stays open', async () => {
  const port = await freePort();
  let finish = () => {};
  const app = new Hono<AppEnv>().get('/', async (c) => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return c.text('late');
  });
  const quick = { ...REQUEST_TIMES, headersTimeout: 20, requestTimeout: 20, connectionsCheckingInterval: 5 };
  const server = await serve(app, { host: HOST, port }, quick);
  // A connection that is cut off meanwhile shows that the times are over.
  const slow = connect(port, HOST);
  const answer = fetch(`http://${HOST}:${port}/`);
  slow.on('connect', () => slow.write('GET / HTTP/1.1\r\nX-Slow: '));
  await once(slow.resume(), 'close');
  finish();
  expect(await (await answer).text()).toBe('late');
  await server.close(100);
});

test('more headers than any browser sends are refused before they are read', async () => {
  const port = await freePort();
  const server = await serve(new Hono<AppEnv>(), { host: HOST, port });
  const answer = await fetch(`http://${HOST}:${port}/`, { headers: { 'X-Long': 'x'.repeat(20_000) } });
  expect(answer.status).toBe(431);
  await server.close(100);
});
