import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { refuseOtherSites } from './refuse-other-sites.ts';

const app = new Hono().use(refuseOtherSites).all('*', (c) => c.text('records'));
const ask = async (url: string, origin?: string) =>
  (await app.request(url, origin === undefined ? {} : { headers: { origin } })).status;

test('a web page that is open in the same browser cannot read what somebody tried out', async () => {
  expect(await ask('http://localhost:4410/sandbox/records/note', 'https://evil.example')).toBe(403);
  expect(await ask('http://localhost:4410/sandbox/records/note', 'null')).toBe(403);
});

test('a foreign name that leads to this machine opens nothing', async () => {
  expect(await ask('http://rebound.example:4410/graphql')).toBe(403);
});

test('the dialer and the command line go on', async () => {
  expect(await ask('http://127.0.0.1:4410/graphql')).toBe(200);
  expect(await ask('http://localhost:4410/graphql', 'http://localhost:4400')).toBe(200);
});
