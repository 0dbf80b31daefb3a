import { randomUUID } from 'node:crypto';
import { E164, MirrorView, Problem, WebhookReceipt } from '@twenty-dialer/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { createMirrorTrial, signedWebhook } from '../testing/mirror-trial.ts';
import { openTestStore } from '../testing/test-store.ts';
import { createTestWorker } from '../testing/test-worker.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const SECRET = 'a-secret-of-the-webhook';
const NUMBER = E164.parse('+12025550101');

const world = async (webhookSecret: string | null = SECRET) => {
  const trial = createMirrorTrial(store);
  const mirror = trial.worker();
  const worker = await createTestWorker(store, {
    workspaceId: trial.workspaceId,
    config: { twenty: { frontUrl: 'http://twenty.example', webhookSecret } },
    mirror: () => ({ ...mirror, workspaceId: trial.workspaceId }),
  });
  const id = randomUUID();
  const event = (changes: object = {}) => ({
    eventName: 'person.created',
    workspaceId: trial.workspaceId,
    eventDate: new Date().toISOString(),
    record: {
      id,
      updatedAt: new Date().toISOString(),
      deletedAt: null,
      name: { firstName: 'Ada', lastName: 'Bell' },
      phones: { primaryPhoneNumber: '2025550101', primaryPhoneCallingCode: '+1', additionalPhones: [] },
      companyId: null,
    },
    ...changes,
  });
  const send = (webhook: { body: string; headers: Record<string, string> }) =>
    worker.ask('/api/webhooks/twenty', { method: 'POST', ...webhook });
  const whoHas = () => trial.tx(async (t) => (await t.people.byNumber(NUMBER)).map((person) => person.id));
  return { trial, worker, mirror, id, event, send, whoHas };
};

test('a person who was just made in Twenty is found by their number at once', async () => {
  const { event, send, whoHas, id } = await world();
  const response = await send(signedWebhook(event(), { secret: SECRET, atMs: Date.now() }));
  expect(response.status).toBe(200);
  expect(WebhookReceipt.parse(await response.json())).toEqual({ taken: true });
  expect(await whoHas()).toEqual([id]);
});

test('nobody but Twenty puts people into the mirror', async () => {
  const { event, send, whoHas } = await world();
  const now = Date.now();
  const good = signedWebhook(event(), { secret: SECRET, atMs: now });
  const headers = good.headers;
  const forged = [
    signedWebhook(event(), { secret: 'another', atMs: now }),
    { ...good, body: `${good.body} ` },
    { ...good, headers: { ...headers, 'x-twenty-webhook-timestamp': String(now + 1) } },
    { ...good, headers: { ...headers, 'x-twenty-webhook-signature': '' } },
    { ...good, headers: { ...headers, 'x-twenty-webhook-signature': 'zz' } },
    { ...good, headers: { 'Content-Type': 'application/json' } },
    signedWebhook(event(), { secret: SECRET, atMs: now - 6 * 60_000 }),
    signedWebhook(event(), { secret: SECRET, atMs: now + 6 * 60_000 }),
    signedWebhook({ ...event(), workspaceId: 'x' }, { secret: SECRET, atMs: now }),
    signedWebhook({ ...event(), eventDate: 'soon' }, { secret: SECRET, atMs: now }),
  ];
  for (const webhook of forged) {
    const response = await send(webhook);
    expect(response.status).toBe(401);
    expect(Problem.parse(await response.json()).code).toBe('webhook-refused');
  }
  expect(await whoHas()).toEqual([]);
});

test('a caught webhook that is sent again does nothing, under whatever nonce', async () => {
  const { event, send } = await world();
  const webhook = signedWebhook(event(), { secret: SECRET, atMs: Date.now() });
  expect(await (await send(webhook)).json()).toEqual({ taken: true });
  expect(await (await send(webhook)).json()).toEqual({ taken: false });
  const renamed = { ...webhook, headers: { ...webhook.headers, 'x-twenty-webhook-nonce': randomUUID() } };
  expect(await (await send(renamed)).json()).toEqual({ taken: false });
});

test('people of another workspace stay out of this one, though the secret fits', async () => {
  const { event, send, whoHas } = await world();
  const other = signedWebhook(event({ workspaceId: randomUUID() }), { secret: SECRET, atMs: Date.now() });
  expect(await (await send(other)).json()).toEqual({ taken: false });
  expect(await whoHas()).toEqual([]);
});

test('without a secret nothing is believed, and the answer says what to do', async () => {
  const { event, send, whoHas } = await world(null);
  const response = await send(signedWebhook(event(), { secret: '', atMs: Date.now() }));
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    detail: expect.stringContaining('TWENTY_WEBHOOK_SECRET'),
    remedy: expect.stringContaining('npm run connect'),
  });
  expect(await whoHas()).toEqual([]);
});

test('an admin sees how far the mirror has come, and when Twenty was last heard of', async () => {
  const { trial, worker, mirror, event, send } = await world();
  const rep = await worker.signIn();
  const view = async () => MirrorView.parse(await (await worker.ask('/api/mirror', { as: rep })).json());
  expect((await view()).objects).toMatchObject([{ name: 'person', state: 'waiting' }, {}]);
  await trial.make(...Array.from({ length: 7 }, (_none, index) => ({ id: randomUUID(), name: `P${index}` })));
  await trial.fillUntil(mirror, 3);
  expect((await view()).objects[0]).toMatchObject({ state: 'filling', done: 3, total: 7 });
  await trial.settle(mirror);
  await send(signedWebhook(event(), { secret: SECRET, atMs: Date.now() }));
  expect(await view()).toMatchObject({
    objects: [
      {
        state: 'filled',
        done: 7,
        polledAt: expect.any(String),
        sweptAt: expect.any(String),
        heardAt: expect.any(String),
        fault: null,
      },
      { name: 'doNotCallEntry', state: 'filled', heardAt: null },
    ],
    webhook: 'on',
  });
});
