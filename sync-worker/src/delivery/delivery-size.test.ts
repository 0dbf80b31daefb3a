import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { createDeliveryTrial, type DeliveryTrial } from '../testing/delivery-trial.ts';
import { SANDBOX_KEY, SANDBOX_URL } from '../testing/sandbox-twenty.ts';
import { openTestStore } from '../testing/test-store.ts';
import { apiKeyCredentials } from '../twenty/app-token.ts';
import { createTwentyClient } from '../twenty/client.ts';
import { createTwentyRecords } from '../twenty/records.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

/** A worker that reaches Twenty through a proxy that answers 413 to a body of more than so many bytes. */
const behindProxy = async (takesBytes: number) => {
  const t: DeliveryTrial = createDeliveryTrial(store);
  await t.start();
  let refused = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { byteLength } = await request.clone().arrayBuffer();
    if (byteLength <= takesBytes) return t.sandbox.app.fetch(request);
    refused += 1;
    return new Response('<h1>413 Request Entity Too Large</h1>', { status: 413 });
  };
  const client = createTwentyClient({ url: SANDBOX_URL, fetch });
  const twenty = createTwentyRecords({ client, credentials: apiKeyCredentials(SANDBOX_KEY) });
  return { t, worker: t.worker({ twenty }), refused: () => refused };
};

/** As long as a note may be, in three bytes a character. */
const LONGEST_NOTE = '東'.repeat(20_000);

test('long notes by the dozen arrive through a proxy that takes one megabyte', async () => {
  const { t, worker, refused } = await behindProxy(1_000_000);
  for (let call = 0; call < 30; call += 1) await t.report({ note: LONGEST_NOTE });
  await t.deliver(worker);
  expect(await t.rows('note')).toHaveLength(30);
  expect(await t.rows('noteTarget')).toHaveLength(30);
  expect(refused()).toBe(0);
  expect((await t.stats()).byRootField.createNotes).toBe(3);
});

test('a note that no proxy lets pass is marked with the reason, and keeps no other call from arriving', async () => {
  const { t, worker } = await behindProxy(40_000);
  const tooLong = await t.report({ note: LONGEST_NOTE });
  for (let call = 0; call < 20; call += 1) await t.report({ note: 'x'.repeat(5_000) });
  await t.deliver(worker);
  expect(await t.rows('phoneCall')).toHaveLength(21);
  expect(await t.rows('note')).toHaveLength(20);
  const { state, attention } = await t.syncOf(tooLong.callId);
  expect(state).toBe('needs-attention');
  expect(attention).toMatchObject([
    { kind: 'refused', objectName: 'note', message: expect.stringContaining('HTTP 413') },
  ]);
  expect(await t.status()).toMatchObject({ state: 'running' });
});
