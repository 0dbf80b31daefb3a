import { PersonId } from '@twenty-dialer/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { createDeliveryTrial, type DeliveryTrial } from '../testing/delivery-trial.ts';
import { aFurtherNote } from '../testing/store-fixtures.ts';
import { openTestStore } from '../testing/test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const ada = PersonId.parse('11111111-1111-4111-8111-111111111111');
const grace = PersonId.parse('22222222-2222-4222-8222-222222222222');
const [first, second] = [
  aFurtherNote({ text: 'Budget is approved.' }),
  aFurtherNote({ text: 'Call in May.' }),
];

const withPeople = async () => {
  const t = createDeliveryTrial(store);
  await t.start();
  await t.inTwenty('mutation($data:[PersonCreateInput!]!){createPeople(data:$data){id}}', {
    data: [ada, grace].map((id) => ({ id, name: { firstName: 'Some', lastName: 'Body' } })),
  });
  return t;
};

/** For each note in Twenty whose text holds `words`: the people and calls that it is linked to. */
const linksOf = async (t: DeliveryTrial, words: string) => {
  const notes = (await t.rows('note')).filter((note) => JSON.stringify(note.bodyV2).includes(words));
  const targets = await t.rows('noteTarget');
  return notes.map((note) => {
    const ofNote = targets.filter(({ noteId }) => noteId === note.id);
    return {
      title: note.title,
      targets: ofNote.length,
      people: ofNote.flatMap(({ targetPersonId }) => targetPersonId ?? []),
      calls: ofNote.flatMap(({ targetPhoneCallId }) => targetPhoneCallId ?? []),
    };
  });
};
const callIdIn = async (t: DeliveryTrial) => (await t.rows('phoneCall'))[0]?.id;

test('each further note is in Twenty once, linked to person and call, whichever report brought it', async () => {
  const t = await withPeople();
  const saved = await t.report({ personId: ada, personName: 'Ada Lovelace', furtherNotes: [first] });
  await t.deliver();
  await t.report({ ...saved, revision: 2, furtherNotes: [second] });
  await t.deliver();
  const title = 'Further note on the call with Ada Lovelace';
  const calls = [await callIdIn(t)];
  for (const { text } of [first, second]) {
    expect(await linksOf(t, text)).toEqual([{ title, targets: 2, people: [ada], calls }]);
  }
  expect(await t.rows('note')).toHaveLength(3);
  expect(await t.syncOf(saved.callId)).toMatchObject({ state: 'in-twenty', attention: [] });
});

test.each(['createPhoneCalls', 'createNotes', 'createNoteTargets'])(
  'each is there once though the answer to %s got lost, and again at the retry',
  async (operation) => {
    const t = await withPeople();
    await t.fault({ kind: 'lost-answer', operation, times: 2 });
    const saved = await t.report({ personId: ada, furtherNotes: [first, second] });
    await t.deliver();
    const calls = [await callIdIn(t)];
    for (const { text } of [first, second]) {
      expect(await linksOf(t, text)).toMatchObject([{ targets: 2, people: [ada], calls }]);
    }
    expect(await t.rows('note')).toHaveLength(3);
    expect(await t.rows('noteTarget')).toHaveLength(6);
    expect(await t.syncOf(saved.callId)).toMatchObject({ state: 'in-twenty' });
  },
);

test('a call that is re-linked takes its further notes along', async () => {
  const t = await withPeople();
  const saved = await t.report({ personId: ada, furtherNotes: [first] });
  await t.deliver();
  await t.report({ ...saved, revision: 2, personId: grace, personName: 'Grace Hopper' });
  await t.deliver();
  const title = 'Further note on the call with Grace Hopper';
  expect(await linksOf(t, first.text)).toMatchObject([{ title, targets: 2, people: [grace] }]);
  await t.report({ ...saved, revision: 3, personId: null, personName: null });
  await t.deliver();
  expect(await linksOf(t, first.text)).toMatchObject([{ targets: 2, people: [] }]);
});

test('a note on a call that nobody wrapped up is not kept back', async () => {
  const t = await withPeople();
  const ended = { stage: 'ended', outcome: null, wrappedUpAt: null } as const;
  await t.report({ ...ended, personId: ada, furtherNotes: [first] });
  await t.deliver();
  expect(await t.rows('phoneCall')).toEqual([]);
  expect(await linksOf(t, first.text)).toMatchObject([{ people: [ada], calls: [] }]);
});

test('many further notes cost no more documents than a few', async () => {
  const cost = async (perCall: number) => {
    const t = await withPeople();
    for (let call = 0; call < 2; call += 1) {
      const furtherNotes = Array.from({ length: perCall }, () => aFurtherNote());
      await t.report({ personId: ada, furtherNotes });
    }
    await t.deliver();
    expect(await t.rows('note')).toHaveLength(2 + 2 * perCall);
    return (await t.stats()).documents;
  };
  expect(await cost(15)).toBe(await cost(1));
});
