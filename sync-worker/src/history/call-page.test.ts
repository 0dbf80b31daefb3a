import { CallId, NoteId, PersonId, Problem } from '@twenty-dialer/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { createHistoryTrial, type HistoryTrial } from '../testing/history-trial.ts';
import { openTestStore } from '../testing/test-store.ts';
import type { Rep } from '../testing/test-worker.ts';

let store: Store;
let trial: HistoryTrial;
let maya: Rep;
let tomas: Rep;
const ada = PersonId.parse('11111111-1111-4111-8111-111111111111');

beforeAll(async () => {
  store = await openTestStore();
  trial = await createHistoryTrial(store);
  maya = await trial.signIn(0);
  tomas = await trial.signIn(1);
  await trial.inTwenty('mutation ($data: [PersonCreateInput!]!) { createPeople(data: $data) { id } }', {
    data: [{ id: ada, name: { firstName: 'Ada', lastName: 'Lovelace' } }],
  });
});
afterAll(() => store.close());

const furtherNote = (text: string, writtenAt: string) => ({
  noteId: NoteId.parse(crypto.randomUUID()),
  text,
  writtenAt,
});

test('a rep’s own call shows its moments, its corrections, its notes and what Twenty has of it', async () => {
  const first = await trial.reportBy(maya, {
    revision: 1,
    personId: ada,
    personName: 'Ada',
    outcome: 'callback',
    note: 'Call back.',
  });
  await trial.deliver();
  const note = furtherNote('Called back.', '2026-11-20T16:00:00.000Z');
  await trial.reportBy(maya, { ...first, revision: 2, outcome: 'interested', furtherNotes: [note] });

  const page = await trial.callPage(maya, first.callId);
  expect(page.call).toMatchObject({ outcome: 'interested', person: { id: ada, name: 'Ada' } });
  expect(page.own?.report).toMatchObject({ revision: 2, outcome: 'interested' });
  expect(page.moments.map(({ type }) => type)).toEqual([
    'initiated',
    'ringing',
    'answered',
    'ended',
    'wrapped-up',
  ]);
  expect(page.edits).toMatchObject([
    {
      revision: 2,
      changes: expect.arrayContaining([{ field: 'outcome', from: 'callback', to: 'interested' }]),
    },
  ]);
  expect(page.notes).toMatchObject([
    { text: 'Call back.', twentyUrl: expect.stringContaining('/object/note/') },
    { id: note.noteId, text: 'Called back.', state: 'on-its-way', twentyUrl: null },
  ]);
  expect(page.inTwenty).toMatchObject({
    outcome: 'callback',
    personId: ada,
    personName: 'Ada Lovelace',
    noteMarkdown: 'Call back.',
  });

  await trial.deliver();
  const later = await trial.callPage(maya, first.callId);
  expect(later.notes).toMatchObject([
    { state: 'in-twenty' },
    { text: 'Called back.', state: 'in-twenty', twentyUrl: expect.stringContaining('/object/note/') },
  ]);
  expect(later.inTwenty?.outcome).toBe('interested');
  expect(later.call.person?.name).toBe('Ada Lovelace');
});

test('what a colleague wrote about a rep’s own call in Twenty is among its notes, in its place', async () => {
  const further = furtherNote('Years later.', '2036-11-20T16:00:00.000Z');
  const { callId } = await trial.reportBy(maya, { note: 'Mine.', furtherNotes: [further] });
  await trial.deliver();
  const { own } = await trial.callPage(maya, callId);
  const [noteId, targetPhoneCallId] = [crypto.randomUUID(), own?.sync.twentyUrl?.split('/').at(-1)];
  await trial.inTwenty('mutation ($data: [NoteCreateInput!]!) { createNotes(data: $data) { id } }', {
    data: [{ id: noteId, title: 'By a colleague', bodyV2: { markdown: 'Theirs.' } }],
  });
  await trial.inTwenty(
    'mutation ($data: [NoteTargetCreateInput!]!) { createNoteTargets(data: $data) { id } }',
    { data: [{ noteId, targetPhoneCallId }] },
  );
  const { notes } = await trial.callPage(maya, callId);
  expect(notes.map(({ text }) => text)).toEqual(['Mine.', 'Theirs.', 'Years later.']);
  expect(notes[1]).toMatchObject({
    id: noteId,
    state: 'in-twenty',
    twentyUrl: expect.stringContaining(noteId),
  });
});

test('a correction that is on its way is told, also while the call needs attention for something else', async () => {
  const gone = PersonId.parse('12121212-1212-4121-8121-121212121212');
  const first = await trial.reportBy(maya, { revision: 1, personId: gone, outcome: 'callback' });
  await trial.deliver();
  expect((await trial.callPage(maya, first.callId)).inTwenty).toMatchObject({ isBehind: false });
  await trial.reportBy(maya, { ...first, revision: 2, outcome: 'interested' });
  expect(await trial.callPage(maya, first.callId)).toMatchObject({
    own: { sync: { state: 'needs-attention' } },
    inTwenty: { outcome: 'callback', isBehind: true },
  });
  await trial.deliver();
});

test('somebody else’s call is shown as Twenty has it, and cannot be corrected', async () => {
  const further = furtherNote('Second thought.', '2026-11-20T16:00:00.000Z');
  const report = await trial.reportBy(tomas, {
    note: 'First words.',
    personId: ada,
    furtherNotes: [further],
  });
  await trial.deliver();
  const page = await trial.callPage(maya, report.callId);
  expect(page).toMatchObject({
    call: { isMine: false, member: { name: 'Tomás Okafor' }, person: { name: 'Ada Lovelace' }, points: null },
    own: null,
    moments: [],
    edits: [],
    inTwenty: { outcome: 'interested', personId: ada },
  });
  expect(page.notes.map(({ text }) => text)).toEqual([
    expect.stringContaining('First words.'),
    expect.stringContaining('Second thought.'),
  ]);
});

test('somebody else’s call that has not arrived is nobody’s to see', async () => {
  const report = await trial.reportBy(tomas);
  const { status, body } = await trial.get(`/api/history/${report.callId}`, maya);
  expect(status).toBe(404);
  expect(Problem.parse(body).code).toBe('not-found');
  await trial.deliver();
});

test('a rep’s own call from before the worker had its store is read from Twenty', async () => {
  const callId = CallId.parse(crypto.randomUUID());
  await trial.inTwenty(
    'mutation ($data: [PhoneCallCreateInput!]!) { createPhoneCalls(data: $data) { id } }',
    {
      data: [
        { callId, memberId: maya.member.id, startedAt: '2026-11-20T10:00:00Z', outcome: 'NEEDS_WRAP_UP' },
      ],
    },
  );
  expect(await trial.callPage(maya, callId)).toMatchObject({
    call: { isMine: true, outcome: null, points: 0, startedAt: '2026-11-20T10:00:00.000Z' },
    own: null,
  });
});

test('a rep’s own call that somebody deleted in Twenty still opens, and says what Twenty has: nothing', async () => {
  const report = await trial.reportBy(maya, { revision: 1 });
  await trial.deliver();
  await trial.inTwenty(
    'mutation ($filter: PhoneCallFilterInput!) { deletePhoneCalls(filter: $filter) { id } }',
    { filter: { callId: { eq: report.callId } } },
  );
  expect(await trial.callPage(maya, report.callId)).toMatchObject({ own: {}, inTwenty: null });
  await trial.reportBy(maya, { ...report, revision: 2, outcome: 'busy' });
  await trial.deliver();
  const page = await trial.callPage(maya, report.callId);
  expect(page.inTwenty).toBeNull();
  expect(page.call.sync).toMatchObject({
    state: 'needs-attention',
    attention: [{ kind: 'deleted-in-twenty', objectName: 'phoneCall' }],
  });
  expect((await trial.historyOf(maya, { outcomes: 'busy' })).calls).toMatchObject([
    { callId: report.callId },
  ]);
});

test('a call that never was is not found', async () => {
  const { status } = await trial.get(`/api/history/${crypto.randomUUID()}`, maya);
  expect(status).toBe(404);
});
