import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import ipaddr from 'ipaddr.js';
import type { AppEnv, RouteContext } from './route.ts';

/** Addresses of a network, or one address alone. */
export type Network = readonly [Address, number];

/** Where a request came from; null when it came over no network, as a test asks. */
export const addressOf = (c: RouteContext): string | null => c.get('address');

/**
 * Finds out where each request came from. What a header says counts only as far as proxies said it that are trusted: anybody
 * may send one, and would be counted as somebody else, and told as somebody else in the audit trail.
 */
export const clientAddress =
  (trustedProxies: readonly Network[]): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    c.set('address', seenFrom(remoteOf(c), c.req.header('x-forwarded-for'), trustedProxies));
    await next();
  };

/** The last address of the chain that no trusted proxy has: each of them adds whom it heard from at the end. */
export const seenFrom = (
  remote: string | null,
  forwardedFor: string | undefined,
  trustedProxies: readonly Network[],
): string | null => {
  let nearest = remote === null ? null : readAddress(remote);
  const further = (forwardedFor ?? '').split(',').map((part) => part.trim());
  while (nearest !== null && isWithin(nearest, trustedProxies)) {
    const next = further.pop();
    const address = next === undefined ? null : readAddress(next);
    if (address === null) break;
    nearest = address;
  }
  return nearest?.toString() ?? null;
};

/** `10.0.0.0/8`, `192.168.1.4` or `fd00::/8`; null when it is none of these. */
export const readNetwork = (text: string): Network | null => {
  const [base = '', bits] = text.split('/');
  const address = readAddress(base);
  if (address === null) return null;
  const most = address.kind() === 'ipv4' ? 32 : 128;
  if (bits === undefined) return [address, most];
  return /^\d{1,3}$/.test(bits) && Number(bits) <= most && text === `${base}/${bits}`
    ? [address, Number(bits)]
    : null;
};

/** What is counted as one asker: whoever has one address of IPv6 has 2^64 of them. */
export const askerAt = (address: string): string => {
  const read = readAddress(address);
  if (!(read instanceof ipaddr.IPv6)) return address;
  return `${read.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
};

type Address = ReturnType<typeof ipaddr.process>;

const isWithin = (address: Address, networks: readonly Network[]): boolean =>
  networks.some(([base, bits]) => base.kind() === address.kind() && address.match(base, bits));

/** Some proxies add the port. An IPv4 address that came over an IPv6 socket is one of IPv4. */
const readAddress = (text: string): Address | null => {
  const bare = text.replace(/^\[(.+)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare) ? ipaddr.process(bare) : null;
};

const remoteOf = (c: Context): string | null => {
  try {
    return getConnInfo(c).remote.address ?? null;
  } catch {
    return null; // No server carries the request.
  }
};
