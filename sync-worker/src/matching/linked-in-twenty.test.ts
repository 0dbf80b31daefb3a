import { randomUUID } from 'node:crypto';
import { E164, PersonId } from '@twenty-dialer/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordIdOf } from '../outbox/slot.ts';
import type { Store } from '../store/port.ts';
import { createDeliveryTrial } from '../testing/delivery-trial.ts';
import { fillPeople } from '../testing/filled-mirror.ts';
import { aDoNotCallEntry, aPerson } from '../testing/store-fixtures.ts';
import { openTestStore } from '../testing/test-store.ts';
import { createMatching } from './create-matching.ts';
import { noteNumbers } from './listen.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const NUMBER = E164.parse('+12025550177');

/** A trial in whose Twenty two people are, and a call to a number that nobody has yet is delivered. */
const trial = async () => {
  const t = createDeliveryTrial(store);
  await t.start();
  const [ada, bob] = [PersonId.parse(randomUUID()), PersonId.parse(randomUUID())];
  await t.inTwenty('mutation($data:[PersonCreateInput!]!){createPeople(data:$data){id}}', {
    data: [ada, bob].map((id) => ({ id, name: { firstName: 'Ada', lastName: 'Bell' } })),
  });
  const tx: Parameters<typeof fillPeople>[0] = (work) => store.transaction(t.workspaceId, work);
  await fillPeople(tx);
  const call = await t.report({ to: NUMBER });
  await t.deliver();
  const matching = createMatching({
    store,
    workspaceId: t.workspaceId,
    ownNumbers: async () => new Set(),
    log: { info: () => undefined, error: () => undefined },
    clock: { nowMs: Date.now, wait: async () => undefined },
  });
  /** The mirror hears that somebody has the number now. */
  const appears = async (id: PersonId) => {
    const person = aPerson({ id, name: 'Ada Bell', numbers: [NUMBER] });
    await tx(async (s) => noteNumbers(s, await s.people.put([person])));
    await matching.next();
    await t.deliver();
  };
  const ofCall = async () =>
    (await t.rows('phoneCall')).find(({ id }) => id === recordIdOf(`phoneCall:${call.callId}`));
  const noteIsOn = async () =>
    (await t.rows('noteTarget')).flatMap(({ targetPersonId }) => targetPersonId ?? []);
  return { ...t, tx, ada, bob, callId: call.callId, appears, ofCall, noteIsOn };
};

test('a person who appears later gets the call and its note in Twenty', async () => {
  const t = await trial();
  expect(await t.ofCall()).toMatchObject({ personId: null });
  await t.appears(t.ada);
  expect(await t.ofCall()).toMatchObject({ personId: t.ada, name: 'Call to Ada Bell' });
  expect(await t.noteIsOn()).toEqual([t.ada]);
  expect((await t.rows('phoneCall')).length).toBe(1);
});

test('what a manager linked in Twenty stays, and nobody is asked about the guess', async () => {
  const t = await trial();
  const { id } = (await t.ofCall()) ?? {};
  await t.inTwenty(
    'mutation($id:UUID!,$data:PhoneCallUpdateInput!){updatePhoneCall(id:$id,data:$data){id}}',
    {
      id,
      data: { personId: t.bob },
    },
  );
  await t.appears(t.ada);
  expect(await t.ofCall()).toMatchObject({ personId: t.bob });
  expect((await t.syncOf(t.callId)).attention).toEqual([]);
});

test('people are marked as not to be called when the list names them, and freed when it no longer does', async () => {
  const t = await trial();
  const entry = aDoNotCallEntry({ personId: t.bob });
  await t.tx((s) => s.people.put([aPerson({ id: t.bob })]));
  await t.tx((s) => s.doNotCall.put([entry]));
  const isMarked = async () => (await t.rows('person')).find(({ id }) => id === t.bob)?.doNotCall;
  const settle = async () => {
    for (const person of await t.tx((s) => s.matching.peopleWithOtherFlag(10)))
      await t.tx((s) => s.projections.markPeople([person]));
    await t.countCalls();
    await t.deliver();
  };
  await settle();
  expect(await isMarked()).toBe(true);
  await t.tx((s) => s.doNotCall.put([{ ...entry, isDeleted: true, updatedAt: '2026-11-21T10:00:00.000Z' }]));
  await settle();
  expect(await isMarked()).toBe(false);
});
