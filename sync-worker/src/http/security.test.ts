import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { problemResponse } from './problem.ts';
import type { AppEnv } from './route.ts';
import { sameOriginOnly, securityHeaders } from './security.ts';

const publicUrl = 'http://localhost:4400';
const app = new Hono<AppEnv>();
app.use(securityHeaders, sameOriginOnly(publicUrl));
app.onError((error) => problemResponse(error, 'id'));
app.all('/thing', (c) => c.text('done'));

const ask = (method: string, headers: Record<string, string>) => app.request('/thing', { method, headers });

describe('another site cannot use a rep’s session', () => {
  test.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost:3000' }],
    [{ Origin: 'https://evil.example' }],
    [{ Origin: 'null' }],
    [{ Origin: 'http://localhost:3000', Host: 'localhost:4400' }],
  ])('%o', async (headers) => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const response = await ask(method, headers);
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: 'cross-site-request' });
    }
  });
});

test.each([
  [{ 'Sec-Fetch-Site': 'same-origin' }],
  [{ Origin: publicUrl }],
  [{ Origin: 'http://192.168.1.5:4400', Host: '192.168.1.5:4400' }],
  [{}],
])('the dialer itself, and programs without a browser, may: %o', async (headers) => {
  expect((await ask('POST', headers)).status).toBe(200);
});

test('a link from Twenty opens the dialer', async () => {
  expect((await ask('GET', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(200);
});

test('no answer may be framed, sniffed, or read by another site', async () => {
  const { headers } = await ask('GET', { Origin: 'https://evil.example' });
  expect(headers.get('content-security-policy')).toMatch(
    /default-src 'none'.*connect-src 'self'.*frame-ancestors 'none'/,
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('permissions-policy')).toContain('microphone=(self)');
  // It would make every click on a number in Twenty open one more dialer.
  expect(headers.get('cross-origin-opener-policy')).toBeNull();
});
