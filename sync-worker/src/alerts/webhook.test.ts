import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { testMessage } from './message.ts';
import { createWebhook } from './webhook.ts';

const SECRET = 'a-secret-of-the-receiver';
const NOW = Date.parse('2026-11-21T09:00:00Z');
const MESSAGE = testMessage('https://dialer.example.com', { id: 'one', at: '2026-11-21T09:00:00.000Z' });

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver of the webhook; `answer` null: it never answers. */
const receiver = async (answer: { status: number; headers?: Record<string, string> } | null) => {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    heard.push({ headers: request.headers, body });
    if (answer !== null) response.writeHead(answer.status, answer.headers).end('what it says is not read');
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/hook?token=in-the-address`;
  const send = createWebhook({ settings: { url, secret: SECRET }, fetch, nowMs: () => NOW, timeoutMs: 300 });
  return { heard, send, url, port };
};

describe('the webhook of alerts', () => {
  test('is signed over its time and its body, so that the receiver can tell it from a forged or an old one', async () => {
    const { heard, send } = await receiver({ status: 204 });
    await send(MESSAGE);
    const { headers, body } = heard[0] ?? { headers: {}, body: '' };
    expect(headers['x-dialer-timestamp']).toBe(String(NOW / 1_000));
    const expected = createHmac('sha256', SECRET)
      .update(`${NOW / 1_000}.${body}`)
      .digest('hex');
    expect(headers['x-dialer-signature']).toBe(expected);
    expect(JSON.parse(body)).toEqual(MESSAGE);
    expect(headers['content-type']).toBe('application/json');
  });

  test.each([400, 404, 500])('an answer of %i is no success', async (status) => {
    const { send } = await receiver({ status });
    await expect(send(MESSAGE)).rejects.toThrow(`It answered with HTTP ${status}.`);
  });

  test('a redirect is not followed', async () => {
    const other = await receiver({ status: 200 });
    const { send } = await receiver({ status: 307, headers: { Location: other.url } });
    await expect(send(MESSAGE)).rejects.toThrow('It answered with HTTP 307.');
    expect(other.heard).toEqual([]);
  });

  test('one that never answers is given up in time, and nothing of its address is told', async () => {
    const { send } = await receiver(null);
    await expect(send(MESSAGE)).rejects.toThrow('It did not answer within 300 ms.');
  });

  test('one that is not there is told by the code of the fault, and nothing of its address', async () => {
    const { send, port } = await receiver({ status: 200 });
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    const fault: unknown = await send(MESSAGE).catch((error: unknown) => error);
    expect(String(fault)).toBe('Error: It cannot be reached (ECONNREFUSED).');
    expect(String(fault)).not.toContain(String(port));
  });
});
