import ipaddr from 'ipaddr.js';

/** An address that somebody entered is none that the dialer sends to. The message says why, and can be shown. */
export class NotAllowedError extends Error {
  override readonly name = 'NotAllowedError';
}

export interface TargetRules {
  /** For development: plain http to this machine itself, by the names `localhost`, `127.0.0.1` and `::1`. */
  readonly mayBeLocal: boolean;
}

const LONGEST = 2_000;

/**
 * Reads an address that somebody enters, for a form to say at once what is wrong with it. Where its name leads is looked at when
 * something is sent.
 * @throws NotAllowedError
 */
export const readTarget = (text: string, rules: TargetRules): URL => {
  const url = URL.canParse(text) && text.length <= LONGEST ? new URL(text) : null;
  if (url === null)
    throw new NotAllowedError('It is no address, for example https://alerts.example.com/dialer.');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isThisMachine(bareHost(url), rules))) {
    throw new NotAllowedError('It has to begin with https://.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new NotAllowedError('It holds a name or a password in front of the host. Leave them out.');
  }
  if (!mayBePublic(bareHost(url), rules)) {
    throw new NotAllowedError('It leads into a private network, where the dialer does not send anything.');
  }
  return url;
};

/** The host as the resolver knows it: without the brackets of IPv6. */
export const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** Whether anybody on the internet could send there as well. `host` is the name that led to the address. */
export const isPublicAddress = (address: string, host: string, rules: TargetRules): boolean => {
  const read = ipaddr.isValid(address) ? ipaddr.process(address) : null;
  if (read === null) return false;
  if (isThisMachine(host, rules)) return read.range() === 'loopback';
  if (read.range() !== 'unicast') return false;
  // Everything that is given out to anybody is in here; the rest of IPv6 waits for a purpose.
  return read instanceof ipaddr.IPv4 || read.match(GLOBAL_UNICAST);
};

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '::1']);
const isThisMachine = (host: string, { mayBeLocal }: TargetRules): boolean =>
  mayBeLocal && LOCAL_NAMES.has(host);

/** Names that lead nowhere else, and numbers that can be judged at once. */
const mayBePublic = (host: string, rules: TargetRules): boolean =>
  ipaddr.isValid(host)
    ? isPublicAddress(host, host, rules)
    : isThisMachine(host, rules) || !/(^|\.)(localhost|local|internal|home\.arpa)\.?$/.test(host);
