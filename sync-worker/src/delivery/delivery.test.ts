import { CallId, PersonId } from '@twenty-dialer/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { phoneCallSlot, recordIdOf } from '../outbox/slot.ts';
import type { Store } from '../store/port.ts';
import { createDeliveryTrial, type DeliveryTrial } from '../testing/delivery-trial.ts';
import { openTestStore } from '../testing/test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const trial = async (change: Parameters<typeof createDeliveryTrial>[1] = {}): Promise<DeliveryTrial> => {
  const made = createDeliveryTrial(store, change);
  await made.start();
  return made;
};

const ada = PersonId.parse('11111111-1111-4111-8111-111111111111');
const grace = PersonId.parse('22222222-2222-4222-8222-222222222222');
const addPeople = (t: DeliveryTrial, ...ids: string[]) =>
  t.inTwenty('mutation($data:[PersonCreateInput!]!){createPeople(data:$data){id}}', {
    data: ids.map((id) => ({ id, name: { firstName: 'Ada', lastName: 'Lovelace' } })),
  });
const OBJECTS = ['phoneCall', 'note', 'noteTarget'];
const counts = async (t: DeliveryTrial) =>
  Object.fromEntries(await Promise.all(OBJECTS.map(async (name) => [name, (await t.rows(name)).length])));
const deleteCall = (t: DeliveryTrial, id: string) =>
  t.inTwenty('mutation($id:UUID!){deletePhoneCall(id:$id){id}}', { id });
const idOfCall = async (t: DeliveryTrial) => (await t.rows('phoneCall'))[0]?.id ?? 'no call';

describe('a wrapped-up call', () => {
  test('is in Twenty with its note, linked to person and call, and named after its rep', async () => {
    const t = await trial();
    await addPeople(t, ada);
    const report = await t.report({ personId: ada, personName: 'Ada Lovelace' });
    await t.deliver();

    const [call] = await t.rows('phoneCall');
    expect(call).toMatchObject({
      callId: report.callId,
      personId: ada,
      memberId: t.member.id,
      talkSeconds: 187,
    });
    expect(call?.createdBy).toMatchObject({ source: 'MANUAL', workspaceMemberId: t.member.id });
    const [note] = await t.rows('note');
    expect(note).toMatchObject({ title: 'Call with Ada Lovelace: Interested' });
    const targets = await t.rows('noteTarget');
    expect(targets).toHaveLength(2);
    for (const target of targets) expect(target.noteId).toBe(note?.id);
    expect(targets.map((target) => target.targetPersonId)).toContain(ada);
    expect(targets.map((target) => target.targetPhoneCallId)).toContain(call?.id);
    expect(await t.syncOf(report.callId)).toMatchObject({ state: 'in-twenty', twentyRecordId: call?.id });
  });

  test('its links follow in a later document, never in the same: Twenty runs root fields in parallel', async () => {
    const t = await trial();
    await t.report();
    const rounds = await t.deliver();
    expect(rounds.map(({ tally }) => tally.delivered)).toEqual([2, 1]);
    expect((await t.stats()).byRootField).toMatchObject({
      createPhoneCalls: 1,
      createNotes: 1,
      createNoteTargets: 1,
    });
  });

  test('an edit changes its record and makes no other', async () => {
    const t = await trial();
    const report = await t.report();
    await t.deliver();
    await t.report({ ...report, revision: 2, outcome: 'callback', note: 'Call on Monday.' });
    await t.deliver();
    expect(await counts(t)).toEqual({ phoneCall: 1, note: 1, noteTarget: 1 });
    expect((await t.rows('phoneCall'))[0]).toMatchObject({ outcome: 'CALLBACK' });
    expect(JSON.stringify((await t.rows('note'))[0])).toContain('Call on Monday.');
  });

  test('re-linked to somebody else, its note leaves the first person', async () => {
    const t = await trial();
    await addPeople(t, ada, grace);
    const report = await t.report({ personId: ada });
    await t.deliver();
    await t.report({ ...report, revision: 2, personId: grace });
    await t.deliver();
    const linked = (await t.rows('noteTarget')).map((target) => target.targetPersonId);
    expect(linked.filter((id) => typeof id === 'string')).toEqual([grace]);
    await t.report({ ...report, revision: 3, personId: null });
    await t.deliver();
    expect((await t.rows('noteTarget')).every((target) => target.targetPersonId === null)).toBe(true);
    expect((await t.rows('phoneCall'))[0]).toMatchObject({ personId: null });
  });

  test('a call that nobody wrapped up is not in a hurry', async () => {
    const t = await trial();
    await t.report({ stage: 'ended', outcome: null, wrappedUpAt: null });
    const round = await t.delivery.deliverNext();
    expect(round.outcome).toBe('idle');
    expect(round.waitMs).toBeGreaterThan(100_000);
    expect(await counts(t)).toEqual({ phoneCall: 0, note: 0, noteTarget: 0 });
  });
});

describe('when Twenty fails, the call arrives once all the same', () => {
  test.each([
    [
      'it wrote the call and the answer was lost',
      { kind: 'lost-answer', operation: 'createPhoneCalls', times: 1 },
    ],
    [
      'it wrote the links and the answer was lost',
      { kind: 'lost-answer', operation: 'createNoteTargets', times: 1 },
    ],
    ['it was overloaded', { kind: 'server-error', operation: 'createPhoneCalls', times: 3 }],
    ['the connection was cut', { kind: 'cut', operation: 'createNotes', times: 2 }],
    ['everything was away for a while', { kind: 'server-error', times: 40 }],
    ['it was throttled', { kind: 'throttled', operation: 'createPhoneCalls', times: 1 }],
  ])('%s', async (_name, fault) => {
    const t = await trial({ budget: { capacity: 1_000_000, windowMs: 1_000, reserve: 0 } });
    const report = await t.report();
    await t.fault(fault);
    await t.deliver();
    expect(await counts(t)).toEqual({ phoneCall: 1, note: 1, noteTarget: 1 });
    expect(await t.syncOf(report.callId)).toMatchObject({ state: 'in-twenty', attention: [] });
    expect(await t.status()).toMatchObject({ state: 'running' });
  });

  test('after a lost answer the row is looked at, and what is there is not written again', async () => {
    const t = await trial();
    await t.report();
    await t.fault({ kind: 'lost-answer', operation: 'createPhoneCalls', times: 1 });
    await t.deliver();
    const { byRootField } = await t.stats();
    expect(byRootField).toMatchObject({ createPhoneCalls: 1, createNotes: 1, phoneCalls: 1, notes: 1 });
  });

  test('a call whose answer was lost and that was deleted meanwhile is not brought back', async () => {
    const t = await trial();
    const report = await t.report();
    await t.fault({ kind: 'lost-answer', operation: 'createPhoneCalls', times: 1 });
    await t.delivery.deliverNext();
    await deleteCall(t, await idOfCall(t));
    await t.deliver();
    expect((await t.rows('phoneCall'))[0]?.deletedAt).not.toBeNull();
    expect(await t.syncOf(report.callId)).toMatchObject({
      state: 'needs-attention',
      attention: [{ kind: 'deleted-in-twenty', objectName: 'phoneCall' }],
    });
  });

  test('an edit whose answer was lost, and edited again before the retry, is no clash with oneself', async () => {
    const t = await trial();
    const report = await t.report();
    await t.deliver();
    await t.fault({ kind: 'lost-answer', operation: 'createPhoneCalls', times: 1 });
    await t.report({ ...report, revision: 2, outcome: 'callback' });
    await t.delivery.deliverNext();
    await t.report({ ...report, revision: 3, outcome: 'not-interested' });
    await t.deliver();
    expect((await t.rows('phoneCall'))[0]).toMatchObject({ outcome: 'NOT_INTERESTED' });
    expect(await t.syncOf(report.callId)).toMatchObject({ state: 'in-twenty', attention: [] });
  });

  test('a worker that died with leases in hand: another takes over and looks before it writes', async () => {
    const t = await trial();
    const report = await t.report();
    await store.transaction(t.workspaceId, (tx) =>
      tx.outbox.lease({ holder: 'the-dead-one', leaseMs: 0, perObject: 200 }),
    );
    await t.deliver();
    expect(await counts(t)).toEqual({ phoneCall: 1, note: 1, noteTarget: 1 });
    expect((await t.stats()).byRootField).toMatchObject({ phoneCalls: 1, notes: 1, createPhoneCalls: 1 });
    expect(await t.syncOf(report.callId)).toMatchObject({ state: 'in-twenty' });
  });

  test('two workers share the work and deliver nothing twice', async () => {
    const t = await trial({ perObject: 3 });
    for (let call = 0; call < 12; call += 1) await t.report();
    await Promise.all([t.deliver(t.worker()), t.deliver(t.worker()), t.deliver(t.worker())]);
    await t.deliver();
    expect(await counts(t)).toEqual({ phoneCall: 12, note: 12, noteTarget: 12 });
    expect((await t.count()).every(({ state }) => state === 'delivered')).toBe(true);
  });
});

describe('what people change in Twenty is theirs', () => {
  test('a call deleted there stays deleted, and the rep is told', async () => {
    const t = await trial();
    const report = await t.report();
    await t.deliver();
    await deleteCall(t, await idOfCall(t));
    await t.report({ ...report, revision: 2, outcome: 'callback' });
    await t.deliver();
    expect((await t.rows('phoneCall'))[0]?.deletedAt).not.toBeNull();
    expect(await t.syncOf(report.callId)).toMatchObject({
      state: 'needs-attention',
      attention: [{ kind: 'deleted-in-twenty' }],
    });
  });

  test('a call destroyed there is not made anew', async () => {
    const t = await trial();
    const report = await t.report();
    await t.deliver();
    await t.inTwenty('mutation($id:UUID!){destroyPhoneCall(id:$id){id}}', { id: await idOfCall(t) });
    await t.report({ ...report, revision: 2, outcome: 'callback' });
    await t.deliver();
    expect(await t.rows('phoneCall')).toEqual([]);
    expect(await t.syncOf(report.callId)).toMatchObject({ state: 'needs-attention' });
  });

  const editInTwenty = (t: DeliveryTrial, id: string, data: object) =>
    t.inTwenty('mutation($id:UUID!,$data:PhoneCallUpdateInput!){updatePhoneCall(id:$id,data:$data){id}}', {
      id,
      data,
    });

  test('a field they changed keeps theirs, one we changed takes ours', async () => {
    const t = await trial();
    const report = await t.report();
    await t.deliver();
    await editInTwenty(t, await idOfCall(t), { name: 'The big one' });
    await t.report({ ...report, revision: 2, outcome: 'callback' });
    await t.deliver();
    expect((await t.rows('phoneCall'))[0]).toMatchObject({ name: 'The big one', outcome: 'CALLBACK' });
    expect(await t.syncOf(report.callId)).toMatchObject({ state: 'in-twenty', attention: [] });
  });

  test('both changed it: Twenty keeps its own, and somebody is asked until the two agree', async () => {
    const t = await trial();
    const report = await t.report();
    await t.deliver();
    await editInTwenty(t, await idOfCall(t), { outcome: 'GATEKEEPER' });
    await t.report({ ...report, revision: 2, outcome: 'callback' });
    await t.deliver();
    expect((await t.rows('phoneCall'))[0]).toMatchObject({ outcome: 'GATEKEEPER' });
    const { state, attention } = await t.syncOf(report.callId);
    expect(state).toBe('needs-attention');
    expect(attention).toMatchObject([{ kind: 'clash', message: expect.stringContaining('outcome') }]);

    await t.report({ ...report, revision: 3, outcome: 'gatekeeper' });
    await t.deliver();
    expect(await t.syncOf(report.callId)).toMatchObject({ state: 'in-twenty', attention: [] });
  });
});

describe('a person who is not in Twenty any more', () => {
  test('does not keep the call from being recorded, nor the calls beside it', async () => {
    const t = await trial();
    await addPeople(t, ada);
    const good = await t.report({ personId: ada });
    const lost = await t.report({ personId: grace });
    await t.deliver();
    const calls = await t.rows('phoneCall');
    expect(calls.find((call) => call.callId === good.callId)).toMatchObject({ personId: ada });
    expect(calls.find((call) => call.callId === lost.callId)).toMatchObject({ personId: null });
    expect(await t.syncOf(good.callId)).toMatchObject({ state: 'in-twenty' });
    const { state, attention } = await t.syncOf(lost.callId);
    expect(state).toBe('needs-attention');
    expect(attention.map(({ kind, objectName }) => [kind, objectName]).sort()).toEqual([
      ['missing-link', 'noteTarget'],
      ['missing-link', 'phoneCall'],
    ]);
  });

  test('costs two questions, not a search through the batch', async () => {
    const t = await trial();
    for (let call = 0; call < 20; call += 1) await t.report();
    await t.report({ personId: grace });
    await t.deliver();
    expect((await t.stats()).byRootField).toMatchObject({
      createPhoneCalls: 2,
      people: 2,
      workspaceMembers: 1,
    });
    expect(await t.rows('phoneCall')).toHaveLength(21);
  });
});

describe('one row that Twenty cannot accept', () => {
  const bad = CallId.parse('bad00000-0000-4000-8000-000000000000');

  test('is dead with the words of Twenty, and the others arrive with one more document', async () => {
    const t = await trial();
    await t.fault({
      kind: 'poisoned',
      match: { objectName: 'phoneCall', field: 'toNumber', value: '+12025550199' },
    });
    for (let call = 0; call < 30; call += 1) await t.report();
    const poisoned = await t.report({ callId: bad, to: '+12025550199' as never });
    await t.deliver();
    expect(await t.rows('phoneCall')).toHaveLength(30);
    expect((await t.stats()).byRootField.createPhoneCalls).toBe(2);
    const { state, attention } = await t.syncOf(poisoned.callId);
    expect(state).toBe('needs-attention');
    expect(attention).toMatchObject([{ kind: 'refused', objectName: 'phoneCall' }]);
    expect(attention[0]?.message).toContain('Field: toNumber. Value: +12025550199.');
  });

  test('that Twenty does not name is found by halves', async () => {
    const t = await trial();
    await t.fault({
      kind: 'poisoned',
      isNamed: false,
      match: { objectName: 'phoneCall', field: 'toNumber', value: '+12025550199' },
    });
    for (let call = 0; call < 63; call += 1) await t.report();
    await t.report({ callId: bad, to: '+12025550199' as never });
    await t.deliver();
    expect(await t.rows('phoneCall')).toHaveLength(63);
    expect(await t.rows('note')).toHaveLength(64);
    // The whole, then two halves on each of six levels.
    expect((await t.stats()).byRootField.createPhoneCalls).toBe(13);
    expect((await t.count()).filter(({ state }) => state === 'dead')).toEqual([
      { objectName: 'phoneCall', state: 'dead', count: 1 },
    ]);
  });

  test('its note is in Twenty, and the link that waits for the call uses up no attempt', async () => {
    const t = await trial();
    await t.fault({ kind: 'poisoned', match: { objectName: 'phoneCall', field: 'callId', value: bad } });
    await t.report({ callId: bad });
    await t.deliver();
    expect(await counts(t)).toEqual({ phoneCall: 0, note: 1, noteTarget: 0 });
    expect(await t.count()).toContainEqual({ objectName: 'noteTarget', state: 'pending', count: 1 });
  });

  test('is delivered once it has been put right', async () => {
    const t = await trial();
    await t.fault({
      kind: 'poisoned',
      match: { objectName: 'phoneCall', field: 'toNumber', value: '+12025550199' },
    });
    const report = await t.report({ to: '+12025550199' as never });
    await t.deliver();
    await t.report({ ...report, revision: 2, to: '+12025550123' as never });
    await t.deliver();
    expect(await t.syncOf(report.callId)).toMatchObject({ state: 'in-twenty', attention: [] });
  });

  test('bad rows of two objects in one document are each found', async () => {
    const t = await trial();
    await t.fault({
      kind: 'poisoned',
      isNamed: false,
      match: { objectName: 'phoneCall', field: 'callId', value: bad },
    });
    await t.fault({
      kind: 'poisoned',
      isNamed: false,
      match: { objectName: 'note', field: 'title', value: 'Busy' },
    });
    await t.report({ callId: bad });
    await t.report({ outcome: 'busy' });
    await t.report();
    await t.deliver();
    expect(await t.rows('phoneCall')).toHaveLength(2);
    expect(await t.rows('note')).toHaveLength(2);
  });
});

describe('a clash over a unique value', () => {
  const create = (t: DeliveryTrial, data: object[]) =>
    t.inTwenty('mutation($data:[PhoneCallCreateInput!]!){createPhoneCalls(data:$data){id}}', { data });

  test('that no retry can heal is dead at once, with the field and the value; the others arrive', async () => {
    const t = await trial();
    const report = await t.report();
    const id = recordIdOf(phoneCallSlot(report.callId));
    // The record's own id is another call's by now, and its call id a second one's.
    await create(t, [{ id, callId: 'another' }, { callId: report.callId }]);
    const good = await t.report();
    await t.deliver();
    expect(await t.syncOf(good.callId)).toMatchObject({ state: 'in-twenty' });
    const { state, attention } = await t.syncOf(report.callId);
    expect(state).toBe('needs-attention');
    expect(attention[0]?.message).toContain(`Field: callId. Value: ${report.callId}.`);
    expect((await t.count()).filter((each) => each.state === 'dead')).toHaveLength(1);
  });

  test('between two rows of one batch costs neither of them, nor the others', async () => {
    const t = await trial();
    const report = await t.report();
    for (let call = 0; call < 6; call += 1) await t.report();
    const twin = CallId.parse('2222eeee-0000-4000-8000-000000000000');
    await t.store.transaction(t.workspaceId, (tx) =>
      tx.outbox.touch([
        {
          slot: phoneCallSlot(twin),
          objectName: 'phoneCall',
          recordId: recordIdOf(phoneCallSlot(twin)),
          callId: twin,
          memberId: t.member.id,
          payload: { callId: report.callId },
          links: {},
          dueInMs: 0,
        },
      ]),
    );
    await t.deliver();
    expect(await t.rows('phoneCall')).toHaveLength(7);
    expect((await t.count()).every(({ state }) => state === 'delivered')).toBe(true);
  });
});

describe('what a log line tells', () => {
  test('ids, counts and time of every attempt, and nothing that a person wrote', async () => {
    const t = await trial();
    const report = await t.report({ note: 'Very private words.', personName: 'Very Private' });
    await t.deliver();
    const attempts = t.lines.filter(({ event }) => event === 'delivery-attempt');
    expect(attempts).toHaveLength(2);
    expect(attempts[0]).toMatchObject({
      level: 'info',
      action: 'write',
      answer: 'taken',
      failure: null,
      rows: { phoneCall: 1, note: 1 },
      rootFields: 2,
      delivered: 2,
      dead: 0,
    });
    expect(attempts[0]?.slots).toContain(`phoneCall:${report.callId}`);
    expect(JSON.stringify(t.lines)).not.toMatch(/Very private|Very Private|a-secret/);
  });
});
