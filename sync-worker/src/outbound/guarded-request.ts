import { lookup as systemLookup } from 'node:dns/promises';
import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { bareHost, isPublicAddress, NotAllowedError, readTarget, type TargetRules } from './target.ts';

/** A POST or the like whose answer counts by its status alone. The platform's `fetch` is one, too. */
export type SendRequest = (
  url: string,
  request: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly signal: AbortSignal;
    readonly redirect: 'manual';
  },
) => Promise<Response>;

interface Found {
  readonly address: string;
  readonly family: number;
}

interface GuardedRequestDeps extends TargetRules {
  /** All addresses of a name. */
  readonly lookup?: (hostname: string) => Promise<readonly Found[]>;
}

/**
 * Sends to an address that somebody entered on a page, and never to a place that only this machine or its network can reach: not to
 * private, loopback, link-local or metadata addresses, whatever the name says or how the number is written. The name is looked up
 * at each use, once, and the connection goes to the address that was checked. No redirect is followed, and of the answer only the
 * status is looked at.
 * @throws NotAllowedError in words that can be shown; whatever `node:http` throws when the place cannot be reached.
 */
export const createGuardedRequest =
  ({ lookup = lookUpAll, ...rules }: GuardedRequestDeps): SendRequest =>
  async (text, { method, headers, body, signal }) => {
    const url = readTarget(text, rules);
    const host = bareHost(url);
    const found = await lookup(host);
    const [first] = found;
    // One address that is not public is reason enough: which of several is taken is nothing to rely on.
    if (first === undefined || !found.every(({ address }) => isPublicAddress(address, host, rules))) {
      throw new NotAllowedError('It leads into a private network, where the dialer does not send anything.');
    }
    return send(url, { method, headers, signal, lookup: pinnedTo(first) }, body);
  };

const lookUpAll = (hostname: string): Promise<readonly Found[]> =>
  systemLookup(hostname, { all: true, verbatim: true });

/** Whatever the name leads to by now, it is this address that was checked. */
const pinnedTo =
  ({ address, family }: Found): LookupFunction =>
  (_hostname, options, tell) =>
    options.all ? tell(null, [{ address, family }]) : tell(null, address, family);

const send = (url: URL, options: RequestOptions, body: string): Promise<Response> =>
  new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    // A connection of its own: none that was opened before the name was looked up.
    const sent = request(url, { ...options, agent: false });
    sent.on('error', reject);
    sent.on('response', (answer) => {
      answer.destroy();
      resolve(new Response(null, { status: answer.statusCode ?? 502 }));
    });
    sent.end(body);
  });
