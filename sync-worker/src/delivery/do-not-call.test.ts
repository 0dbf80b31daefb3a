import { randomUUID } from 'node:crypto';
import { E164 } from '@twenty-dialer/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doNotCallSlot } from '../outbox/slot.ts';
import type { Store } from '../store/port.ts';
import { createDeliveryTrial } from '../testing/delivery-trial.ts';
import { openTestStore } from '../testing/test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const NUMBER = E164.parse('+12025550190');
const begin = async () => {
  const t = createDeliveryTrial(store);
  await t.start();
  const listed = async () => (await t.rows('doNotCallEntry')).filter(({ number }) => number === NUMBER);
  return { t, listed };
};

test('"do not call" puts the number on Twenty\'s list once, with who asked for it to be there', async () => {
  const { t, listed } = await begin();
  const first = await t.report({ to: NUMBER, outcome: 'do-not-call', personName: 'Ada Bell' });
  await t.report({ to: NUMBER, outcome: 'do-not-call' });
  await t.deliver();
  expect(await listed()).toMatchObject([
    { source: 'DIALER', name: 'Ada Bell', addedById: t.member.id, deletedAt: null, expiresAt: null },
  ]);
  expect(await t.syncOf(first.callId)).toMatchObject({ state: 'in-twenty' });
});

test('a number that somebody took off in Twenty stays off, however often the call is corrected', async () => {
  const { t, listed } = await begin();
  const report = await t.report({ to: NUMBER, outcome: 'do-not-call' });
  await t.deliver();
  const [entry] = await listed();
  await t.inTwenty('mutation ($id: UUID!) { deleteDoNotCallEntry(id: $id) { id } }', { id: entry?.id });
  await t.report({ ...report, revision: 2, note: 'Another word.' });
  await t.deliver();
  expect(await listed()).toMatchObject([{ deletedAt: expect.any(String) }]);
});

test('an entry that somebody made by hand, and of which we have not heard, is the one that is written', async () => {
  const { t, listed } = await begin();
  const id = randomUUID();
  await t.inTwenty(
    'mutation ($data: [DoNotCallEntryCreateInput!]!) { createDoNotCallEntries(data: $data) { id } }',
    { data: [{ id, number: NUMBER, source: 'MANUAL' }] },
  );
  const report = await t.report({ to: NUMBER, outcome: 'do-not-call' });
  await t.deliver();
  expect(await listed()).toMatchObject([{ id, source: 'DIALER' }]);
  const entry = (await t.call(report.callId)).entries.find(({ slot }) => slot === doNotCallSlot(NUMBER));
  expect(entry).toMatchObject({ state: 'delivered', twentyRecordId: id });
});

test('the number is on the list even when the person of the call is not in Twenty any more', async () => {
  const { t, listed } = await begin();
  await t.report({ to: NUMBER, outcome: 'do-not-call', personId: randomUUID() as never });
  await t.deliver();
  expect(await listed()).toMatchObject([{ source: 'DIALER', personId: null }]);
});
