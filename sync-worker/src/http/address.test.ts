import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askerAt, readNetwork, seenFrom } from './address.ts';

const networks = (...texts: string[]) =>
  texts.map((text) => {
    const network = readNetwork(text);
    if (network === null) throw new Error(`${text} is no network.`);
    return network;
  });
const PROXIES = networks('10.0.0.0/8', '127.0.0.1', 'fd00::/8');

describe('where a request came from', () => {
  test.each([
    ['nobody in between', '203.0.113.7', undefined, '203.0.113.7'],
    ['an IPv4 address on an IPv6 socket', '::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['a proxy that is trusted', '127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['two proxies that are trusted', '127.0.0.1', '203.0.113.7, 10.1.2.3', '203.0.113.7'],
    [
      'what somebody wrote in front of what the proxy added',
      '127.0.0.1',
      '198.51.100.1, 203.0.113.7',
      '203.0.113.7',
    ],
    ['a proxy of IPv6', 'fd00::1', '2001:db8::7', '2001:db8::7'],
    ['a proxy that adds ports', '127.0.0.1', '[2001:db8::7]:4711', '2001:db8::7'],
    ['a header that nobody can read', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['a proxy that asks by itself', '127.0.0.1', undefined, '127.0.0.1'],
    ['one within the own network', '127.0.0.1', '10.9.9.9', '10.9.9.9'],
  ])('%s', (_what, remote, forwardedFor, seen) => {
    expect(seenFrom(remote, forwardedFor, PROXIES)).toBe(seen);
  });

  test('whatever somebody says of themselves, they are counted as who they are', () => {
    const chain = fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string({ maxLength: 20 })), { maxLength: 4 });
    fc.assert(
      fc.property(chain, (claimed) => {
        const header = claimed.join(', ');
        expect(seenFrom('203.0.113.7', header, [])).toBe('203.0.113.7');
        expect(seenFrom('203.0.113.7', header, PROXIES)).toBe('203.0.113.7');
        expect(seenFrom('127.0.0.1', `${header}, 203.0.113.7`, PROXIES)).toBe('203.0.113.7');
      }),
    );
  });
});

test('everybody of one network of IPv6 counts as one, and of IPv4 each address', () => {
  expect(askerAt('2001:db8:1:2:3::4')).toBe(askerAt('2001:db8:1:2::ffff'));
  expect(askerAt('2001:db8:1:2::1')).not.toBe(askerAt('2001:db8:1:3::1'));
  expect(askerAt('203.0.113.7')).toBe('203.0.113.7');
});

test.each(['', '10.0.0.0/33', 'proxy.example.com', '10.0.0', '::1/200', '0x7f.1'])(
  '%s is no network',
  (text) => {
    expect(readNetwork(text)).toBeNull();
  },
);
