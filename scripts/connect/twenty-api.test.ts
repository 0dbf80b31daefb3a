import { expect, test } from 'vitest';
import { z } from 'zod';
import { createTwentyApi, type TwentyAccess, TwentyRefused } from './twenty-api.ts';

const ask = (fetch: TwentyAccess['fetch']) =>
  createTwentyApi({ apiUrl: 'https://crm.example.com', token: 't', fetch }).ask({
    at: 'metadata',
    query: '{ a }',
    answer: z.object({ a: z.string() }),
  });

test('a refusal that comes with HTTP 200 is a refusal', async () => {
  const answer = {
    errors: [
      { message: 'Token invalid.', extensions: { code: 'UNAUTHENTICATED', subCode: 'UNAUTHENTICATED' } },
    ],
  };
  const failure = ask(async () => Response.json(answer));
  await expect(failure).rejects.toThrow(TwentyRefused);
  await expect(failure).rejects.toMatchObject({ message: 'Token invalid.', code: 'UNAUTHENTICATED' });
});

test.each([
  ['a page of something else', async () => new Response('<html></html>'), 'does not answer like a Twenty'],
  ['a wrong path', async () => Response.json({ statusCode: 404 }, { status: 404 }), '(HTTP 404)'],
  ['a server that is ill', async () => new Response('', { status: 502 }), 'is not well'],
  ['a server of another version', async () => Response.json({ data: { a: 1 } }), 'does not know'],
])('%s is told apart', async (_case, fetch, words) => {
  await expect(ask(fetch)).rejects.toThrow(words);
});

test.each([
  ['ECONNREFUSED', 'Check TWENTY_API_URL'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'NODE_EXTRA_CA_CERTS'],
])('%s names what to do', async (code, remedy) => {
  const failure = ask(async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  });
  await expect(failure).rejects.toThrow(code);
  await expect(failure).rejects.toHaveProperty('remedy', expect.stringContaining(remedy));
});
