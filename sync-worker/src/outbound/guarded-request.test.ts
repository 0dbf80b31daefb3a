import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { createGuardedRequest } from './guarded-request.ts';
import { isPublicAddress, NotAllowedError, readTarget } from './target.ts';

const STRICT = { mayBeLocal: false };
const AT_HOME = { mayBeLocal: true };

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** Something on this machine that must not be reached from a page. */
const something = async (answer: { status: number; headers?: Record<string, string> } = { status: 204 }) => {
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    heard.push(`${request.method} ${request.url} ${request.headers.host} ${body}`);
    response.writeHead(answer.status, answer.headers).end('what it says is not read');
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { heard, port: (server.address() as AddressInfo).port };
};
const request = () => ({
  method: 'POST',
  redirect: 'manual' as const,
  headers: { 'Content-Type': 'application/json' },
  body: '{}',
  signal: AbortSignal.timeout(10_000),
});
const found = (address: string) => ({ address, family: address.includes(':') ? 6 : 4 });

const isRefused = (url: string, rules = STRICT): boolean => {
  try {
    readTarget(url, rules);
    return false;
  } catch (error) {
    if (error instanceof NotAllowedError) return true;
    throw error;
  }
};

const PRIVATE_NETWORKS: readonly (readonly [number, number])[] = [
  [0x0a000000, 8], // 10.0.0.0
  [0xac100000, 12], // 172.16.0.0
  [0xc0a80000, 16], // 192.168.0.0
  [0x7f000000, 8], // loopback
  [0xa9fe0000, 16], // link-local, and where clouds keep their metadata
  [0x64400000, 10], // carrier-grade NAT
  [0x00000000, 8],
  [0xe0000000, 3], // multicast, reserved, broadcast
];
const privateAddress = fc
  .tuple(fc.constantFrom(...PRIVATE_NETWORKS), fc.nat(0xffffffff))
  .map(([[base, bits], host]) => (base + (host % 2 ** (32 - bits))) >>> 0);
const octetsOf = (address: number) => [24, 16, 8, 0].map((shift) => (address >>> shift) & 255);
const dotted = (address: number) => octetsOf(address).join('.');
/** One address in the ways that browsers and resolvers read it. */
const WRITTEN: readonly ((address: number) => string)[] = [
  dotted,
  String,
  (address) => `0x${address.toString(16)}`,
  (address) =>
    octetsOf(address)
      .map((octet) => `0${octet.toString(8)}`)
      .join('.'),
  (address) =>
    octetsOf(address)
      .map((octet) => `0x${octet.toString(16)}`)
      .join('.'),
  (address) => `${address >>> 24}.${address & 0xffffff}`,
  (address) => `[::ffff:${dotted(address)}]`,
  (address) => `[::ffff:${(address >>> 16).toString(16)}:${(address & 0xffff).toString(16)}]`,
  (address) => `[64:ff9b::${dotted(address)}]`,
  (address) => `[2002:${(address >>> 16).toString(16)}:${(address & 0xffff).toString(16)}::1]`,
  (address) => dotted(address).replaceAll('.', '。'),
  (address) => `${dotted(address)}.`,
];

describe('what somebody enters on a page never makes the dialer send into its own network', () => {
  test('however the number is written', () => {
    fc.assert(
      fc.property(privateAddress, fc.constantFrom(...WRITTEN), fc.nat(65_535), (address, write, port) => {
        expect(isRefused(`https://${write(address)}:${port}/hook`)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('whatever a name leads to, one private address among public ones included', async () => {
    await fc.assert(
      fc.asyncProperty(privateAddress, fc.boolean(), async (address, isMixed) => {
        const lookup = async () => [...(isMixed ? [found('93.184.215.14')] : []), found(dotted(address))];
        const send = createGuardedRequest({ ...STRICT, lookup });
        await expect(send('https://hook.example.com/', request())).rejects.toThrow(/private network/);
      }),
    );
  });

  test.each([
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'fec0::1',
    'ff02::1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    '100::1',
    'not an address',
  ])('nor to %s', (address) => {
    expect(isPublicAddress(address, 'hook.example.com', STRICT)).toBe(false);
  });

  test.each([
    ['http://hook.example.com/'],
    ['ftp://hook.example.com/'],
    ['file:///etc/passwd'],
    ['https://user@hook.example.com/'],
    ['https://user:password@hook.example.com/'],
    ['https://localhost/'],
    ['https://metadata.google.internal/'],
    ['https://printer.local/'],
    ['hook.example.com'],
    [''],
    [`https://hook.example.com/${'x'.repeat(2_000)}`],
  ])('%s is refused before anything is looked up', async (url) => {
    const send = createGuardedRequest({
      ...STRICT,
      lookup: async () => {
        throw new Error('Nobody looks anything up here.');
      },
    });
    await expect(send(url, request())).rejects.toThrow(NotAllowedError);
  });

  test('a name that leads elsewhere at the second look is asked once: the connection goes where it was checked', async () => {
    const { heard, port } = await something();
    const answers = [[found('127.0.0.1')], [found('192.0.2.1')]];
    let looks = 0;
    const send = createGuardedRequest({ ...AT_HOME, lookup: async () => answers[looks++] ?? [] });
    expect((await send(`http://localhost:${port}/hook`, request())).status).toBe(204);
    expect(looks).toBe(1);
    expect(heard).toEqual([`POST /hook localhost:${port} {}`]);
  });

  test('a redirect is not followed, and nothing that is answered is read', async () => {
    const inside = await something();
    const { port } = await something({
      status: 302,
      headers: { Location: `http://127.0.0.1:${inside.port}/` },
    });
    const send = createGuardedRequest(AT_HOME);
    const answer = await send(`http://127.0.0.1:${port}/hook`, request());
    expect([answer.status, answer.ok, await answer.text()]).toEqual([302, false, '']);
    expect(inside.heard).toEqual([]);
  });
});

test('public addresses may be sent to', () => {
  for (const url of [
    'https://hook.example.com/a?token=b',
    'https://93.184.215.14/',
    'https://[2606:2800:21f::1]:8443/',
  ]) {
    expect(isRefused(url), url).toBe(false);
  }
});

describe('where a setting allows it, for development', () => {
  test('this machine may be sent to over plain http, by its own names and no other', async () => {
    expect(isRefused('http://localhost:8080/', AT_HOME)).toBe(false);
    expect(isRefused('http://[::1]:8080/', AT_HOME)).toBe(false);
    for (const url of [
      'http://hook.example.com/',
      'http://127.0.0.2/',
      'http://10.0.0.1/',
      'https://10.0.0.1/',
    ]) {
      expect(isRefused(url, AT_HOME), url).toBe(true);
    }
    const send = createGuardedRequest({ ...AT_HOME, lookup: async () => [found('10.0.0.1')] });
    await expect(send('http://localhost:8080/', request())).rejects.toThrow(NotAllowedError);
  });
});
