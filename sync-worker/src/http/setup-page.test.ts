import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { openTestStore } from '../testing/test-store.ts';
import { createTestWorker } from '../testing/test-worker.ts';
import { setupPage } from './setup-page.ts';
import { createSetup } from './setup-state.ts';

const TWENTY = { apiUrl: 'http://twenty:3000', frontUrl: 'https://crm.example.com', app: null };
const CREDENTIALS = { clientId: 'id', clientSecret: 'secret' };

const setupOf = ({
  app = null,
  isTwentyThere = true,
  workspace = null,
  reason = '',
}: {
  app?: unknown;
  isTwentyThere?: boolean;
  workspace?: unknown;
  reason?: string;
}) =>
  createSetup({
    twenty: { ...TWENTY, app },
    workspace: () => ({ workspace, reason }),
    fetch: async () => {
      if (isTwentyThere) return Response.json({ status: 'ok' });
      throw new TypeError('fetch failed');
    },
  });

const shown = async (state: Parameters<typeof setupOf>[0]): Promise<string> => {
  const setup = await setupOf(state)();
  return setup === null ? '' : await setupPage(setup).text();
};

/** The titles with their state, in their order. */
const stepsOf = (html: string): string[] =>
  [...html.matchAll(/<h2>(.*?) <small>(\w+)<\/small>/g)].map(([, title, state]) => `${state}: ${title}`);

test('an administrator who has just started everything is told to wait for Twenty, not to look for a fault', async () => {
  const html = await shown({ isTwentyThere: false });
  expect(stepsOf(html)[0]).toBe('next: Twenty runs');
  expect(html).toContain('Nothing answers at http://twenty:3000 yet');
  expect(html).toContain('http-equiv="refresh"');
});

test('with Twenty there, the way to a key and the command to run are on the page', async () => {
  const html = await shown({});
  expect(stepsOf(html)).toEqual([
    'done: Twenty runs',
    'next: Make an API key in Twenty',
    'later: Run connect, and start the worker again',
  ]);
  expect(html).toContain('href="https://crm.example.com"');
  expect(html).toContain('docker compose -f docker-compose.twenty.yml run --rm connect');
});

test('credentials that Twenty refuses are named, with what helps', async () => {
  const html = await shown({ app: CREDENTIALS, reason: 'Twenty does not accept <them>.' });
  expect(stepsOf(html)[2]).toMatch(/^next: Run connect/);
  expect(html).toContain('Twenty does not accept &#60;them&#62;.');
});

test('a worker that is set up shows no steps, also while Twenty is away', async () => {
  expect(await setupOf({ app: CREDENTIALS, workspace: {}, isTwentyThere: false })()).toBeNull();
});

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

test('the steps stand where the dialer would be, and in place of the sign-in that could not work', async () => {
  const worker = await createTestWorker(store, { isTwentyThere: false, setup: setupOf({}) });
  for (const path of ['/', '/calls/deep/link', '/auth/sign-in']) {
    const answer = await worker.ask(path);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('A few steps are left');
  }
  // Programs are told what they always are.
  expect((await worker.ask('/api/session')).headers.get('content-type')).toContain('problem+json');
});
