import { z } from 'zod';
import { ConnectError } from './connect-error.ts';

/** What `npm run connect` reads from the environment and from `.env`. */
export interface ConnectSettings {
  /** Without a slash at the end. */
  readonly apiUrl: string | null;
  readonly adminKey: string | null;
  readonly app: AppCredentials | null;
  /** Where people open the dialer; null when nothing says so. Links in Twenty lead there. */
  readonly publicUrl: string | null;
  /** Where Twenty's server reaches the worker; null when nothing says so. */
  readonly workerUrl: string | null;
  readonly webhookSecret: string | null;
  /** Addresses that Twenty may send people back to after sign-in. */
  readonly redirectUris: readonly string[];
}

export interface AppCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Ports that `npm start` tries, one after the other. */
const LOCAL_PORTS = Array.from({ length: 10 }, (_, index) => 4400 + index);

/** `env` and `file` by name; the environment wins, as it does at the start. @throws ConnectError */
export const readSettings = (env: Named, file: Named): ConnectSettings => {
  const get = (name: string): string | null => env[name]?.trim() || file[name]?.trim() || null;
  const clientId = get('TWENTY_APP_CLIENT_ID');
  const clientSecret = get('TWENTY_APP_CLIENT_SECRET');
  const apiUrl = get('TWENTY_API_URL');
  const publicUrl = get('DIALER_PUBLIC_URL');
  const port = get('DIALER_PORT');
  const internalUrl = get('DIALER_INTERNAL_URL');
  return {
    apiUrl: apiUrl === null ? null : parseAddress('TWENTY_API_URL', apiUrl),
    adminKey: get('TWENTY_API_KEY'),
    app: clientId && clientSecret ? { clientId, clientSecret } : null,
    publicUrl: publicUrl === null ? null : parsePublicUrl(publicUrl),
    workerUrl: internalUrl
      ? parseAddress('DIALER_INTERNAL_URL', internalUrl)
      : publicUrl && parseAddress('DIALER_PUBLIC_URL', publicUrl),
    webhookSecret: get('TWENTY_WEBHOOK_SECRET'),
    redirectUris: redirectUris({
      publicUrl: publicUrl === null ? null : parsePublicUrl(publicUrl),
      port: port === null ? null : parsePort(port),
    }),
  };
};

/** An http(s) address without query and without a slash at the end. @throws ConnectError */
export const parseAddress = (name: string, text: string): string => {
  const address = z.url({ protocol: /^https?$/, hostname: /.+/ }).safeParse(text.trim());
  const url = address.success ? new URL(address.data) : null;
  if (url === null || url.search + url.hash + url.username + url.password !== '') {
    throw new ConnectError(
      `${name} is not an address that can be used: "${text}".`,
      'Use http or https and no extras, for example https://crm.example.com.',
    );
  }
  return url.href.replace(/\/+$/, '');
};

/** Twenty refuses other places as the end of a sign-in (2.31: INVALID_REDIRECT_URI). */
const parsePublicUrl = (text: string): string => {
  const address = parseAddress('DIALER_PUBLIC_URL', text);
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1') return address;
  throw new ConnectError(
    `After sign-in Twenty sends people back to https addresses or to localhost, and not to ${address}.`,
    'Put the dialer behind https (browsers give a microphone only there, too) and set DIALER_PUBLIC_URL to that address.',
  );
};

const parsePort = (text: string): number => {
  const port = z.coerce.number().int().min(1).max(65_535).safeParse(text);
  if (port.success) return port.data;
  throw new ConnectError(`DIALER_PORT is not a port: "${text}".`, 'Use a number, for example 4400.');
};

const redirectUris = (own: { publicUrl: string | null; port: number | null }): string[] => {
  const ports = new Set(own.port === null ? LOCAL_PORTS : [...LOCAL_PORTS, own.port]);
  const sites = [...ports].map((port) => `http://localhost:${port}`);
  if (own.publicUrl !== null) sites.push(own.publicUrl);
  return [...new Set(sites.map((site) => `${site}/auth/callback`))];
};

type Named = Readonly<Record<string, string | undefined>>;
