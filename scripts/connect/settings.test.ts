import { expect, test } from 'vitest';
import { ConnectError } from './connect-error.ts';
import { readSettings } from './settings.ts';

test('the environment wins over the file, as it does when the dialer starts', () => {
  const settings = readSettings(
    { TWENTY_API_URL: 'https://crm.example.com/', TWENTY_API_KEY: '  ' },
    { TWENTY_API_URL: 'https://old.example.com', TWENTY_API_KEY: 'key' },
  );
  expect(settings).toMatchObject({ apiUrl: 'https://crm.example.com', adminKey: 'key', app: null });
});

test('half of the credentials counts as none', () => {
  expect(readSettings({ TWENTY_APP_CLIENT_ID: 'id' }, {}).app).toBeNull();
  expect(readSettings({ TWENTY_APP_CLIENT_ID: 'id' }, { TWENTY_APP_CLIENT_SECRET: 's' }).app).toEqual({
    clientId: 'id',
    clientSecret: 's',
  });
});

test('people come back to the dialer on every port that it may open on, and on its public address', () => {
  const { redirectUris } = readSettings({ DIALER_PUBLIC_URL: 'https://dialer.example.com/' }, {});
  expect(redirectUris).toHaveLength(11);
  expect(redirectUris).toContain('http://localhost:4400/auth/callback');
  expect(redirectUris).toContain('http://localhost:4409/auth/callback');
  expect(redirectUris).toContain('https://dialer.example.com/auth/callback');
});

test('a port of their own is registered too', () => {
  expect(readSettings({ DIALER_PORT: '8080' }, {}).redirectUris).toContain(
    'http://localhost:8080/auth/callback',
  );
});

test.each([
  { TWENTY_API_URL: 'localhost:3000' },
  { TWENTY_API_URL: 'https://user:secret@crm.example.com' },
  { TWENTY_API_URL: 'ftp://crm.example.com' },
  { DIALER_PUBLIC_URL: 'dialer' },
  { DIALER_PORT: '99999' },
])('a value that cannot be used is named at once: %o', (env) => {
  expect(() => readSettings(env, {})).toThrow(ConnectError);
  expect(() => readSettings(env, {})).toThrow(Object.keys(env)[0]);
});

test('an address that Twenty will not send people back to is told before anything is changed', () => {
  expect(() => readSettings({ DIALER_PUBLIC_URL: 'http://10.0.0.5:4400' }, {})).toThrow('https addresses');
  expect(() => readSettings({ DIALER_PUBLIC_URL: 'http://127.0.0.1:4400' }, {})).not.toThrow();
});
