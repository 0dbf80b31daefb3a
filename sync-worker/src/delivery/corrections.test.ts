import { type CallReport, PersonId } from '@twenty-dialer/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { createDeliveryTrial, type DeliveryTrial } from '../testing/delivery-trial.ts';
import { openTestStore } from '../testing/test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const ada = PersonId.parse('11111111-1111-4111-8111-111111111111');
const grace = PersonId.parse('22222222-2222-4222-8222-222222222222');

/** A call with Ada that is in Twenty, and what somebody may do to it there. */
const savedCall = async (fields: Partial<CallReport> = {}) => {
  const t = createDeliveryTrial(store);
  await t.start();
  await t.inTwenty('mutation($data:[PersonCreateInput!]!){createPeople(data:$data){id}}', {
    data: [ada, grace].map((id) => ({ id, name: { firstName: 'Some', lastName: 'Body' } })),
  });
  const saved = await t.report({ personId: ada, personName: 'Ada Lovelace', ...fields });
  await t.deliver();
  let revision = saved.revision;
  const correct = async (changes: Partial<CallReport>): Promise<void> => {
    revision += 1;
    await t.report({ ...saved, ...changes, revision });
    await t.deliver();
  };
  const idOf = async (objectName: string) => (await t.rows(objectName))[0]?.id ?? 'none';
  const theyEdit = async (objectName: 'phoneCall' | 'note', data: object): Promise<void> => {
    const type = objectName === 'note' ? 'Note' : 'PhoneCall';
    await t.inTwenty(`mutation($id:UUID!,$data:${type}UpdateInput!){update${type}(id:$id,data:$data){id}}`, {
      id: await idOf(objectName),
      data,
    });
  };
  return { t, saved, correct, theyEdit, sync: () => t.syncOf(saved.callId) };
};
const callIn = async (t: DeliveryTrial) => (await t.rows('phoneCall'))[0];
const noteIn = async (t: DeliveryTrial) => JSON.stringify((await t.rows('note'))[0]);
const linkedPeople = async (t: DeliveryTrial) =>
  (await t.rows('noteTarget'))
    .map(({ targetPersonId }) => targetPersonId)
    .filter((id) => typeof id === 'string');
const IN_TWENTY = { state: 'in-twenty', attention: [] };
const CLASH = { state: 'needs-attention', attention: [{ kind: 'clash' }] };

describe('a correction', () => {
  test('of outcome, person and note reaches Twenty, with titles and links', async () => {
    const { t, correct, sync } = await savedCall();
    await correct({
      outcome: 'callback',
      personId: grace,
      personName: 'Grace Hopper',
      note: 'Call on Monday.',
    });
    expect(await callIn(t)).toMatchObject({
      name: 'Call to Grace Hopper',
      outcome: 'CALLBACK',
      personId: grace,
    });
    expect(await noteIn(t)).toContain('Call with Grace Hopper: Callback requested');
    expect(await noteIn(t)).toContain('Call on Monday.');
    expect(await linkedPeople(t)).toEqual([grace]);
    expect(await sync()).toMatchObject(IN_TWENTY);
  });

  test('leaves alone what somebody changed in another field there', async () => {
    const { t, correct, theyEdit, sync } = await savedCall();
    await theyEdit('phoneCall', { toNumber: '+12025550177', name: 'The big one' });
    await correct({ outcome: 'callback', personId: grace, personName: 'Grace Hopper' });
    expect(await callIn(t)).toMatchObject({
      toNumber: '+12025550177',
      name: 'The big one',
      outcome: 'CALLBACK',
      personId: grace,
    });
    expect(await sync()).toMatchObject(IN_TWENTY);
  });

  test('of the outcome leaves a note alone that somebody edited there', async () => {
    const { t, correct, theyEdit, sync } = await savedCall();
    await theyEdit('note', { bodyV2: { markdown: 'Amended by a colleague.' } });
    await correct({ outcome: 'callback' });
    expect(await callIn(t)).toMatchObject({ outcome: 'CALLBACK' });
    expect(await noteIn(t)).toContain('Amended by a colleague.');
    expect(await sync()).toMatchObject(IN_TWENTY);
  });
});

describe('a field that both changed', () => {
  test('stays as it is in Twenty while nobody has looked, and goes once somebody has', async () => {
    const { t, correct, theyEdit, sync } = await savedCall();
    await theyEdit('phoneCall', { outcome: 'GATEKEEPER', personId: grace });
    await correct({ outcome: 'callback', personId: null, personName: null });
    expect(await callIn(t)).toMatchObject({ outcome: 'GATEKEEPER', personId: grace });
    expect(await sync()).toMatchObject(CLASH);

    const seenInTwenty = { outcome: 'gatekeeper', personId: grace };
    await correct({ outcome: 'not-interested', personId: null, personName: null, seenInTwenty });
    expect(await callIn(t)).toMatchObject({ outcome: 'NOT_INTERESTED', personId: null });
    expect(await linkedPeople(t)).toEqual([]);
    expect(await sync()).toMatchObject(IN_TWENTY);
  });

  test('is settled for ours without a word of ours being changed', async () => {
    const { t, correct, theyEdit, sync } = await savedCall();
    await theyEdit('note', { bodyV2: { markdown: 'Theirs.' } });
    await correct({ note: 'Ours.' });
    expect(await noteIn(t)).toContain('Theirs.');
    expect(await sync()).toMatchObject(CLASH);

    await correct({ note: 'Ours.', seenInTwenty: { noteMarkdown: 'Theirs.' } });
    expect(await noteIn(t)).toContain('Ours.');
    expect(await noteIn(t)).not.toContain('Theirs.');
    expect(await sync()).toMatchObject(IN_TWENTY);
  });

  test('is settled by words alone: the facts above them are nobody’s, however Twenty’s editor spells them', async () => {
    const { t, correct, theyEdit, sync } = await savedCall();
    const markdown = '*   **Outcome:** Interested\n    \n*   **Number:** +1\n    \n\n**Notes**\n\nTheirs.\n';
    await theyEdit('note', { bodyV2: { markdown } });
    await correct({ note: 'Ours.', outcome: 'callback' });
    expect(await sync()).toMatchObject(CLASH);
    await correct({ note: 'Ours.', outcome: 'callback', seenInTwenty: { noteMarkdown: 'Theirs.' } });
    expect(await noteIn(t)).toContain('Callback requested');
    expect(await noteIn(t)).toContain('Ours.');
    expect(await sync()).toMatchObject(IN_TWENTY);
  });

  test('is settled for theirs by taking their words over', async () => {
    const { t, correct, theyEdit, sync } = await savedCall();
    await theyEdit('note', { bodyV2: { markdown: 'Theirs.' } });
    await correct({ note: 'Ours.' });
    await correct({ note: 'Theirs.', outcome: 'callback' });
    expect(await noteIn(t)).toContain('**Notes**\\n\\nTheirs.');
    expect(await sync()).toMatchObject(IN_TWENTY);
  });

  test('is a clash again when it was changed there after somebody looked', async () => {
    const { t, correct, theyEdit, sync } = await savedCall();
    await theyEdit('phoneCall', { outcome: 'BUSY' });
    await correct({ outcome: 'callback', seenInTwenty: { outcome: 'gatekeeper' } });
    expect(await callIn(t)).toMatchObject({ outcome: 'BUSY' });
    expect(await sync()).toMatchObject(CLASH);
  });

  test('was emptied there: who saw it empty may fill it', async () => {
    const { t, correct, theyEdit, sync } = await savedCall();
    await theyEdit('phoneCall', { outcome: null });
    await correct({ outcome: 'callback', seenInTwenty: { outcome: null } });
    expect(await callIn(t)).toMatchObject({ outcome: 'CALLBACK' });
    expect(await sync()).toMatchObject(IN_TWENTY);
  });
});

test('what was seen just before our own last edit arrived there is no clash', async () => {
  const { t, correct, sync } = await savedCall();
  await correct({ outcome: 'callback' });
  await correct({ outcome: 'busy', seenInTwenty: { outcome: 'interested' } });
  expect(await callIn(t)).toMatchObject({ outcome: 'BUSY' });
  expect(await sync()).toMatchObject(IN_TWENTY);
});

test('a call that was entered afterwards is in Twenty as one', async () => {
  const { t, sync } = await savedCall({ line: 'entered', ringingAt: null, answeredAt: null });
  expect(await callIn(t)).toMatchObject({ line: 'ENTERED', outcome: 'INTERESTED', talkSeconds: 196 });
  expect(await noteIn(t)).toContain('Entered afterwards');
  expect(await sync()).toMatchObject(IN_TWENTY);
});
