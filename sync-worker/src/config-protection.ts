import { z } from 'zod';
import { readNetwork } from './http/address.ts';

type Given = Readonly<Record<string, unknown>>;

const SECRET_KEY_FORM =
  '32 random bytes in base64 or hex, for example the output of: openssl rand -base64 32';

const keyOf = (text: string): Buffer | null => {
  const key = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  return /^[A-Za-z0-9+/_-]+=*$/.test(text) && key.length === 32 ? key : null;
};

/** A list with commas between its parts, each of them read by `read`. */
const listOf = <Part>(read: (text: string) => Part | null, form: string) =>
  z.string().transform((text, context) => {
    const parts = text.split(',').map((part) => read(part.trim()));
    const known = parts.filter((part) => part !== null);
    if (known.length === parts.length) return known;
    context.addIssue({ code: 'custom', message: form });
    return z.NEVER;
  });

/** Settings that keep others out. */
export const PROTECTION_SETTINGS = {
  DIALER_SECRET_KEY: z.string().transform((text, context) => {
    const key = keyOf(text);
    if (key !== null) return key;
    context.addIssue({ code: 'custom', message: SECRET_KEY_FORM });
    return z.NEVER;
  }),
  DIALER_SECRET_KEY_PREVIOUS: listOf(keyOf, 'former values of DIALER_SECRET_KEY, with commas between them'),
  DIALER_TRUSTED_PROXIES: listOf(
    readNetwork,
    'addresses or networks of proxies with commas between them, for example 127.0.0.1,10.0.0.0/8',
  ),
  DIALER_REPORTS_PER_MINUTE: z
    .string()
    .regex(/^[1-9]\d{2,8}$/, 'a whole number from 100, for example 3000')
    .transform(Number),
};

/** Where a mistake is somebody's calls and keys, and not a developer's. */
const isProduction = (given: Given): boolean =>
  given.NODE_ENV === 'production' || isHttps(given.DIALER_PUBLIC_URL);
const isHttps = (url: unknown): boolean => String(url).startsWith('https:');

/** In production a file of keys that everybody on the machine may read is no start. */
export const openFileFaults = (given: Given, openFile: string | null): string[] =>
  openFile !== null && isProduction(given) ? [openFileWords(openFile)] : [];

export const protectionWarnings = (given: Given, openFile: string | null): string[] => [
  ...(openFile === null ? [] : [openFileWords(openFile)]),
  ...(isHttps(given.DIALER_PUBLIC_URL) && !given.DIALER_TRUSTED_PROXIES ? [NO_PROXY] : []),
];

const openFileWords = (path: string): string =>
  `${path} holds keys, and every user of this machine may read or change it. Run: chmod 600 "${path}"`;

const NO_PROXY =
  'DIALER_PUBLIC_URL is https, and DIALER_TRUSTED_PROXIES does not name the proxy that speaks it: all requests seem to come from ' +
  'the address of the proxy, in the audit trail as well. Set it to that address, for example 127.0.0.1.';
