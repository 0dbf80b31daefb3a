import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemResponse } from './problem.ts';
import type { AppEnv } from './route.ts';
import { mountUi } from './ui.ts';

let uiDir: string;
let app: Hono<AppEnv>;

beforeAll(async () => {
  uiDir = await mkdtemp(join(tmpdir(), 'dialer-ui-'));
  await mkdir(join(uiDir, 'assets'));
  await writeFile(join(uiDir, 'index.html'), '<!doctype html><title>dialer</title>');
  await writeFile(join(uiDir, 'assets/index-1a2b3c.js'), 'export {};');
  await writeFile(join(uiDir, 'assets/index-1a2b3c.js.br'), 'packed as br');
  await writeFile(join(uiDir, 'assets/index-1a2b3c.js.gz'), 'packed as gz');
  await writeFile(join(uiDir, 'favicon.svg'), '<svg/>');
  app = appOf(uiDir);
});
afterAll(() => rm(uiDir, { recursive: true }));

const appOf = (dir: string) => {
  const made = new Hono<AppEnv>();
  mountUi(made, dir);
  made.onError((error) => problemResponse(error, 'id'));
  return made;
};

test.each(['/', '/calls', '/people/a/deep/link', '/index.html'])(
  '%s opens the dialer, always fresh',
  async (path) => {
    const response = await app.request(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<title>dialer</title>');
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  },
);

test('files whose name holds their hash are fetched once', async () => {
  const response = await app.request('/assets/index-1a2b3c.js');
  expect(response.headers.get('content-type')).toContain('javascript');
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect((await app.request('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
});

test.each([
  ['gzip, deflate, br', 'br', 'packed as br'],
  ['gzip, deflate', 'gzip', 'packed as gz'],
  ['', null, 'export {};'],
])('a browser that takes "%s" loads no more than it has to', async (accepted, encoding, content) => {
  const path = '/assets/index-1a2b3c.js';
  const response = await app.request(path, { headers: { 'accept-encoding': accepted } });
  expect(response.headers.get('content-encoding')).toBe(encoding);
  expect(response.headers.get('content-type')).toContain('javascript');
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect(await response.text()).toBe(content);
});

test('a file of an older build is a problem that says to reload, not a page', async () => {
  const response = await app.request('/assets/index-000000.js');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ remedy: 'Reload the page.' });
});

test('a mistyped address of the worker’s own is not answered with the dialer', async () => {
  expect((await app.request('/api/nothing')).status).toBe(404);
  expect((await app.request('/auth/nothing')).status).toBe(404);
});

test.each(['/../package.json', '/%2e%2e/package.json', '/..%2f..%2fetc/passwd', '/assets/../../secret'])(
  '%s does not leave the folder',
  async (path) => {
    expect(await (await app.request(path)).text()).not.toMatch(/root:|"name"/);
  },
);

test('without a build a page says how to make one', async () => {
  const response = await appOf(join(uiDir, 'missing')).request('/');
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('npm run build');
});
